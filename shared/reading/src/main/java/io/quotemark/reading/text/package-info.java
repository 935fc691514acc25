/** Plain text as copied from a page. */
@NullMarked
package io.quotemark.reading.text;

import org.jspecify.annotations.NullMarked;
