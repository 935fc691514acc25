package io.quotemark.publish.webhook;

import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.log.Metric;
import io.quotemark.storage.Queue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Posts events, and puts those that were not taken back on the queue, each time for longer. After
 * the last try an event is a dead letter, which an operator can put back.
 */
public final class Courier {
  /** Seconds until the next try, after the first, the second … and every later one. */
  private static final List<Integer> PAUSES = List.of(5, 30, 120, 600, 900);

  /** Fifteen hours of tries: a receiver may be down for a night. */
  static final int MOST_TRIES = 64;

  /** What a queue can hold a message back. */
  private static final int LONGEST_PAUSE = 900;

  /** A receiver that wants no more is asked again after this, in case it changed its mind. */
  private static final Duration SILENCE = Duration.ofHours(1);

  private final Receiver receiver;
  private final Queue queue;
  private final Queue deadLetters;
  private final Clock clock;
  private final JsonLog log;
  private volatile Instant silentUntil = Instant.MIN;

  public Courier(Receiver receiver, Queue queue, Queue deadLetters, Clock clock, JsonLog log) {
    this.receiver = receiver;
    this.queue = queue;
    this.deadLetters = deadLetters;
    this.clock = clock;
    this.log = log;
  }

  public void on(Delivery delivery) {
    if (clock.instant().isBefore(silentUntil)) {
      end(delivery, "the receiver wants no more (410 Gone)");
      return;
    }
    switch (receiver.post(delivery)) {
      case Receiver.Outcome.Taken taken ->
          log.measured(
              "webhook_taken", List.of(Metric.one("WebhooksTaken")), "tries", delivery.tries());
      case Receiver.Outcome.Gone gone -> {
        silentUntil = clock.instant().plus(SILENCE);
        end(delivery, "the receiver wants no more (410 Gone)");
      }
      case Receiver.Outcome.Failed(String why, Duration pause) -> again(delivery, why, pause);
    }
  }

  private void again(Delivery delivery, String why, Duration wanted) {
    int tries = delivery.tries() + 1;
    if (tries >= MOST_TRIES) {
      end(delivery, "not taken in " + tries + " tries, lastly: " + why);
      return;
    }
    int pause = PAUSES.get(Math.min(delivery.tries(), PAUSES.size() - 1));
    long asked = Math.min(LONGEST_PAUSE, Math.max(pause, wanted.toSeconds()));
    queue.sendLater(delivery.after(why).toJson(), (int) asked);
    log.measured(
        "webhook_not_taken",
        List.of(Metric.one("WebhookTriesFailed")),
        "tries",
        tries,
        "why",
        why,
        "again_in_seconds",
        asked);
  }

  private void end(Delivery delivery, String why) {
    deadLetters.sendLater(delivery.ended(why).toJson(), 0);
    log.measured("webhook_given_up", List.of(Metric.one("WebhooksGivenUp")), "why", why);
  }
}
