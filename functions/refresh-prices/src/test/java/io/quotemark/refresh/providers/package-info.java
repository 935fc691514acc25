@NullMarked
package io.quotemark.refresh.providers;

import org.jspecify.annotations.NullMarked;
