/** Feeds in XML to the objects that their entries are. */
@NullMarked
package io.quotemark.reading.feed;

import org.jspecify.annotations.NullMarked;
