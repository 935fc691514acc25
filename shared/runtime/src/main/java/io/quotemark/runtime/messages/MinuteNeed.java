package io.quotemark.runtime.messages;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.listing.ListingSession;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Minutes that an article lacks, as enrich-articles tells refresh-prices on the prices queue:
 * {@code {"type": "minutes", "listing": "XNYS:BABA", "session": "2025-02-24", "until":
 * "2025-02-24T13:02:00Z"}}.
 *
 * @param until publication, or the end of the session's hours where its moment is not known
 */
public record MinuteNeed(ListingSession of, Instant until) {
  /** Value of {@code type}. */
  public static final String TYPE = "minutes";

  /** As a message body. */
  public byte[] toJson() {
    return Json.write(out -> {
      out.writeStartObject();
      out.writeStringField("type", TYPE);
      out.writeStringField("listing", of.listing().toString());
      out.writeStringField("session", of.session().toString());
      out.writeStringField("until", until.toString());
      out.writeEndObject();
    });
  }

  /**
   * @throws Json.Malformed where a member is missing
   */
  public static MinuteNeed of(Node message) {
    return new MinuteNeed(
        new ListingSession(
            ListingId.parse(message.at("listing").text()),
            LocalDate.parse(message.at("session").text())),
        Instant.parse(message.at("until").text()));
  }
}
