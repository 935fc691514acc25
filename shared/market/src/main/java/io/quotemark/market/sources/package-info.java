/** Where prices can be had: the providers there are, and those that an operator chose. */
@NullMarked
package io.quotemark.market.sources;

import org.jspecify.annotations.NullMarked;
