package io.quotemark.bench.scale;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * A standard queue of SQS. A message that was received is invisible until it is deleted or its
 * visibility timeout has passed; one that was received more often than allowed goes to the dead
 * letters. It hands out the oldest first, which SQS does nearly.
 */
final class MessageQueue {
  private final Timeline timeline;
  private final Settings.Queue settings;
  private final ArrayDeque<Message> visible = new ArrayDeque<>();
  private Runnable arrival = () -> {};

  private long inFlight;
  private long deadLetters;
  private long requests;
  private long handedOut;

  MessageQueue(Timeline timeline, Settings.Queue settings) {
    this.timeline = timeline;
    this.settings = settings;
  }

  /** Who is told that there is something to receive. */
  void whenSomethingIsThere(Runnable arrival) {
    this.arrival = arrival;
  }

  void send(Message message) {
    requests++;
    add(message);
  }

  /** Takes a message that another counts the request of. */
  void add(Message message) {
    message.sent = timeline.now();
    message.receives = 0;
    visible.add(message);
    arrival.run();
  }

  int visible() {
    return visible.size();
  }

  /** Up to so many messages; empty if there is none. */
  List<Message> receive(int most) {
    requests++;
    List<Message> batch = new ArrayList<>(most);
    while (batch.size() < most && !visible.isEmpty()) {
      Message message = visible.remove();
      if (message.receives == settings.receives()) {
        deadLetters++;
      } else {
        message.receives++;
        batch.add(message);
      }
    }
    inFlight += batch.size();
    handedOut += batch.size();
    return batch;
  }

  /** Deletes what was done, in one request for the batch. */
  void delete(int messages) {
    if (messages > 0) {
      requests++;
      inFlight -= messages;
    }
  }

  /** Lets messages come back when the visibility timeout of their receipt is over. */
  void handBack(List<Message> messages, long received) {
    if (messages.isEmpty()) {
      return;
    }
    timeline.after(
        received + settings.visibility() - timeline.now(),
        () -> {
          inFlight -= messages.size();
          visible.addAll(messages);
          arrival.run();
        });
  }

  /** How long the message has waited that came first, in microseconds; 0 if none is visible. */
  long ageOfOldest() {
    return visible.isEmpty() ? 0 : timeline.now() - visible.peek().sent;
  }

  long waiting() {
    return visible.size() + inFlight;
  }

  long deadLetters() {
    return deadLetters;
  }

  long handedOut() {
    return handedOut;
  }

  long requests() {
    return requests;
  }
}
