package io.quotemark.runtime.messages;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.time.LocalDate;

/**
 * Prices that an article lacks, as enrich-articles tells refresh-prices on the prices queue: {@code
 * {"type": "need", "listing": "XHKG:9988", "from": "2024-01-02", "to": "2025-02-24"}}.
 *
 * @param from first day that is needed
 * @param to last day that is needed, whose session is over
 */
public record PriceNeed(ListingId listing, LocalDate from, LocalDate to) {
  /** Value of {@code type}. */
  public static final String TYPE = "need";

  public PriceNeed {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("no stretch from " + from + " to " + to);
    }
  }

  /** As a message body. */
  public byte[] toJson() {
    return Json.write(out -> {
      out.writeStartObject();
      out.writeStringField("type", TYPE);
      out.writeStringField("listing", listing.toString());
      out.writeStringField("from", from.toString());
      out.writeStringField("to", to.toString());
      out.writeEndObject();
    });
  }

  /**
   * @throws Json.Malformed where a member is missing
   */
  public static PriceNeed of(Node message) {
    return new PriceNeed(
        ListingId.parse(message.at("listing").text()),
        LocalDate.parse(message.at("from").text()),
        LocalDate.parse(message.at("to").text()));
  }
}
