/**
 * What prices did around an article: returns, ranges, volatility, abnormal returns, parity and the
 * reaction afterwards. Association, never cause.
 */
@NullMarked
package io.quotemark.market.context;

import org.jspecify.annotations.NullMarked;
