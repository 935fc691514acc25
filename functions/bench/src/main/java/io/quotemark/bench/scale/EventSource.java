package io.quotemark.bench.scale;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Lambda's mapping of a queue to a function, and the function's environments. It begins with five
 * calls at once and takes up to 300 more each minute while messages wait, never more than the
 * mapping's maximum concurrency. A call takes a full batch, or what is there when the batching
 * window is over. An environment works on the messages of its batch at once: they take turns at the
 * processor and wait for other services together. One that was idle for ten minutes is gone, and
 * the next call starts cold.
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
  private long worked;
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
    work(batch, began, start);
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

  private void work(List<Message> batch, long began, long start) {
    worked++;
    Progress progress = new Progress(batch, began);
    long processor = start;
    for (Message message : batch) {
      // half of the mean to several times as much, as texts and services vary
      double factor = 0.5 + random.nextExponential() / 2;
      processor += Math.round(worker.time(worker.work()) * factor);
      long waits = Math.round(worker.waits() * factor);
      timeline.after(processor + waits, () -> attempt(message, progress, 0));
    }
  }

  /** How far a call has come with its batch. */
  private static final class Progress {
    private final List<Message> batch;
    private final long began;
    private final List<Message> failed = new ArrayList<>();
    private int left;

    Progress(List<Message> batch, long began) {
      this.batch = batch;
      this.began = began;
      this.left = batch.size();
    }
  }

  private void attempt(Message message, Progress progress, int retries) {
    if (step.of(message)) {
      ended(progress);
    } else if (retries < Retries.MOST) {
      timeline.after(Retries.pause(random, retries), () -> attempt(message, progress, retries + 1));
    } else {
      progress.failed.add(message);
      ended(progress);
    }
  }

  private void ended(Progress progress) {
    progress.left--;
    if (progress.left == 0) {
      idle.addLast(timeline.now());
      end(progress.failed, progress.batch.size() - progress.failed.size(), progress.began);
    }
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

  /** Calls that came to work on their messages. */
  long worked() {
    return worked;
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
