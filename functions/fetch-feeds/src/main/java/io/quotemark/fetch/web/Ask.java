package io.quotemark.fetch.web;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One question to the web.
 *
 * @param accept media types
 * @param etag and {@code lastModified}: of what is there already, null for nothing
 * @param mostBytes of the document, unpacked
 * @param time for all of it, redirects included
 */
public record Ask(
    URI address,
    String accept,
    @Nullable String etag,
    @Nullable String lastModified,
    int mostBytes,
    Duration time) {
  /** Who says whether a redirect may be followed. */
  @FunctionalInterface
  public interface Gate {
    /**
     * @return why not, null where it may be
     */
    @Nullable String refusal(URI target);
  }
}
