@NullMarked
package io.quotemark.refresh;

import org.jspecify.annotations.NullMarked;
