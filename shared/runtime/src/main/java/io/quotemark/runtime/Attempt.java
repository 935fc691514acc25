package io.quotemark.runtime;

import io.quotemark.runtime.events.SqsBatch;
import io.quotemark.runtime.log.Trace;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * One message's work on a thread of its own, so that whoever waits for it can stop waiting: a loop
 * that never ends does not notice an interrupt.
 */
final class Attempt implements Runnable {
  private final SqsBatch.Message message;
  private final Batch.Work work;
  private final BlockingQueue<Attempt> ends;
  private final Thread thread;
  private volatile @Nullable Throwable problem;

  private Attempt(SqsBatch.Message message, Batch.Work work, BlockingQueue<Attempt> ends) {
    this.message = message;
    this.work = work;
    this.ends = ends;
    // a platform thread: on one processor a busy virtual thread would leave none for the next
    // message; of the same name, since it does what its starter was asked to do
    this.thread = new Thread(this, Thread.currentThread().getName());
    thread.setDaemon(true);
  }

  /**
   * @param ends told when the work has ended
   */
  static Attempt begin(SqsBatch.Message message, Batch.Work work, BlockingQueue<Attempt> ends) {
    Attempt attempt = new Attempt(message, work, ends);
    attempt.thread.start();
    return attempt;
  }

  @Override
  public void run() {
    try {
      Trace.under(
          message.trace(),
          () -> {
            work.on(message);
            return true;
          });
    } catch (Throwable thrown) {
      // an Error is this message's failure as well: deep nesting ends in a StackOverflowError
      problem = thrown;
    } finally {
      ends.add(this);
    }
  }

  SqsBatch.Message message() {
    return message;
  }

  /** Waits for the end of the work, but no longer than this. */
  boolean endsWithin(long millis) throws InterruptedException {
    return thread.join(Duration.ofMillis(Math.max(1, millis)));
  }

  /** Asks the work to end; only work that waits for something notices. */
  void interrupt() {
    thread.interrupt();
  }

  /** Why the work failed; null where it succeeded, or has not ended. */
  @Nullable Throwable problem() {
    return problem;
  }

  /** Where the work is at this moment, empty where it has ended. */
  StackTraceElement[] place() {
    return thread.getStackTrace();
  }
}
