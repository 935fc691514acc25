package io.quotemark.storage.prices;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a request to the providers has come.
 *
 * @param by which message or run is at work on it, or was
 * @param at when it came to that state
 * @param revision grows with each write
 */
public record Progress(State state, String by, Instant at, long revision) {
  /** What a provider did not have may be there by then. */
  public static final Duration ASK_AGAIN = Duration.ofDays(7);

  /** Where a request stands. */
  public enum State {
    /** A message is at work on it. */
    CLAIMED,
    /** No provider could be asked for it now; the next scheduled run does. */
    LEFT,
    /** What providers have of it is in the price table. */
    ANSWERED
  }

  /**
   * @param before null where nobody asked yet
   */
  public static Progress claimed(String by, Instant now, @Nullable Progress before) {
    return new Progress(State.CLAIMED, by, now, before == null ? 1 : before.revision() + 1);
  }

  public Progress to(State next, Instant now) {
    return new Progress(next, by, now, revision + 1);
  }

  /** Whether it was answered after a moment. */
  public boolean isAnsweredAfter(Instant moment) {
    return state == State.ANSWERED && at.isAfter(moment);
  }

  /** Whether its answer still stands, or it will be answered. */
  boolean stands(Instant now) {
    return state != State.ANSWERED || at.plus(ASK_AGAIN).isAfter(now);
  }
}
