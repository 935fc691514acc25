package io.quotemark.local.cloud;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.quotemark.local.template.Specs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs a function's handler as Lambda does: bytes in, bytes out, over at its timeout. Each
 * invocation has a platform thread of its own, which one that neither ends nor heeds its
 * interruption keeps: it is abandoned and shares the processors with the others, where a virtual
 * thread would hold up everything that runs on virtual threads.
 */
final class FunctionHost {
  /**
   * So many abandoned invocations and the function is invoked no more until one of them ends. A
   * message that makes it run away takes two: one with its batch, and one by itself.
   */
  static final int MOST_ABANDONED = 8;

  /** As many invocations run at the same time; others wait. */
  private static final int MOST_AT_ONCE = 64;

  private static final System.Logger LOG = System.getLogger(FunctionHost.class.getName());

  /** An invocation that did not answer. */
  static class FunctionFailed extends Exception {
    private static final long serialVersionUID = 1L;

    FunctionFailed(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** An invocation that ran past its timeout and went on. */
  static final class RanAway extends FunctionFailed {
    private static final long serialVersionUID = 1L;

    private final transient AtomicReference<State> state;

    private RanAway(String message, Throwable cause, AtomicReference<State> state) {
      super(message, cause);
      this.state = state;
    }

    /** Whether it has not ended since. */
    boolean stillRuns() {
      return state.get() == State.ABANDONED;
    }
  }

  private enum State {
    RUNNING,
    ABANDONED,
    ENDED
  }

  private final Specs.Function spec;
  private final RequestStreamHandler handler;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);
  private final AtomicInteger abandoned = new AtomicInteger();

  FunctionHost(Specs.Function spec, RequestStreamHandler handler) {
    this.spec = spec;
    this.handler = handler;
  }

  Specs.Function spec() {
    return spec;
  }

  /** Invocations that ran past their timeout and still run. */
  int abandoned() {
    return abandoned.get();
  }

  /** Whether so many are abandoned that the function is not invoked any more. */
  boolean isExhausted() {
    return abandoned.get() >= MOST_ABANDONED;
  }

  byte[] invoke(byte[] event) throws FunctionFailed, InterruptedException {
    if (isExhausted()) {
      throw new FunctionFailed(
          "%s is not invoked: %d invocations of it ran past their timeout and still run"
              .formatted(spec.id(), abandoned()),
          null);
    }
    Duration timeout = spec.timeout();
    if (!places.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new FunctionFailed(spec.id() + " is busy with " + MOST_AT_ONCE + " invocations", null);
    }
    Invocation invocation = new Invocation(event);
    Thread thread;
    try {
      thread =
          Thread.ofPlatform()
              .daemon()
              .name(spec.id() + " " + invocation.requestId)
              .start(invocation::run);
    } catch (OutOfMemoryError noThread) {
      places.release();
      throw new FunctionFailed(spec.id() + " got no thread: " + noThread.getMessage(), noThread);
    }
    try {
      return invocation.task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      thread.interrupt();
      throw new RanAway(
          spec.id() + " timed out after " + timeout.toSeconds() + " s" + invocation.abandon(),
          e,
          invocation.state);
    } catch (InterruptedException e) {
      thread.interrupt();
      throw e;
    } catch (ExecutionException e) {
      throw new FunctionFailed(spec.id() + " failed: " + e.getCause(), e);
    }
  }

  /** One run of the handler, which holds its place until its thread really ends. */
  private final class Invocation {
    private final String requestId = UUID.randomUUID().toString();
    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
    private final FutureTask<byte[]> task;

    private Invocation(byte[] event) {
      this.task = new FutureTask<>(() -> handled(event, requestId));
    }

    private void run() {
      try {
        task.run();
      } finally {
        if (state.getAndSet(State.ENDED) == State.ABANDONED) {
          LOG.log(
              Level.WARNING,
              "{0} {1} ended long after its timeout; {2} still run",
              spec.id(),
              requestId,
              abandoned.decrementAndGet());
        }
        places.release();
      }
    }

    /** What there is to say about it; nothing where it ended after all. */
    private String abandon() {
      // counted first: nobody must see an abandoned thread that is not counted
      int now = abandoned.incrementAndGet();
      if (!state.compareAndSet(State.RUNNING, State.ABANDONED)) {
        abandoned.decrementAndGet();
        return "";
      }
      return " and is abandoned (" + now + " of at most " + MOST_ABANDONED + ")";
    }
  }

  private byte[] handled(byte[] event, String requestId) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(event), out, new InvocationContext(spec, requestId));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
