/** Makes the letters of share cards from fonts. */
@NullMarked
package io.quotemark.bench.glyphs;

import org.jspecify.annotations.NullMarked;
