@NullMarked
package io.quotemark.market;

import org.jspecify.annotations.NullMarked;
