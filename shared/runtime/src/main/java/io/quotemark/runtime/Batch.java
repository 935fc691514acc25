package io.quotemark.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import io.quotemark.runtime.events.SqsBatch;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.log.Trace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Works through a batch of messages so that none harms another, one by one or several at once. Each
 * succeeds or fails alone, whatever it throws. Each is waited for within its fair share of the time
 * left; one that needs more goes on while the next begin, and is given up when the time is over.
 * Messages that were handed out before come last, one by one. What the time left does not allow is
 * handed back untried.
 */
public final class Batch {
  /** Kept back for the answer. */
  private static final long ANSWER_MILLIS = 2_000;

  /** What work that is asked to end may take to do so. */
  private static final long GRACE_NANOS = 200_000_000;

  /** Does one message's work; throws where it has to be delivered again. */
  @FunctionalInterface
  public interface Work {
    void on(SqsBatch.Message message) throws Exception;
  }

  /** The work of a message was not done when the time was over. */
  private static final class Overdue extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param place where the work is
     */
    Overdue(StackTraceElement[] place) {
      super("not done within the time of the function");
      setStackTrace(place);
    }
  }

  private final JsonLog log;
  private final long reserveMillis;
  private final Retirement retirement;
  private final @Nullable Together together;

  /** Which messages are worked on at once, while each mostly waits for others. */
  public interface Together {
    /** As many as one invocation takes. */
    int MOST = 10;

    /**
     * What the message is about: those of the same subject follow each other, as they would get in
     * each other's way.
     *
     * @return null for a message that takes so much that nothing is done beside it
     */
    @Nullable String subject(SqsBatch.Message message);
  }

  /**
   * One by one.
   *
   * @param reserveMillis how much time must be left to begin another message
   * @param retirement of the process, after work that was given up or an error that may have
   *     damaged it
   */
  public Batch(JsonLog log, long reserveMillis, Retirement retirement) {
    this(log, reserveMillis, retirement, null);
  }

  /**
   * The same with several messages at once.
   *
   * @param together null for one by one
   */
  public Batch(
      JsonLog log, long reserveMillis, Retirement retirement, @Nullable Together together) {
    this.log = log;
    this.reserveMillis = reserveMillis;
    this.retirement = retirement;
    this.together = together;
  }

  /**
   * @return the answer that Lambda expects of a mapping with ReportBatchItemFailures
   */
  public byte[] run(SqsBatch batch, Context invocation, Work work) {
    Run run = new Run(invocation, work);
    try {
      run.all(new Waiting(batch.messages(), together));
    } catch (InterruptedException e) {
      run.stop();
      Thread.currentThread().interrupt();
    }
    byte[] answer = response(batch, run.done);
    if (run.spoilt) {
      retirement.after(invocation.getAwsRequestId(), answer, log);
    }
    return answer;
  }

  /** One invocation. */
  private final class Run {
    private final Context invocation;
    private final Work work;
    private final Set<String> done = new HashSet<>();
    private final List<Attempt> begun = new ArrayList<>();
    private final BlockingQueue<Attempt> ends = new LinkedBlockingQueue<>();

    /** What is waited for, in the order of its beginning, with the moment until which it is. */
    private final Map<Attempt, Long> running = new LinkedHashMap<>();

    private final Set<Attempt> late = new LinkedHashSet<>();
    private boolean spoilt;

    Run(Context invocation, Work work) {
      this.invocation = invocation;
      this.work = work;
    }

    void all(Waiting waiting) throws InterruptedException {
      while (!waiting.isEmpty() || !running.isEmpty()) {
        SqsBatch.Message next = waiting.next(running.keySet());
        if (next != null) {
          begin(next, waiting.rounds());
        } else {
          await();
        }
      }
      while (!late.isEmpty()) {
        Attempt attempt = ends.poll(left() - ANSWER_MILLIS, TimeUnit.MILLISECONDS);
        if (attempt == null) {
          break;
        }
        ended(attempt);
      }
      giveUp(List.copyOf(late));
    }

    private long left() {
      return invocation.getRemainingTimeInMillis();
    }

    private void begin(SqsBatch.Message message, int rounds) {
      long left = left();
      if (left < reserveMillis) {
        log.warn("handed_back", "message", message.id(), "why", "no time left");
        return;
      }
      try {
        Attempt attempt = Attempt.begin(message, work, ends);
        begun.add(attempt);
        long share = Math.max(1, (left - ANSWER_MILLIS) / rounds);
        running.put(attempt, System.nanoTime() + share * 1_000_000);
      } catch (OutOfMemoryError e) {
        failed(message, e); // no thread could be started
      }
    }

    /** Waits until one ends, or has used up its share of the time. */
    private void await() throws InterruptedException {
      long first = Long.MAX_VALUE;
      long now = System.nanoTime();
      for (long end : running.values()) {
        first = Math.min(first, end - now);
      }
      Attempt attempt = ends.poll(first, TimeUnit.NANOSECONDS);
      if (attempt != null) {
        ended(attempt);
        return;
      }
      now = System.nanoTime();
      Iterator<Map.Entry<Attempt, Long>> attempts = running.entrySet().iterator();
      while (attempts.hasNext()) {
        Map.Entry<Attempt, Long> one = attempts.next();
        if (one.getValue() - now <= 0) {
          late.add(one.getKey());
          attempts.remove();
        }
      }
    }

    private void ended(Attempt attempt) {
      running.remove(attempt);
      late.remove(attempt);
      Throwable problem = attempt.problem();
      if (problem == null) {
        done.add(attempt.message().id());
      } else {
        failed(attempt.message(), problem);
      }
    }

    private void giveUp(List<Attempt> overdue) throws InterruptedException {
      List<Overdue> problems = new ArrayList<>();
      for (Attempt attempt : overdue) {
        problems.add(new Overdue(attempt.place()));
        attempt.interrupt();
      }
      long end = System.nanoTime() + GRACE_NANOS;
      for (int place = 0; place < overdue.size(); place++) {
        Attempt attempt = overdue.get(place);
        boolean ended = attempt.endsWithin((end - System.nanoTime()) / 1_000_000);
        if (ended && attempt.problem() == null) {
          done.add(attempt.message().id()); // in the last moment
        } else {
          failed(attempt.message(), problems.get(place));
        }
        spoilt |= !ended;
      }
    }

    /** It alone is delivered again, and is dead-lettered at last. */
    private void failed(SqsBatch.Message message, Throwable problem) {
      // memory that ran out or a class that did not load may have left others half done; a stack
      // that overflowed is empty again
      spoilt |= problem instanceof Error && !(problem instanceof StackOverflowError);
      Trace.under(
          message.trace(),
          () -> {
            log.error(
                "message_failed", problem, "message", message.id(), "receives", message.receives());
            return true;
          });
    }

    /** Ends what has been begun, since nobody waits for the answer any more. */
    void stop() {
      begun.forEach(Attempt::interrupt);
    }
  }

  private static byte[] response(SqsBatch batch, Set<String> done) {
    return Json.write(out -> {
      out.writeStartObject();
      out.writeArrayFieldStart("batchItemFailures");
      for (SqsBatch.Message message : batch.messages()) {
        if (!done.contains(message.id())) {
          out.writeStartObject();
          out.writeStringField("itemIdentifier", message.id());
          out.writeEndObject();
        }
      }
      out.writeEndArray();
      out.writeEndObject();
    });
  }
}
