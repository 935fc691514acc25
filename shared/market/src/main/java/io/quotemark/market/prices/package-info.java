/**
 * Price files of operators and of the ECB read into bars as traded, and the packed form they are
 * stored in.
 */
@NullMarked
package io.quotemark.market.prices;

import org.jspecify.annotations.NullMarked;
