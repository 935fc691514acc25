package io.quotemark.publish.export;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A day to be exported, or the rest of one.
 *
 * @param after place in the day's changes that is done, null for none
 * @param part number of the next part, from 1
 */
public record ExportOrder(LocalDate day, @Nullable String after, int part) {
  public static final String TYPE = "export";

  /**
   * The day before the run of a schedule, or the one that is named.
   *
   * @throws Json.Malformed where the message names neither
   */
  public static ExportOrder read(Node message) {
    String day = message.at("day").textOrNull();
    return day == null
        ? new ExportOrder(
            LocalDate.ofInstant(Instant.parse(message.at("at").text()), ZoneOffset.UTC)
                .minusDays(1),
            null,
            1)
        : new ExportOrder(
            LocalDate.parse(day),
            message.at("after").textOrNull(),
            message.at("part").isPresent() ? message.at("part").integer() : 1);
  }

  public byte[] toJson() {
    return Json.write(out -> {
      out.writeStartObject();
      out.writeStringField("type", TYPE);
      out.writeStringField("day", day.toString());
      out.writeStringField("after", after);
      out.writeNumberField("part", part);
      out.writeEndObject();
    });
  }
}
