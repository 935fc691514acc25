/** The typed messages on the articles queue. */
@NullMarked
package io.quotemark.runtime.messages;

import org.jspecify.annotations.NullMarked;
