/** Price files of operators, of sources and exchanges and of the ECB, read into bars as traded. */
@NullMarked
package io.quotemark.market.prices;

import org.jspecify.annotations.NullMarked;
