package io.quotemark.fetch;

import io.quotemark.fetch.web.Politeness;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is to be asked, host by host: one request at a time, each host at most as often as it
 * allows, and while one is given its pause the others are asked. A host that takes too long is left
 * for the next run.
 */
final class Agenda {
  /** So long a host may take of a run, pauses aside. */
  private static final Duration MOST_OF_A_HOST = Duration.ofSeconds(60);

  /** A longer pause than this ends the host's part of the run. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

  /** Something to be asked. */
  interface Task {
    /**
     * @return whether the host may be asked for more in this run
     */
    boolean run();

    /** The run ends without it. */
    void left();
  }

  /** Waits. */
  @FunctionalInterface
  interface Sleeper {
    void sleep(Duration time) throws InterruptedException;
  }

  private static final class Lane {
    private final Deque<Task> tasks = new ArrayDeque<>();
    private Duration spent = Duration.ZERO;
    private boolean closed;
  }

  private final Politeness politeness;
  private final Clock clock;
  private final Sleeper sleeper;
  private final Map<String, Lane> lanes = new LinkedHashMap<>();

  Agenda(Politeness politeness, Clock clock, Sleeper sleeper) {
    this.politeness = politeness;
    this.clock = clock;
    this.sleeper = sleeper;
  }

  void add(String host, Task task) {
    Lane lane = lanes.computeIfAbsent(host, name -> new Lane());
    if (lane.closed) {
      task.left();
    } else {
      lane.tasks.add(task);
    }
  }

  /** Works until nothing is left, or the time is over. */
  void run(BooleanSupplier timeLeft) throws InterruptedException {
    while (timeLeft.getAsBoolean()) {
      String host = next();
      if (host == null) {
        return;
      }
      Instant now = clock.instant();
      Instant ready = politeness.ready(host);
      Duration wait = ready.isAfter(now) ? Duration.between(now, ready) : Duration.ZERO;
      if (wait.compareTo(LONGEST_PAUSE) > 0) {
        close(host);
      } else if (wait.isPositive()) {
        sleeper.sleep(wait);
      } else {
        work(host);
      }
    }
    lanes.keySet().forEach(this::close);
  }

  private void work(String host) {
    Lane lane = java.util.Objects.requireNonNull(lanes.get(host));
    Instant began = clock.instant();
    boolean more = lane.tasks.removeFirst().run();
    lane.spent = lane.spent.plus(Duration.between(began, clock.instant()));
    if (!more || lane.spent.compareTo(MOST_OF_A_HOST) > 0) {
      close(host);
    }
  }

  /** The host that may be asked first, null where there is nothing more to ask. */
  private @Nullable String next() {
    String first = null;
    for (Map.Entry<String, Lane> entry : lanes.entrySet()) {
      if (!entry.getValue().tasks.isEmpty()
          && (first == null
              || politeness.ready(entry.getKey()).isBefore(politeness.ready(first)))) {
        first = entry.getKey();
      }
    }
    return first;
  }

  private void close(String host) {
    Lane lane = java.util.Objects.requireNonNull(lanes.get(host));
    lane.closed = true;
    while (!lane.tasks.isEmpty()) {
      lane.tasks.removeFirst().left();
    }
  }
}
