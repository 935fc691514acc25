package io.quotemark.serve.http;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks the store several things at once: a page that needs five answers waits for the slowest, not
 * for their sum. Closing waits for all of them.
 */
public final class AtOnce implements AutoCloseable {
  /** Named after who asks, so that a call can be traced to its request. */
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(
          Thread.ofVirtual().name(Thread.currentThread().getName()).factory());

  /** An answer that may still be on its way. */
  public record Answer<T>(Future<T> future) {
    /**
     * Waits for it.
     *
     * @throws RuntimeException what the question failed with
     */
    public T get() {
      try {
        return future.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException failure) {
          throw failure;
        }
        throw new IllegalStateException("asking the store", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while asking the store", e);
      }
    }
  }

  public <T> Answer<T> ask(Callable<T> question) {
    return new Answer<>(threads.submit(question));
  }

  @Override
  public void close() {
    threads.close();
  }
}
