/** The price table: one item for each listing, year and source. */
@NullMarked
package io.quotemark.storage.prices;

import org.jspecify.annotations.NullMarked;
