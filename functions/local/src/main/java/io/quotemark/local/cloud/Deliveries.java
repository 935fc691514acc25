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

  /** A message as it came, or as an earlier process left it. */
  void know(String queue, MessageJournal.Entry entry) {
    known.put(queue + " " + entry.id(), new Known(entry.receiveCount(), entry.crashes()));
  }

  /** A changed message with what is known of its deliveries. */
  MessageJournal.Entry noted(String queue, MessageJournal.Entry entry) {
    String key = queue + " " + entry.id();
    Known before = known.getOrDefault(key, new Known(0, 0));
    known.put(key, new Known(entry.receiveCount(), before.crashes()));
    return new MessageJournal.Entry(
        entry.id(),
        entry.body(),
        entry.created(),
        entry.nextDelivery(),
        entry.firstReceive(),
        entry.receiveCount(),
        entry.source(),
        entry.receipts(),
        entry.receiveCount() > before.receives(),
        before.crashes());
  }

  void forget(String queue, String id) {
    known.remove(queue + " " + id);
  }
}
