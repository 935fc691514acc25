/**
 * Market evidence: the facade that says what price history is needed for an article and judges it.
 */
@NullMarked
package io.quotemark.market;

import org.jspecify.annotations.NullMarked;
