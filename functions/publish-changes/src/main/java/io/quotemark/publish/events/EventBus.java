package io.quotemark.publish.events;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import io.quotemark.storage.JsonCall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Events on a bus of EventBridge: source {@code quotemark}, detail type the event's own. */
public final class EventBus implements Outlet {
  private static final String SOURCE = "quotemark";
  private static final int MOST_ENTRIES = 10;

  /** EventBridge takes 256 KiB in one request. */
  private static final int MOST_BYTES = 240 * 1024;

  private final JsonCall service;
  private final String name;

  public EventBus(JsonCall service, String name) {
    this.service = service;
    this.name = name;
  }

  @Override
  public void send(List<Announcement> events) {
    List<Announcement> batch = new ArrayList<>();
    int bytes = 0;
    for (Announcement event : events) {
      if (batch.size() == MOST_ENTRIES
          || (!batch.isEmpty() && bytes + event.json().length > MOST_BYTES)) {
        put(batch);
        batch.clear();
        bytes = 0;
      }
      batch.add(event);
      bytes += event.json().length;
    }
    if (!batch.isEmpty()) {
      put(batch);
    }
  }

  private void put(List<Announcement> events) {
    byte[] request =
        Json.write(out -> {
          out.writeStartObject();
          out.writeArrayFieldStart("Entries");
          for (Announcement event : events) {
            out.writeStartObject();
            out.writeStringField("EventBusName", name);
            out.writeStringField("Source", SOURCE);
            out.writeStringField("DetailType", event.type().word());
            out.writeStringField("Detail", new String(event.json(), StandardCharsets.UTF_8));
            out.writeEndObject();
          }
          out.writeEndArray();
          out.writeEndObject();
        });
    JsonCall.Answer answer;
    try {
      answer = service.send("AWSEvents.PutEvents", request);
    } catch (IOException e) {
      throw new IllegalStateException("the bus " + name + " did not answer", e);
    }
    String said = new String(answer.body(), StandardCharsets.UTF_8);
    if (answer.status() != 200) {
      throw new IllegalStateException(
          "the bus " + name + " refused events: status " + answer.status() + " " + shown(said));
    }
    Node read = Json.read(answer.body());
    if (read.at("FailedEntryCount").number() > 0) {
      throw new IllegalStateException("the bus " + name + " refused an event: " + shown(said));
    }
  }

  private static String shown(String text) {
    return text.length() <= 300 ? text : text.substring(0, 300) + "…";
  }
}
