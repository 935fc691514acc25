package io.quotemark.fetch.web;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of asking for an address. */
public sealed interface Answer {
  /**
   * A document.
   *
   * @param address where it was found, after redirects
   * @param contentType as the server says it, empty where it does not
   * @param etag and {@code lastModified}: to ask whether it has changed; null where not said
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Document(
      URI address,
      byte[] body,
      String contentType,
      @Nullable String etag,
      @Nullable String lastModified)
      implements Answer {}

  /** It has not changed since it was last asked for. */
  record Unchanged() implements Answer {}

  /** The server wants to be left alone; null where it does not say for how long. */
  record Wait(int status, @Nullable Duration retryAfter) implements Answer {}

  /** The server has no document there for us. */
  record Status(int status) implements Answer {}

  /** It may not be asked for, or what came may not be taken; asking again leads nowhere. */
  record Refused(String reason) implements Answer {}

  /** No whole answer came. */
  record Failed(String reason) implements Answer {}

  /** In a few words, for people. */
  default String words() {
    return switch (this) {
      case Document document -> "%,d bytes".formatted(document.body().length);
      case Unchanged unchanged -> "unchanged";
      case Wait(int status, @Nullable Duration retryAfter) ->
          "status %d, to be asked again%s"
              .formatted(
                  status,
                  retryAfter == null ? " later" : " after " + retryAfter.toSeconds() + " s");
      case Status(int status) -> "status " + status;
      case Refused(String reason) -> reason;
      case Failed(String reason) -> reason;
    };
  }
}
