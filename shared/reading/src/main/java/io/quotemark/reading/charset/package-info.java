/** Bytes to text. */
@NullMarked
package io.quotemark.reading.charset;

import org.jspecify.annotations.NullMarked;
