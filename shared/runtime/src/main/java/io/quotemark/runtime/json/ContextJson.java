package io.quotemark.runtime.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.ListingContext;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One entry of the contract's {@code context}. */
final class ContextJson {
  private ContextJson() {}

  static void write(ListingContext context, JsonGenerator out) throws IOException {
    out.writeStartObject();
    Out.text(out, "listing", context.listing());
    Out.text(out, "as_of", context.asOf());
    Out.decimal(out, "previous_close", context.previousClose());
    Out.decimals(out, "returns", context.returns());
    ListingContext.Range range = context.range52w();
    if (range != null) {
      out.writeObjectFieldStart("range_52w");
      Out.decimal(out, "low", range.low());
      Out.text(out, "low_session", range.lowSession());
      Out.decimal(out, "high", range.high());
      Out.text(out, "high_session", range.highSession());
      Out.decimal(out, "position", range.position());
      Out.text(out, "as_of", range.asOf());
      out.writeEndObject();
    }
    Out.decimals(out, "volatility", context.volatility());
    Out.decimal(out, "volume_vs_20d", context.volumeVs20d());
    ListingContext.MarketModel model = context.marketModel();
    if (model != null) {
      out.writeObjectFieldStart("market_model");
      Out.text(out, "index", model.index());
      Out.decimal(out, "beta", model.beta());
      Out.decimal(out, "abnormal_return", model.abnormal());
      Out.decimal(out, "t_value", model.tValue());
      Out.text(out, "from", model.from());
      Out.text(out, "to", model.to());
      Out.text(out, "event_day", model.eventDay());
      ListingContext.Abnormal previous = model.previous();
      if (previous != null) {
        out.writeObjectFieldStart("previous_session");
        Out.text(out, "session", previous.session());
        Out.decimal(out, "abnormal_return", previous.value());
        Out.decimal(out, "t_value", previous.tValue());
        out.writeEndObject();
      }
      out.writeEndObject();
    }
    ListingContext.Parity parity = context.adrParity();
    if (parity != null) {
      out.writeObjectFieldStart("adr_parity");
      Out.text(out, "ordinary", parity.ordinary());
      Out.text(out, "depositary", parity.depositary());
      Out.decimal(out, "ratio", parity.ratio());
      Out.decimal(out, "rate", parity.rate());
      Out.decimal(out, "implied", parity.implied());
      Out.decimal(out, "actual", parity.actual());
      Out.decimal(out, "premium", parity.premium());
      Out.text(out, "as_of", parity.asOf());
      out.writeEndObject();
    }
    Out.lower(out, "session_at_publication", context.sessionAtPublication());
    ListingContext.Reaction reaction = context.reaction();
    if (reaction != null) {
      out.writeObjectFieldStart("reaction");
      Out.text(out, "day0_session", reaction.day0());
      Out.decimals(out, "returns", reaction.returns());
      Out.decimals(out, "vs_index", reaction.versusIndex());
      out.writeBooleanField("complete", reaction.complete());
      out.writeObjectFieldStart("sessions");
      for (Map.Entry<String, LocalDate> session : reaction.sessions().entrySet()) {
        Out.text(out, session.getKey(), session.getValue());
      }
      out.writeEndObject();
      out.writeEndObject();
    }
    ListingContext.Stated stated = context.stated();
    if (stated != null) {
      out.writeObjectFieldStart("stated");
      Out.texts(out, "printed", stated.printed());
      out.writeStringField("wanted", stated.wanted());
      out.writeEndObject();
    }
    ListingContext.RecordHigh record = context.recordHigh();
    if (record != null) {
      out.writeObjectFieldStart("record_high");
      Out.decimal(out, "high", record.high());
      Out.text(out, "session", record.session());
      Out.decimal(out, "distance", record.distance());
      Out.text(out, "since", record.since());
      out.writeEndObject();
    }
    ListingContext.MarketValue worth = context.marketValue();
    if (worth != null) {
      out.writeObjectFieldStart("market_value");
      Out.decimal(out, "value", worth.value());
      out.writeStringField("currency", worth.currency());
      out.writeStringField("shares", Long.toString(worth.shares()));
      Out.text(out, "as_of", worth.asOf());
      out.writeArrayFieldStart("amounts");
      for (ListingContext.MarketValue.Part part : worth.amounts()) {
        out.writeStartObject();
        out.writeNumberField("amount", part.amount());
        Out.decimal(out, "percent", part.percent());
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    out.writeBooleanField("sample", context.sample());
    out.writeEndObject();
  }

  static ListingContext read(Node node) {
    return new ListingContext(
        ListingId.parse(node.at("listing").text()),
        VerdictJson.date(node.at("as_of")),
        node.at("previous_close").decimalOrNull(),
        decimals(node.at("returns")),
        range(node.at("range_52w")),
        decimals(node.at("volatility")),
        node.at("volume_vs_20d").decimalOrNull(),
        model(node.at("market_model")),
        parity(node.at("adr_parity")),
        Out.upper(ListingContext.SessionState.class, node.at("session_at_publication")),
        reaction(node.at("reaction")),
        node.at("stated").isPresent()
            ? new ListingContext.Stated(
                node.at("stated").at("printed").texts(), node.at("stated").at("wanted").text())
            : null,
        node.at("sample").flag(),
        recordHigh(node.at("record_high")),
        marketValue(node.at("market_value")));
  }

  private static ListingContext.@Nullable MarketValue marketValue(Node node) {
    return node.isPresent()
        ? new ListingContext.MarketValue(
            node.at("value").decimal(),
            node.at("currency").text(),
            Long.parseLong(node.at("shares").text()),
            day(node.at("as_of")),
            node.at("amounts").elements().stream()
                .map(part ->
                    new ListingContext.MarketValue.Part(
                        part.at("amount").integer(), part.at("percent").decimal()))
                .toList())
        : null;
  }

  private static ListingContext.@Nullable RecordHigh recordHigh(Node node) {
    return node.isPresent()
        ? new ListingContext.RecordHigh(
            node.at("high").decimal(),
            day(node.at("session")),
            node.at("distance").decimal(),
            day(node.at("since")))
        : null;
  }

  private static ListingContext.@Nullable Abnormal previous(Node node) {
    return node.isPresent()
        ? new ListingContext.Abnormal(
            day(node.at("session")),
            node.at("abnormal_return").decimal(),
            node.at("t_value").decimal())
        : null;
  }

  private static ListingContext.@Nullable Range range(Node node) {
    return node.isPresent()
        ? new ListingContext.Range(
            node.at("low").decimal(),
            day(node.at("low_session")),
            node.at("high").decimal(),
            day(node.at("high_session")),
            node.at("position").decimalOrNull(),
            day(node.at("as_of")))
        : null;
  }

  private static ListingContext.@Nullable MarketModel model(Node node) {
    return node.isPresent()
        ? new ListingContext.MarketModel(
            ListingId.parse(node.at("index").text()),
            node.at("beta").decimal(),
            node.at("abnormal_return").decimalOrNull(),
            node.at("t_value").decimalOrNull(),
            day(node.at("from")),
            day(node.at("to")),
            VerdictJson.date(node.at("event_day")),
            previous(node.at("previous_session")))
        : null;
  }

  private static ListingContext.@Nullable Parity parity(Node node) {
    return node.isPresent()
        ? new ListingContext.Parity(
            ListingId.parse(node.at("ordinary").text()),
            ListingId.parse(node.at("depositary").text()),
            node.at("ratio").decimal(),
            node.at("rate").decimal(),
            node.at("implied").decimal(),
            node.at("actual").decimal(),
            node.at("premium").decimal(),
            day(node.at("as_of")))
        : null;
  }

  private static ListingContext.@Nullable Reaction reaction(Node node) {
    return node.isPresent()
        ? new ListingContext.Reaction(
            day(node.at("day0_session")),
            decimals(node.at("returns")),
            decimals(node.at("vs_index")),
            node.at("complete").flag(),
            sessions(node.at("sessions")))
        : null;
  }

  private static Map<String, LocalDate> sessions(Node node) {
    Map<String, LocalDate> out = new LinkedHashMap<>();
    node.members().forEach((name, value) -> out.put(name, day(value)));
    return out;
  }

  private static LocalDate day(Node node) {
    return LocalDate.parse(node.text());
  }

  private static Map<String, BigDecimal> decimals(Node node) {
    Map<String, BigDecimal> out = new LinkedHashMap<>();
    node.members().forEach((name, value) -> out.put(name, value.decimal()));
    return out;
  }
}
