/** How others write listings; of no file, so that functions have it that read none. */
@NullMarked
package io.quotemark.market.symbols;

import org.jspecify.annotations.NullMarked;
