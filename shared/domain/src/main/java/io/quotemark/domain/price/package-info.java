/** What the prices were: daily bars, minute bars, and the port that they come through. */
@NullMarked
package io.quotemark.domain.price;

import org.jspecify.annotations.NullMarked;
