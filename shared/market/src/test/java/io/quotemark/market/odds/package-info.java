/** How failed claims are weighed, on histories and points made up for it. */
@NullMarked
package io.quotemark.market.odds;

import org.jspecify.annotations.NullMarked;
