package io.quotemark.fetch;

import io.quotemark.fetch.web.Access;
import java.time.Clock;
import java.time.Duration;

/**
 * How the web is asked.
 *
 * @param access the way out
 * @param pause between two requests to a host, where it does not ask for a longer one
 * @param clock of all that is asked
 */
public record Web(Access access, Duration pause, Clock clock) {
  /** As a deployed function asks. */
  public static final Web PUBLIC = new Web(Access.PUBLIC, Duration.ofSeconds(1), Clock.systemUTC());
}
