@NullMarked
package io.quotemark.fetch;

import org.jspecify.annotations.NullMarked;
