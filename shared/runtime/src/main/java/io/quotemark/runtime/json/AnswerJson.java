package io.quotemark.runtime.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.verdict.AnswerFinding;
import io.quotemark.domain.verdict.AnswerFinding.Correction;
import io.quotemark.domain.verdict.CheckedAnswer;
import io.quotemark.domain.verdict.CitedValue;
import io.quotemark.domain.verdict.Origin;
import java.io.IOException;

/** What an answer's price statements are worth, as the contract writes it. */
final class AnswerJson {
  private AnswerJson() {}

  static void write(CheckedAnswer answer, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeArrayFieldStart("statements");
    for (AnswerFinding finding : answer.findings()) {
      statement(finding, out);
    }
    out.writeEndArray();
    out.writeStringField("corrected_text", answer.corrected());
    out.writeEndObject();
  }

  private static void statement(AnswerFinding finding, JsonGenerator out) throws IOException {
    Claim claim = finding.claim().claim();
    out.writeStartObject();
    out.writeStringField("claim", claim.id());
    Out.lower(out, "standing", finding.standing());
    out.writeStringField("text", claim.at().text());
    Out.lower(out, "in", claim.at().in());
    out.writeNumberField("start", claim.at().start());
    out.writeNumberField("end", claim.at().end());
    if (finding.cited() != null) {
      out.writeObjectFieldStart("cite");
      cited(finding.cited(), out);
      out.writeEndObject();
    }
    if (finding.origin() != null) {
      out.writeObjectFieldStart("origin");
      origin(finding.origin(), out);
      out.writeEndObject();
    }
    if (finding.correction() != null) {
      Correction correction = finding.correction();
      out.writeObjectFieldStart("correction");
      out.writeNumberField("start", correction.start());
      out.writeNumberField("end", correction.end());
      out.writeStringField("text", correction.text());
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  private static void cited(CitedValue cited, JsonGenerator out) throws IOException {
    Out.decimal(out, "value", cited.value());
    out.writeBooleanField("percent", cited.percent());
    Out.text(out, "currency", cited.currency());
    Out.lower(out, "field", cited.field());
    Out.text(out, "session", cited.session());
    Out.text(out, "listing", cited.listing());
    Out.text(out, "source", cited.source());
  }

  private static void origin(Origin origin, JsonGenerator out) throws IOException {
    Out.lower(out, "kind", origin.kind());
    Out.text(out, "listing", origin.listing());
    Out.text(out, "session", origin.session());
    Out.lower(out, "field", origin.field());
    Out.decimal(out, "value", origin.value());
    out.writeStringField("text", told(origin));
  }

  /** For people. */
  private static String told(Origin origin) {
    String price =
        "the %s of %s on %s"
            .formatted(
                origin.field().name().toLowerCase(java.util.Locale.ROOT),
                origin.listing(),
                origin.session());
    return switch (origin.kind()) {
      case OTHER_FIELD, OTHER_SESSION, SISTER_LISTING, OTHER_COMPANY -> "equals " + price;
      case SPLIT_ADJUSTED -> "equals " + price + " in the shares after later splits";
      case DIVIDEND_ADJUSTED -> "equals " + price + " adjusted for later dividends";
    };
  }
}
