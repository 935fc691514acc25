@NullMarked
package io.quotemark.market.packed;

import org.jspecify.annotations.NullMarked;
