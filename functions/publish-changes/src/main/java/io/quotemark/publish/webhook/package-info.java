/** Events to a receiver's address, signed, and again until it takes them. */
@NullMarked
package io.quotemark.publish.webhook;

import org.jspecify.annotations.NullMarked;
