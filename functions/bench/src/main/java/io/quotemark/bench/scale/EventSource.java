package io.quotemark.bench.scale;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Lambda's mapping of a queue to a function, and the function's environments. It begins with five
 * calls at once and takes up to 300 more each minute while messages wait, never more than the
 * mapping's maximum concurrency. A call takes a full batch, or what is there when the batching
 * window is over. An environment works off its batch message by message; one that was idle for ten
 * minutes is gone, and the next call starts cold.
 */
final class EventSource {
  private static final int CALLS_AT_FIRST = 5;
  private static final double MORE_CALLS_A_MINUTE = 300;
  private static final long IDLE = 10 * Timeline.MINUTE;

  /** What a function does with a message beside its own time. */
  interface Step {
    /** Whether it succeeded; if not, the table refused the message. */
    boolean of(Message message);
  }

  private final Timeline timeline;
  private final RandomGenerator random;
  private final MessageQueue queue;
  private final Settings.Worker worker;
  private final Step step;

  private final ArrayDeque<Long> idle = new ArrayDeque<>();
  private int calls;
  private long busySince = -1;
  private boolean windowOpen;
  private boolean down;

  private long invocations;
  private long coldStarts;
  private double gigabyteSeconds;
  private long busy;

  EventSource(
      Timeline timeline,
      RandomGenerator random,
      MessageQueue queue,
      Settings.Worker worker,
      Step step) {
    this.timeline = timeline;
    this.random = random;
    this.queue = queue;
    this.worker = worker;
    this.step = step;
    queue.whenSomethingIsThere(this::look);
  }

  /** From now on every call fails, or works again. */
  void down(boolean isDown) {
    this.down = isDown;
  }

  private void look() {
    while (queue.visible() > 0 && calls < limit()) {
      if (queue.visible() >= worker.batch()) {
        call();
      } else {
        openWindow();
        return;
      }
    }
  }

  private void openWindow() {
    if (windowOpen) {
      return;
    }
    windowOpen = true;
    timeline.after(
        worker.window(),
        () -> {
          windowOpen = false;
          if (queue.visible() > 0 && calls < limit()) {
            call();
          }
          look();
        });
  }

  private int limit() {
    if (calls == 0) {
      busySince = timeline.now();
    }
    double minutes = (timeline.now() - busySince) / (double) Timeline.MINUTE;
    return (int)
        Math.min(worker.concurrency(), CALLS_AT_FIRST + Math.floor(minutes * MORE_CALLS_A_MINUTE));
  }

  private void call() {
    List<Message> batch = queue.receive(worker.batch());
    if (batch.isEmpty()) {
      return;
    }
    calls++;
    invocations++;
    long began = timeline.now();
    if (down) {
      end(batch, 0, began);
      return;
    }
    long start = warm() ? 0 : worker.time(worker.coldWork());
    work(batch, new ArrayList<>(), 0, began, start);
  }

  private boolean warm() {
    while (!idle.isEmpty() && timeline.now() - idle.peekFirst() > IDLE) {
      idle.removeFirst();
    }
    if (idle.isEmpty()) {
      coldStarts++;
      return false;
    }
    idle.removeLast();
    return true;
  }

  private void work(List<Message> batch, List<Message> failed, int next, long began, long wait) {
    if (next == batch.size()) {
      timeline.after(
          wait,
          () -> {
            idle.addLast(timeline.now());
            ended(batch, failed, began);
          });
      return;
    }
    timeline.after(wait + own(), () -> attempt(batch, failed, next, began, 0));
  }

  /** Time of a message: half of it to twice as much, as texts and services vary. */
  private long own() {
    double factor = 0.5 + random.nextExponential() / 2;
    return Math.round(worker.time(worker.work()) * factor + worker.waits() * factor);
  }

  private void attempt(
      List<Message> batch, List<Message> failed, int next, long began, int retries) {
    Message message = batch.get(next);
    if (step.of(message)) {
      work(batch, failed, next + 1, began, 0);
    } else if (retries < Retries.MOST) {
      timeline.after(
          Retries.pause(random, retries), () -> attempt(batch, failed, next, began, retries + 1));
    } else {
      failed.add(message);
      work(batch, failed, next + 1, began, 0);
    }
  }

  private void ended(List<Message> batch, List<Message> failed, long began) {
    end(failed, batch.size() - failed.size(), began);
  }

  private void end(List<Message> failed, int done, long began) {
    long took = timeline.now() - began;
    busy += took;
    gigabyteSeconds += worker.megabytes() / 1024.0 * took / Timeline.SECOND;
    queue.delete(done);
    queue.handBack(failed, began);
    timeline.after(
        0,
        () -> {
          calls--;
          look();
        });
  }

  long invocations() {
    return invocations;
  }

  long coldStarts() {
    return coldStarts;
  }

  double gigabyteSeconds() {
    return gigabyteSeconds;
  }

  /** Time that all calls took together, in microseconds. */
  long busy() {
    return busy;
  }

  int calls() {
    return calls;
  }
}
