/** The list of feeds, what a feed says, and what is remembered of it. */
@NullMarked
package io.quotemark.fetch.feeds;

import org.jspecify.annotations.NullMarked;
