/** Articles as JSON. */
@NullMarked
package io.quotemark.reading.structured;

import org.jspecify.annotations.NullMarked;
