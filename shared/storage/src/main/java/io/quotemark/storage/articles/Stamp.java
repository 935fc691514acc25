package io.quotemark.storage.articles;

import java.time.Instant;

/**
 * Orders the events of one key: by sequencer, and where a store sends none or the same one with
 * every event, by time.
 *
 * @param sequencer padded
 * @param time of the event, RFC 3339 in UTC
 */
record Stamp(String sequencer, String time) implements Comparable<Stamp> {
  @Override
  public int compareTo(Stamp other) {
    int order = sequencer.compareTo(other.sequencer);
    return order == 0 ? compare(time, other.time) : order;
  }

  /** Moments, not texts: {@code 10:00:00Z} comes before {@code 10:00:00.5Z}. */
  static int compare(String time, String other) {
    return time.equals(other) ? 0 : Instant.parse(time).compareTo(Instant.parse(other));
  }
}
