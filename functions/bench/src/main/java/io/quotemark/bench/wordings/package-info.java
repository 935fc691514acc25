/** Statements of known truth in everyday wordings, over made-up prices, to measure the finder. */
@NullMarked
package io.quotemark.bench.wordings;

import org.jspecify.annotations.NullMarked;
