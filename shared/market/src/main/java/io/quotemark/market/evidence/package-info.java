/** Where prices that claims wait for can be had. */
@NullMarked
package io.quotemark.market.evidence;

import org.jspecify.annotations.NullMarked;
