package io.quotemark.storage.prices;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Reads that several threads make at about the same time are made once: who asks within five
 * seconds gets what was read then, or waits for it.
 */
final class JointReads<V> {
  private static final long GOOD_FOR_NANOS = 5_000_000_000L;

  /** More than a batch asks for; what is over goes with the rest. */
  private static final int MOST = 200;

  private final Map<String, Read<V>> reads = new HashMap<>();

  /** One read, and when it began. */
  private static final class Read<V> {
    private final FutureTask<V> task;
    private final long began = System.nanoTime();

    Read(Callable<V> read) {
      this.task = new FutureTask<>(read);
    }

    boolean isOver() {
      return System.nanoTime() - began > GOOD_FOR_NANOS;
    }
  }

  /** What is read from now on began after this. */
  synchronized void forget() {
    reads.clear();
  }

  /**
   * @param name of what is read
   * @param read its failure is that of whoever began it; others then read for themselves
   */
  V get(String name, Callable<V> read) {
    Read<V> joint = begun(name, read);
    joint.task.run(); // by the first; it does nothing for others
    try {
      return joint.task.get();
    } catch (ExecutionException e) {
      remove(name, joint);
      return own(read);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("asked to end while " + name + " was read", e);
    }
  }

  private V own(Callable<V> read) {
    try {
      return read.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private synchronized Read<V> begun(String name, Callable<V> read) {
    Read<V> known = reads.get(name);
    if (known != null && !known.isOver()) {
      return known;
    }
    if (reads.size() >= MOST) {
      reads.clear();
    }
    Read<V> fresh = new Read<>(read);
    reads.put(name, fresh);
    return fresh;
  }

  private synchronized void remove(String name, Read<V> joint) {
    reads.remove(name, joint);
  }
}
