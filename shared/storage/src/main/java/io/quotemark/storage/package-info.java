/**
 * The bucket and the queues behind small classes; no SDK type leaves this module but in
 * constructors.
 */
@NullMarked
package io.quotemark.storage;

import org.jspecify.annotations.NullMarked;
