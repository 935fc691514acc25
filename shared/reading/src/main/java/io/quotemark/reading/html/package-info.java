/** HTML pages: their metadata and their main text. */
@NullMarked
package io.quotemark.reading.html;

import org.jspecify.annotations.NullMarked;
