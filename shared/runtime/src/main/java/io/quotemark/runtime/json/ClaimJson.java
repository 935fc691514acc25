package io.quotemark.runtime.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quotemark.domain.article.Span;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimBuilder;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.ClockTime;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.Hedge;
import io.quotemark.domain.claim.Modality;
import io.quotemark.domain.claim.PartialDate;
import io.quotemark.domain.claim.SessionReading;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.sentences.Sentences;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One claim of the public contract, its verdict inside the same object. */
final class ClaimJson {
  private ClaimJson() {}

  /**
   * @param sentences that say the reasons, null where they are stored as facts
   */
  static void write(CheckedClaim checked, @Nullable Sentences sentences, JsonGenerator out)
      throws IOException {
    Claim claim = checked.claim();
    out.writeStartObject();
    out.writeStringField("id", claim.id());
    out.writeStringField("group", claim.group());
    out.writeStringField("kind", claim.kind().name());
    span(claim.at(), out);
    out.writeStringField("subject", claim.subject());
    ListingChoiceJson.write(claim.listing(), out);
    Out.decimal(out, "value", claim.value());
    Out.text(out, "currency", claim.currency());
    present(out, "unit", claim.figure().unit());
    present(out, "step", claim.step());
    present(out, "value2", claim.second().value());
    present(out, "step2", claim.second().step());
    present(out, "currency2", claim.second().currency());
    present(out, "pair", claim.pair());
    present(out, "benchmark", claim.benchmark());
    present(out, "tagged", claim.tagged());
    present(out, "direction", claim.direction() == null ? null : Out.lower(claim.direction()));
    present(out, "field", claim.field() == null ? null : Out.lower(claim.field()));
    present(out, "since", claim.compared().since());
    present(out, "window", claim.compared().window());
    present(out, "over", claim.compared().over());
    present(out, "rank", claim.compared().rank());
    present(out, "stated", claim.stated());
    if (claim.compared().ended()) {
      out.writeBooleanField("ended", true);
    }
    if (claim.limit()) {
      out.writeBooleanField("limit", true);
    }
    Out.lower(out, "hedge", claim.hedge());
    Out.lower(out, "modality", claim.modality());
    present(out, "session_words", claim.session().written());
    sessionFrom(claim, out);
    present(out, "clock", claim.clock());
    out.writeStringField("rule", claim.rule());
    VerdictJson.write(checked, sentences, out);
    out.writeEndObject();
  }

  /** The words that the session rests on, where the points chose among several. */
  private static void sessionFrom(Claim claim, JsonGenerator out) throws IOException {
    for (SessionReading reading : claim.sessions()) {
      if (!reading.words().isEmpty() && reading.session().equals(claim.session())) {
        out.writeObjectFieldStart("session_from");
        out.writeStringField("words", reading.words());
        out.writeStringField("place", reading.place());
        out.writeStringField("plausibility", reading.plausibility().toPlainString());
        out.writeEndObject();
        return;
      }
    }
  }

  private static List<SessionReading> sessions(Node from, SessionWords session) {
    return from.isPresent()
        ? List.of(
            new SessionReading(
                from.at("words").text(),
                session,
                new BigDecimal(from.at("plausibility").text()),
                from.at("place").text()))
        : List.of();
  }

  static CheckedClaim read(Node node) {
    ClaimBuilder claim =
        Claim.of(Out.required(ClaimKind.class, node.at("kind")), span(node))
            .id(node.at("id").text())
            .group(node.at("group").text())
            .subject(node.at("subject").text())
            .listing(ListingChoiceJson.read(node.at("listing")))
            .currency(node.at("currency").textOrNull(), node.at("unit").textOrNull())
            .pair(listingId(node.at("pair")))
            .benchmark(listingId(node.at("benchmark")))
            .tagged(listingId(node.at("tagged")))
            .direction(Out.upper(Direction.class, node.at("direction")))
            .field(Out.upper(PriceField.class, node.at("field")))
            .ended(node.at("ended").flag())
            .limit(node.at("limit").flag())
            .hedge(Out.upper(Hedge.class, node.at("hedge")))
            .modality(Out.required(Modality.class, node.at("modality")))
            .session(words(node.at("session_words").textOrNull()))
            .sessions(
                sessions(node.at("session_from"), words(node.at("session_words").textOrNull())))
            .stated(node.at("stated").decimalOrNull())
            .rule(node.at("rule").text());
    BigDecimal value = node.at("value").decimalOrNull();
    BigDecimal step = node.at("step").decimalOrNull();
    if (value != null && step != null) {
      claim.value(value, step);
    }
    BigDecimal value2 = node.at("value2").decimalOrNull();
    BigDecimal step2 = node.at("step2").decimalOrNull();
    if (value2 != null && step2 != null) {
      claim.second(value2, step2, node.at("currency2").textOrNull());
    }
    String clock = node.at("clock").textOrNull();
    if (clock != null) {
      claim.clock(ClockTime.parse(clock));
    }
    String since = node.at("since").textOrNull();
    if (since != null) {
      claim.since(PartialDate.parse(since));
    }
    String window = node.at("window").textOrNull();
    if (window != null) {
      claim.window(Window.parse(window));
    }
    String over = node.at("over").textOrNull();
    if (over != null) {
      claim.over(Window.parse(over));
    }
    if (node.at("rank").isPresent()) {
      claim.rank(node.at("rank").integer());
    }
    return new CheckedClaim(claim.build(), VerdictJson.read(node));
  }

  static void span(Span span, JsonGenerator out) throws IOException {
    Out.lower(out, "in", span.in());
    out.writeNumberField("start", span.start());
    out.writeNumberField("end", span.end());
    out.writeStringField("text", span.text());
  }

  static Span span(Node node) {
    return new Span(
        Out.required(Span.Part.class, node.at("in")),
        node.at("start").integer(),
        node.at("end").integer(),
        node.at("text").text());
  }

  static @Nullable ListingId listingId(Node node) {
    String text = node.textOrNull();
    return text == null ? null : ListingId.parse(text);
  }

  private static void present(JsonGenerator out, String name, @Nullable Object value)
      throws IOException {
    if (value != null) {
      out.writeStringField(
          name, value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString());
    }
  }

  /** As {@link SessionWords#written} has it. */
  private static SessionWords words(@Nullable String text) {
    if (text == null) {
      return SessionWords.Unstated.UNSTATED;
    }
    if (text.equals("previous-close")) {
      return new SessionWords.PreviousClose(null);
    }
    String rest = text.substring(text.indexOf(':') + 1);
    return switch (text.substring(0, text.length() - rest.length())) {
      case "date:" -> new SessionWords.OnDate(LocalDate.parse(rest));
      case "previous-close:" -> new SessionWords.PreviousClose(LocalDate.parse(rest));
      case "weekday:" ->
          new SessionWords.OnWeekday(DayOfWeek.valueOf(rest.toUpperCase(Locale.ROOT)), false);
      case "weekday-before:" ->
          new SessionWords.OnWeekday(DayOfWeek.valueOf(rest.toUpperCase(Locale.ROOT)), true);
      case "days:" -> new SessionWords.DaysFromPublication(Integer.parseInt(rest));
      case "sessions:" -> new SessionWords.SessionsFromPublication(Integer.parseInt(rest));
      case "period:" ->
          new SessionWords.Period(
              LocalDate.parse(rest.substring(0, 10)), LocalDate.parse(rest.substring(11)));
      default -> throw new Json.Malformed("no session words: " + text, null);
    };
  }
}
