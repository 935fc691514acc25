@NullMarked
package io.quotemark.market.context;

import org.jspecify.annotations.NullMarked;
