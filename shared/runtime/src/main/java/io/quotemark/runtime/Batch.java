package io.quotemark.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import io.quotemark.runtime.events.SqsBatch;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.log.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Works through a batch of messages so that none harms another. Each succeeds or fails alone,
 * whatever it throws. Each is waited for within its fair share of the time left; one that needs
 * more goes on while the next begin, and is given up when the time is over. Messages that were
 * handed out before come last. What the time left does not allow is handed back untried.
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

  /**
   * @param reserveMillis how much time must be left to begin another message
   * @param retirement of the process, after work that was given up or an error that may have
   *     damaged it
   */
  public Batch(JsonLog log, long reserveMillis, Retirement retirement) {
    this.log = log;
    this.reserveMillis = reserveMillis;
    this.retirement = retirement;
  }

  /**
   * @return the answer that Lambda expects of a mapping with ReportBatchItemFailures
   */
  public byte[] run(SqsBatch batch, Context invocation, Work work) {
    Run run = new Run(invocation, work);
    try {
      run.all(ordered(batch.messages()));
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

  /** First what nobody has tried, then what failed before, most often last. */
  private static List<SqsBatch.Message> ordered(List<SqsBatch.Message> messages) {
    List<SqsBatch.Message> first = new ArrayList<>();
    List<SqsBatch.Message> repeated = new ArrayList<>();
    for (SqsBatch.Message message : messages) {
      (message.receives() > 1 ? repeated : first).add(message);
    }
    if (repeated.size() > 1) {
      repeated.sort(Comparator.comparingInt(SqsBatch.Message::receives));
    }
    first.addAll(repeated);
    return first;
  }

  /** One invocation. */
  private final class Run {
    private final Context invocation;
    private final Work work;
    private final Set<String> done = new HashSet<>();
    private final List<Attempt> begun = new ArrayList<>();
    private final List<Attempt> late = new ArrayList<>();
    private boolean spoilt;

    Run(Context invocation, Work work) {
      this.invocation = invocation;
      this.work = work;
    }

    void all(List<SqsBatch.Message> messages) throws InterruptedException {
      int waiting = messages.size();
      for (SqsBatch.Message message : messages) {
        long left = invocation.getRemainingTimeInMillis();
        if (left < reserveMillis) {
          log.warn("handed_back", "message", message.id(), "why", "no time left");
        } else {
          begin(message, (left - ANSWER_MILLIS) / waiting);
        }
        waiting--;
      }
      List<Attempt> overdue = new ArrayList<>();
      for (Attempt attempt : late) {
        if (attempt.endsWithin(invocation.getRemainingTimeInMillis() - ANSWER_MILLIS)) {
          ended(attempt);
        } else {
          overdue.add(attempt);
        }
      }
      giveUp(overdue);
    }

    private void begin(SqsBatch.Message message, long millis) throws InterruptedException {
      Attempt attempt;
      try {
        attempt = Attempt.begin(message, work);
      } catch (OutOfMemoryError e) {
        failed(message, e); // no thread could be started
        return;
      }
      begun.add(attempt);
      if (attempt.endsWithin(millis)) {
        ended(attempt);
      } else {
        late.add(attempt);
      }
    }

    private void ended(Attempt attempt) {
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
