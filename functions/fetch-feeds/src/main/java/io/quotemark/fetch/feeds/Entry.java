package io.quotemark.fetch.feeds;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says of one page.
 *
 * @param id what the feed calls it; its address where it has no other name
 * @param published RFC 3339, null where the feed does not say
 * @param state changes when the page has been changed: the time of its update, or its words
 */
public record Entry(String id, URI address, @Nullable String published, String state) {}
