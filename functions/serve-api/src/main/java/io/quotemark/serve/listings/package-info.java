/** The securities master: listings with their prices, claims and articles, and the watchlist. */
@NullMarked
package io.quotemark.serve.listings;

import org.jspecify.annotations.NullMarked;
