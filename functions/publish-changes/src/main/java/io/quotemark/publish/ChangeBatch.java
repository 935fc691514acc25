package io.quotemark.publish;

import io.quotemark.publish.events.Announcement;
import io.quotemark.publish.events.Announcer;
import io.quotemark.publish.events.Outlet;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.log.Metric;
import io.quotemark.storage.articles.TableChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes of the table's stream, told to every outlet. They come in order and come again from the
 * first on that was not done; each makes the same events again.
 */
final class ChangeBatch {
  /** Events that are sent at once: what ten requests of a queue or a bus hold. */
  private static final int MOST_EVENTS = 100;

  private final Announcer announcer;
  private final List<Outlet> outlets;
  private final JsonLog log;

  ChangeBatch(Announcer announcer, List<Outlet> outlets, JsonLog log) {
    this.announcer = announcer;
    this.outlets = List.copyOf(outlets);
    this.log = log;
  }

  static boolean is(Node event) {
    List<Node> records = event.at("Records").isArray() ? event.at("Records").elements() : List.of();
    return !records.isEmpty()
        && "aws:dynamodb".equals(records.getFirst().at("eventSource").textOrNull());
  }

  /**
   * @return the answer that Lambda expects of a mapping with ReportBatchItemFailures
   */
  byte[] run(Node event) {
    List<Announcement> waiting = new ArrayList<>();
    String first = null; // of the changes that are not sent yet
    try {
      for (Node record : event.at("Records").elements()) {
        String place = record.at("dynamodb").at("SequenceNumber").text();
        first = first == null ? place : first;
        TableChange.of(record).ifPresent(change -> waiting.addAll(announcer.of(change)));
        if (waiting.size() >= MOST_EVENTS) {
          send(waiting);
          first = null;
        }
      }
      send(waiting);
      return answer(null);
    } catch (RuntimeException e) {
      log.error("changes_not_sent", e, "from", first);
      return answer(first);
    }
  }

  /** Tells an event that was told before. */
  void again(byte[] event) {
    send(new ArrayList<>(List.of(Announcement.read(event))));
  }

  private void send(List<Announcement> events) {
    if (!events.isEmpty()) {
      outlets.forEach(outlet -> outlet.send(events));
      log.measured("events_sent", List.of(Metric.count("EventsSent", events.size())));
      events.clear();
    }
  }

  /**
   * @param place sequence number of the first change that is not done, null where all are
   */
  private static byte[] answer(@Nullable String place) {
    return Json.write(out -> {
      out.writeStartObject();
      out.writeArrayFieldStart("batchItemFailures");
      if (place != null) {
        out.writeStartObject();
        out.writeStringField("itemIdentifier", place);
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    });
  }
}
