package io.quotemark.storage;

import io.quotemark.storage.Queue.Outgoing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends that several threads make at the same time go in one request. Whoever sends waits for those
 * who work beside it, until all of them have something to send, there is enough for a request, or
 * the time to wait is over; and returns when its messages are sent. A message that the queue
 * refuses is its sender's failure alone. Where a request fails, each sends for itself.
 */
public final class JointSends {
  /** So long a sender waits for others; no longer than what they take, if they mostly wait. */
  private static final long PATIENCE_NANOS = 300_000_000;

  private final List<Sending> waiting = new ArrayList<>();
  private int working;
  private int underWay;

  /** What one thread sends. */
  private static final class Sending {
    private final Queue to;
    private final List<Outgoing> messages = new ArrayList<>();
    private State state = State.WAITING;
    private @Nullable RuntimeException problem;

    Sending(Queue to, List<byte[]> bodies, @Nullable String trace) {
      this.to = to;
      for (byte[] body : bodies) {
        messages.add(new Outgoing(body, trace));
      }
    }
  }

  private enum State {
    WAITING,
    /** Another thread is sending it. */
    TAKEN,
    /** Done, or its sender's problem. */
    OVER,
    /** The request that it was part of failed. */
    ALONE
  }

  /** Somebody begins to work that may send; {@link #leave} follows, whatever happens. */
  public synchronized void enter() {
    working++;
  }

  /** Somebody's work is over, so that nobody waits for it any more. */
  public synchronized void leave() {
    working--;
    notifyAll();
  }

  /**
   * Sends messages; between {@link #enter} and {@link #leave}.
   *
   * @param trace tracing header that the messages carry on, null for none
   * @throws IllegalStateException where the queue refused a message, or this thread is to end
   */
  public void send(Queue to, List<byte[]> bodies, @Nullable String trace) {
    if (bodies.isEmpty()) {
      return;
    }
    Sending mine = new Sending(to, bodies, trace);
    List<Sending> all = joined(mine);
    if (!all.isEmpty()) {
      sendAll(all);
    }
    if (mine.state == State.ALONE) {
      to.send(bodies, trace);
    } else if (mine.problem != null) {
      throw mine.problem;
    }
  }

  /** What this thread has to send for all; empty where another did. */
  private synchronized List<Sending> joined(Sending mine) {
    waiting.add(mine);
    notifyAll();
    long end = System.nanoTime() + PATIENCE_NANOS;
    try {
      while (mine.state == State.WAITING && !isEnough() && end - System.nanoTime() > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
      }
      while (mine.state == State.TAKEN) {
        wait();
      }
    } catch (InterruptedException e) {
      waiting.remove(mine);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("asked to end before its messages were sent", e);
    }
    if (mine.state != State.WAITING) {
      return List.of();
    }
    List<Sending> all = List.copyOf(waiting);
    waiting.clear();
    underWay += all.size();
    for (Sending one : all) {
      one.state = State.TAKEN;
    }
    return all;
  }

  private boolean isEnough() {
    int messages = 0;
    for (Sending one : waiting) {
      messages += one.messages.size();
    }
    return messages >= Queue.MOST_MESSAGES || waiting.size() + underWay >= working;
  }

  private void sendAll(List<Sending> all) {
    Map<Queue, List<Sending>> byQueue = new LinkedHashMap<>();
    for (Sending one : all) {
      List<Sending> beside = byQueue.get(one.to);
      if (beside == null) {
        beside = new ArrayList<>();
        byQueue.put(one.to, beside);
      }
      beside.add(one);
    }
    try {
      for (Map.Entry<Queue, List<Sending>> to : byQueue.entrySet()) {
        send(to.getKey(), to.getValue());
      }
    } finally {
      ended(all);
    }
  }

  /** Sends what all of them have for a queue, and notes for each whether it was refused. */
  private void send(Queue to, List<Sending> sendings) {
    List<Outgoing> messages = new ArrayList<>();
    List<Sending> senders = new ArrayList<>();
    for (Sending one : sendings) {
      for (Outgoing message : one.messages) {
        messages.add(message);
        senders.add(one);
      }
    }
    try {
      for (Map.Entry<Integer, String> refused : to.send(messages).entrySet()) {
        Sending sender = senders.get(refused.getKey());
        sender.problem = Queue.refused(1, sender.messages.size(), refused.getValue());
      }
    } catch (RuntimeException e) {
      if (sendings.size() > 1) {
        return; // each sends for itself, and has its own failure
      }
      sendings.getFirst().problem = e;
    }
    over(sendings);
  }

  private synchronized void over(List<Sending> sendings) {
    for (Sending one : sendings) {
      one.state = State.OVER;
    }
  }

  /** Whatever happened, nobody waits for this any more. */
  private synchronized void ended(List<Sending> all) {
    underWay -= all.size();
    for (Sending one : all) {
      if (one.state == State.TAKEN) {
        one.state = State.ALONE;
      }
    }
    notifyAll();
  }
}
