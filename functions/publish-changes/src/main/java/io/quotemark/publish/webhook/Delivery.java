package io.quotemark.publish.webhook;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.nio.charset.StandardCharsets;

/**
 * A message of the outgoing queue: an event to be posted.
 *
 * @param event its JSON
 * @param tries how often it was posted in vain
 * @param lastly how the latest of them ended; empty where there was none
 */
public record Delivery(String event, int tries, String lastly) {
  public static final String TYPE = "webhook";

  /**
   * @throws Json.Malformed where it is none
   */
  public static Delivery read(Node message) {
    return new Delivery(
        message.at("event").text(),
        (int) message.at("tries").number(),
        message.at("lastly").textOr(""));
  }

  public static Delivery first(byte[] event) {
    return new Delivery(new String(event, StandardCharsets.UTF_8), 0, "");
  }

  Delivery after(String failure) {
    return new Delivery(event, tries + 1, failure);
  }

  /** As it is put back from the dead letters: as if it had never been tried. */
  Delivery ended(String failure) {
    return new Delivery(event, 0, failure);
  }

  public byte[] toJson() {
    return Json.write(out -> {
      out.writeStartObject();
      out.writeStringField("type", TYPE);
      out.writeStringField("event", event);
      out.writeNumberField("tries", tries);
      out.writeStringField("lastly", lastly);
      out.writeEndObject();
    });
  }
}
