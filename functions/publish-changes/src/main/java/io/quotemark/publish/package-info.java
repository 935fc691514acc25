/** Tells others what changed: events on a bus, webhooks, daily files. */
@NullMarked
package io.quotemark.publish;

import org.jspecify.annotations.NullMarked;
