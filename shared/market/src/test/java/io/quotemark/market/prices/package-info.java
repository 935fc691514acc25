@NullMarked
package io.quotemark.market.prices;

import org.jspecify.annotations.NullMarked;
