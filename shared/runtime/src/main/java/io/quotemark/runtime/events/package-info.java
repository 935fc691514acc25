/** The events that trigger functions, parsed from the stream. */
@NullMarked
package io.quotemark.runtime.events;

import org.jspecify.annotations.NullMarked;
