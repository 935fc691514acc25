@NullMarked
package io.quotemark.storage.prices;

import org.jspecify.annotations.NullMarked;
