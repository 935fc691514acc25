package io.quotemark.bench.scale;

import java.util.SplittableRandom;

/**
 * One queue and one function, as much of the stack as a test can play on real queues too.
 *
 * @param calls how often the function was called
 * @param seconds from the first message sent to the last one done
 * @param deadLetters messages that were given up
 * @param receives how often messages were handed out, all together
 */
public record OneQueue(long calls, double seconds, long deadLetters, long receives) {
  private static final int SEED = 7;

  /**
   * Messages that are all there at once, for a function that works on one after the other.
   *
   * @param messages how many
   * @param millis what each takes, always the same
   * @param batch the most of a call
   * @param concurrency calls at once
   * @param visibility seconds until a failed message comes back
   * @param deliveries how often a message is handed out at most
   * @param down seconds from the beginning in which every call fails
   */
  public static OneQueue of(
      int messages,
      int millis,
      int batch,
      int concurrency,
      int visibility,
      int deliveries,
      int down) {
    Timeline timeline = new Timeline();
    MessageQueue queue =
        new MessageQueue(timeline, new Settings.Queue(visibility * Timeline.SECOND, deliveries));
    long[] last = new long[1];
    EventSource source =
        new EventSource(
            timeline,
            new SplittableRandom(SEED),
            queue,
            new Settings.Worker(
                batch, Timeline.SECOND, concurrency, 1769, millis * Timeline.MILLISECOND, 0, 0),
            message -> {
              last[0] = timeline.now();
              return true;
            });
    source.down(down > 0);
    timeline.after(down * Timeline.SECOND, () -> source.down(false));
    for (int i = 0; i < messages; i++) {
      queue.send(new Message(0, false, false));
    }
    timeline.runUntil(Timeline.HOUR);
    return new OneQueue(
        source.invocations(),
        (double) last[0] / Timeline.SECOND,
        queue.deadLetters(),
        queue.handedOut());
  }
}
