/** What every function shares: configuration and batches of messages. */
@NullMarked
package io.quotemark.runtime;

import org.jspecify.annotations.NullMarked;
