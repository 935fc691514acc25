/** Log lines as JSON objects. */
@NullMarked
package io.quotemark.runtime.log;

import org.jspecify.annotations.NullMarked;
