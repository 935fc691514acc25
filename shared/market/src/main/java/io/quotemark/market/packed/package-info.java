/** The packed form that price history is stored in, and the decimal places of its prices. */
@NullMarked
package io.quotemark.market.packed;

import org.jspecify.annotations.NullMarked;
