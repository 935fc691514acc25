package io.quotemark.runtime.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.MinuteBars.Minute;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.DecidingMinutes;
import io.quotemark.domain.verdict.Odds;
import io.quotemark.domain.verdict.Verdict;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a claim that its verdict fills. */
final class VerdictJson {
  private VerdictJson() {}

  static void write(Verdict verdict, JsonGenerator out) throws IOException {
    if (verdict.basis() == null) {
      out.writeNullField("basis");
    } else {
      out.writeObjectFieldStart("basis");
      Out.lower(out, "field", verdict.basis().field());
      Out.text(out, "session", verdict.basis().session());
      out.writeEndObject();
    }
    Out.lower(out, "verdict", verdict.outcome());
    Out.lower(out, "strength", verdict.strength());
    Out.lower(out, "code", verdict.code());
    Out.texts(out, "reasons", verdict.reasons());
    Out.texts(out, "flags", verdict.flags());
    Out.text(out, "repair", verdict.repair());
    Odds odds = verdict.odds();
    Out.decimal(out, "confidence", odds == null ? null : odds.confidence());
    Out.texts(out, "doubts", odds == null ? List.of() : odds.doubts());
    Out.texts(out, "supports", odds == null ? List.of() : odds.supports());
    out.writeArrayFieldStart("alternatives");
    for (Verdict.Alternative alternative : verdict.alternatives()) {
      out.writeStartObject();
      out.writeStringField("name", alternative.name());
      Out.lower(out, "verdict", alternative.outcome());
      Out.text(out, "date", alternative.date());
      Out.decimal(out, "value", alternative.value());
      out.writeStringField("note", alternative.note());
      out.writeEndObject();
    }
    out.writeEndArray();
    evidence(verdict.evidence(), out);
    if (!verdict.needs().isEmpty()) {
      EvidenceJson.writeNeeds(verdict.needs(), out);
    }
  }

  static Verdict read(Node claim) {
    Set<Verdict.Flag> flags = EnumSet.noneOf(Verdict.Flag.class);
    for (Node flag : claim.at("flags").elements()) {
      flags.add(Out.required(Verdict.Flag.class, flag));
    }
    return new Verdict(
        Out.required(Verdict.Outcome.class, claim.at("verdict")),
        Out.upper(Verdict.Strength.class, claim.at("strength")),
        Out.upper(Verdict.Unverifiable.class, claim.at("code")),
        claim.at("reasons").texts(),
        flags,
        claim.at("basis").isPresent()
            ? new Verdict.Basis(
                Out.upper(PriceField.class, claim.at("basis").at("field")),
                date(claim.at("basis").at("session")))
            : null,
        claim.at("alternatives").elements().stream()
            .map(a ->
                new Verdict.Alternative(
                    a.at("name").text(),
                    Out.required(Verdict.Outcome.class, a.at("verdict")),
                    date(a.at("date")),
                    a.at("value").decimalOrNull(),
                    a.at("note").text()))
            .toList(),
        evidence(claim.at("evidence")),
        claim.at("repair").textOrNull(),
        odds(claim),
        EvidenceJson.needs(claim));
  }

  /** None in what was stored before there were any, and beside most verdicts. */
  private static @Nullable Odds odds(Node claim) {
    BigDecimal confidence = claim.at("confidence").decimalOrNull();
    return confidence == null
        ? null
        : new Odds(confidence, claim.at("doubts").texts(), claim.at("supports").texts());
  }

  private static void evidence(Verdict.@Nullable Evidence evidence, JsonGenerator out)
      throws IOException {
    if (evidence == null) {
      out.writeNullField("evidence");
      return;
    }
    out.writeObjectFieldStart("evidence");
    Out.text(out, "listing", evidence.listing());
    out.writeArrayFieldStart("bars");
    for (Bar bar : evidence.bars()) {
      bar(bar, out);
    }
    out.writeEndArray();
    Out.text(out, "source", evidence.source());
    Out.text(out, "retrieved_at", evidence.retrievedAt());
    Out.decimal(out, "computed", evidence.computed());
    if (evidence.minutes() != null) {
      minutes(evidence.minutes(), out);
    }
    out.writeEndObject();
  }

  private static void minutes(DecidingMinutes minutes, JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("minutes");
    out.writeStringField("source", minutes.source());
    out.writeArrayFieldStart("deciding");
    for (Minute minute : minutes.deciding()) {
      out.writeStartObject();
      Out.text(out, "start", minute.start());
      Out.decimal(out, "open", minute.open());
      Out.decimal(out, "high", minute.high());
      Out.decimal(out, "low", minute.low());
      Out.decimal(out, "close", minute.close());
      out.writeNumberField("volume", minute.volume());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static @Nullable DecidingMinutes minutes(Node node) {
    return node.isPresent()
        ? new DecidingMinutes(
            node.at("source").text(),
            node.at("deciding").elements().stream().map(VerdictJson::minute).toList())
        : null;
  }

  private static Minute minute(Node node) {
    return new Minute(
        Instant.parse(node.at("start").text()),
        node.at("open").decimal(),
        node.at("high").decimal(),
        node.at("low").decimal(),
        node.at("close").decimal(),
        node.at("volume").number());
  }

  private static Verdict.@Nullable Evidence evidence(Node node) {
    if (!node.isPresent()) {
      return null;
    }
    String retrieved = node.at("retrieved_at").textOrNull();
    return new Verdict.Evidence(
        ClaimJson.listingId(node.at("listing")),
        node.at("bars").elements().stream().map(VerdictJson::bar).toList(),
        node.at("source").textOrNull(),
        retrieved == null ? null : Instant.parse(retrieved),
        node.at("computed").decimalOrNull(),
        minutes(node.at("minutes")));
  }

  static void bar(Bar bar, JsonGenerator out) throws IOException {
    out.writeStartObject();
    Out.text(out, "session", bar.session());
    if (bar.has(PriceField.OPEN)) {
      Out.decimal(out, "open", bar.open());
    }
    if (bar.has(PriceField.HIGH)) {
      Out.decimal(out, "high", bar.high());
    }
    if (bar.has(PriceField.LOW)) {
      Out.decimal(out, "low", bar.low());
    }
    Out.decimal(out, "close", bar.close());
    if (bar.volume() != null) {
      out.writeNumberField("volume", bar.volume());
    }
    out.writeEndObject();
  }

  private static Bar bar(Node node) {
    return Bar.of(
        LocalDate.parse(node.at("session").text()),
        node.at("open").decimalOrNull(),
        node.at("high").decimalOrNull(),
        node.at("low").decimalOrNull(),
        node.at("close").decimal(),
        node.at("volume").isPresent() ? node.at("volume").number() : null);
  }

  static @Nullable LocalDate date(Node node) {
    String text = node.textOrNull();
    return text == null ? null : LocalDate.parse(text);
  }
}
