/** What changed, as events that others are told of. */
@NullMarked
package io.quotemark.publish.events;

import org.jspecify.annotations.NullMarked;
