/**
 * The securities master: data files of listings, aliases, indices and currencies, joined into
 * issuers.
 */
@NullMarked
package io.quotemark.market.listings;

import org.jspecify.annotations.NullMarked;
