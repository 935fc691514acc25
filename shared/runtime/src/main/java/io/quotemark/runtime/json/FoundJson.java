package io.quotemark.runtime.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quotemark.domain.claim.Amount;
import io.quotemark.domain.claim.Conversion;
import io.quotemark.domain.claim.Entity;
import io.quotemark.domain.claim.Hedge;
import io.quotemark.domain.listing.ListingId;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;

/** What was found in an article beside its claims: amounts, companies, conversions. */
final class FoundJson {
  private FoundJson() {}

  static void write(Amount amount, JsonGenerator out) throws IOException {
    out.writeStartObject();
    ClaimJson.span(amount.at(), out);
    out.writeStringField("type", amount.type().code());
    Out.decimal(out, "value", amount.value());
    Out.decimal(out, "step", amount.step());
    Out.text(out, "currency", amount.currency());
    if (amount.unit() != null) {
      out.writeStringField("unit", amount.unit());
    }
    Out.lower(out, "hedge", amount.hedge());
    if (!amount.candidates().isEmpty()) {
      Out.texts(out, "candidates", amount.candidates());
    }
    out.writeEndObject();
  }

  static Amount amount(Node node) {
    String code = node.at("type").text();
    Amount.Type type =
        Arrays.stream(Amount.Type.values())
            .filter(t -> t.code().equals(code))
            .findFirst()
            .orElseThrow(() -> new Json.Malformed("no type of amount: " + code, null));
    return new Amount(
        ClaimJson.span(node),
        type,
        node.at("value").decimal(),
        node.at("step").decimal(),
        node.at("currency").textOrNull(),
        node.at("unit").textOrNull(),
        Out.upper(Hedge.class, node.at("hedge")),
        node.at("candidates").texts());
  }

  static void write(Entity entity, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("issuer", entity.issuer());
    Out.decimal(out, "match_score", entity.matchScore());
    Out.texts(out, "listings", entity.listings());
    out.writeArrayFieldStart("mentions");
    for (var mention : entity.mentions()) {
      out.writeStartObject();
      ClaimJson.span(mention, out);
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  static Entity entity(Node node) {
    BigDecimal score = node.at("match_score").decimal();
    return new Entity(
        node.at("issuer").text(),
        score,
        node.at("listings").texts().stream().map(ListingId::parse).toList(),
        node.at("mentions").elements().stream().map(ClaimJson::span).toList());
  }

  static void write(Conversion conversion, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeNumberField("amount", conversion.amount());
    Out.decimal(out, "value", conversion.value());
    out.writeStringField("currency", conversion.currency());
    Out.decimal(out, "rate", conversion.rate());
    Out.text(out, "rate_date", conversion.rateDate());
    out.writeEndObject();
  }

  static Conversion conversion(Node node) {
    return new Conversion(
        node.at("amount").integer(),
        node.at("value").decimal(),
        node.at("currency").text(),
        node.at("rate").decimal(),
        LocalDate.parse(node.at("rate_date").text()));
  }
}
