package io.quotemark.bench.scale;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * What happens and when: a clock that goes from event to event. Times are microseconds from the
 * beginning. Events of the same moment happen in the order in which they were planned.
 */
final class Timeline {
  static final long MILLISECOND = 1_000;
  static final long SECOND = 1_000 * MILLISECOND;
  static final long MINUTE = 60 * SECOND;
  static final long HOUR = 60 * MINUTE;
  static final long DAY = 24 * HOUR;

  private record Event(long at, long order, Runnable what) {}

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::order));
  private long now;
  private long planned;

  long now() {
    return now;
  }

  /** Plans what happens a time from now. */
  void after(long micros, Runnable what) {
    events.add(new Event(now + Math.max(0, micros), planned++, what));
  }

  /** Lets everything happen up to a moment, or to the last event if that is earlier. */
  void runUntil(long end) {
    while (!events.isEmpty() && events.peek().at() <= end) {
      Event next = events.remove();
      now = next.at();
      next.what().run();
    }
    now = Math.max(now, end);
  }

  /** Something that is looked at again and again until the end of the run. */
  void every(long micros, Runnable what) {
    after(
        micros,
        () -> {
          what.run();
          every(micros, what);
        });
  }
}
