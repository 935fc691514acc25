/**
 * How likely a statement is false that the tape does not bear out: signs of a slip and of a
 * misreading, their points, and what comes of them.
 */
@NullMarked
package io.quotemark.market.odds;

import org.jspecify.annotations.NullMarked;
