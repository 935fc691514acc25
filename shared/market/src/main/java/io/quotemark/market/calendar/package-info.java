/** Trading sessions of the world's exchanges: which days, which hours, in whose zone. */
@NullMarked
package io.quotemark.market.calendar;

import org.jspecify.annotations.NullMarked;
