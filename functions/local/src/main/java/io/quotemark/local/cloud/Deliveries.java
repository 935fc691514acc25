package io.quotemark.local.cloud;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which messages are in flight: a change with one more receive is a delivery, any other change of a
 * message (its visibility) says that its consumer came back.
 */
final class Deliveries {
  private record Known(int receives, int crashes) {}

  private final Map<String, Known> known = new ConcurrentHashMap<>();

  /**
   * A new message. A consumer that waits may be given it before this is told, so that it already
   * counts a receive: it is in flight then, and the change that tells so is still to come. A dead
   * letter brings the receives of the queue it came from.
   */
  MessageJournal.Entry came(String queue, MessageJournal.Entry entry) {
    boolean isDeadLetter = !entry.source().isEmpty();
    known.put(queue + " " + entry.id(), new Known(isDeadLetter ? entry.receiveCount() : 0, 0));
    return isDeadLetter ? entry : entry.inFlight(entry.receiveCount() > 0, 0);
  }

  /** A message as an earlier process left it. */
  void know(String queue, MessageJournal.Entry entry) {
    known.put(queue + " " + entry.id(), new Known(entry.receiveCount(), entry.crashes()));
  }

  /** A changed message with what is known of its deliveries. */
  MessageJournal.Entry noted(String queue, MessageJournal.Entry entry) {
    String key = queue + " " + entry.id();
    Known before = known.getOrDefault(key, new Known(0, 0));
    known.put(key, new Known(entry.receiveCount(), before.crashes()));
    return entry.inFlight(entry.receiveCount() > before.receives(), before.crashes());
  }

  void forget(String queue, String id) {
    known.remove(queue + " " + id);
  }
}
