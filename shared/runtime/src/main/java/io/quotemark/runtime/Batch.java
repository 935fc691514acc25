package io.quotemark.runtime;

import io.quotemark.runtime.events.SqsBatch;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.log.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Works through a batch of messages: each succeeds or fails alone, and what the time left does not
 * allow is handed back untried, so that the queue delivers it again.
 */
public final class Batch {
  /** Does one message's work; throws where it has to be delivered again. */
  @FunctionalInterface
  public interface Work {
    void on(SqsBatch.Message message) throws Exception;
  }

  private final JsonLog log;
  private final long reserveMillis;

  /**
   * @param reserveMillis how much time must be left to begin another message
   */
  public Batch(JsonLog log, long reserveMillis) {
    this.log = log;
    this.reserveMillis = reserveMillis;
  }

  /**
   * @param millisLeft what remains until the function is stopped
   * @return the answer that Lambda expects of a mapping with ReportBatchItemFailures
   */
  public byte[] run(SqsBatch batch, LongSupplier millisLeft, Work work) {
    List<String> failed = new ArrayList<>();
    for (SqsBatch.Message message : batch.messages()) {
      if (millisLeft.getAsLong() < reserveMillis) {
        failed.add(message.id());
        log.warn("handed_back", "message", message.id(), "why", "no time left");
        continue;
      }
      if (!Trace.under(message.trace(), () -> done(message, work))) {
        failed.add(message.id());
      }
    }
    return response(failed);
  }

  private boolean done(SqsBatch.Message message, Work work) {
    try {
      work.on(message);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (Exception e) {
      // one poison message must not hold up its neighbours: it alone is delivered again and
      // dead-lettered at last
      log.error("message_failed", e, "message", message.id(), "receives", message.receives());
      return false;
    }
  }

  private static byte[] response(List<String> failed) {
    return Json.write(out -> {
      out.writeStartObject();
      out.writeArrayFieldStart("batchItemFailures");
      for (String id : failed) {
        out.writeStartObject();
        out.writeStringField("itemIdentifier", id);
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    });
  }
}
