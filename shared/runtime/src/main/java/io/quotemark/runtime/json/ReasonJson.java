package io.quotemark.runtime.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Fact;
import io.quotemark.domain.verdict.Reason;
import io.quotemark.sentences.Sentences;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reasons: stored as their facts, which every language can say, and answered as sentences, with the
 * parts and the facts of the deciding one beside them.
 */
final class ReasonJson {
  private ReasonJson() {}

  /** As they are stored. */
  static void store(CheckedClaim checked, JsonGenerator out) throws IOException {
    out.writeArrayFieldStart("reasons");
    for (Reason reason : checked.verdict().reasons()) {
      reason(reason, out);
    }
    out.writeEndArray();
    Reason repair = checked.verdict().repair();
    if (repair == null) {
      out.writeNullField("repair");
    } else {
      out.writeFieldName("repair");
      reason(repair, out);
    }
  }

  /** As they are answered. */
  static void say(CheckedClaim checked, Sentences sentences, JsonGenerator out) throws IOException {
    Out.texts(out, "reasons", sentences.reasons(checked));
    List<Reason> reasons = checked.verdict().reasons();
    if (!reasons.isEmpty()) {
      explanation(sentences.parts(checked), reasons.getFirst(), out);
    }
    Out.text(out, "repair", sentences.repair(checked));
    Out.text(out, "correction", sentences.correction(checked));
    for (Reason reason : reasons) {
      Fact first = reason.facts().get("article");
      if (first != null) {
        out.writeStringField("copied_from", first.text());
      }
    }
  }

  private static void explanation(Sentences.Parts parts, Reason reason, JsonGenerator out)
      throws IOException {
    out.writeObjectFieldStart("explanation");
    out.writeStringField("claimed", parts.claimed());
    Out.text(out, "prices", parts.prices());
    Out.text(out, "when", parts.when());
    out.writeStringField("why", parts.why());
    out.writeStringField("key", reason.key());
    out.writeFieldName("facts");
    facts(reason, out);
    out.writeEndObject();
  }

  private static void reason(Reason reason, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("key", reason.key());
    out.writeFieldName("facts");
    facts(reason, out);
    out.writeEndObject();
  }

  private static void facts(Reason reason, JsonGenerator out) throws IOException {
    out.writeStartObject();
    for (Map.Entry<String, Fact> fact : reason.facts().entrySet()) {
      out.writeObjectFieldStart(fact.getKey());
      out.writeStringField(Out.lower(fact.getValue().kind()), fact.getValue().text());
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  /** Also sentences: what was stored before they were data, and what was answered. */
  static List<Reason> read(Node reasons) {
    List<Reason> all = new ArrayList<>();
    for (Node reason : reasons.elements()) {
      all.add(readOne(reason));
    }
    return all;
  }

  static @Nullable Reason readOrNull(Node reason) {
    return reason.isPresent() ? readOne(reason) : null;
  }

  private static Reason readOne(Node reason) {
    if (!reason.isObject()) {
      return Reason.said(reason.text());
    }
    Map<String, Fact> facts = new LinkedHashMap<>();
    for (Map.Entry<String, Node> place : reason.at("facts").members().entrySet()) {
      for (Map.Entry<String, Node> fact : place.getValue().members().entrySet()) {
        facts.put(place.getKey(), fact(fact.getKey(), fact.getValue()));
      }
    }
    return new Reason(reason.at("key").text(), facts);
  }

  private static Fact fact(String kind, Node text) {
    for (Fact.Kind known : Fact.Kind.values()) {
      if (Out.lower(known).equals(kind)) {
        return new Fact(known, text.text());
      }
    }
    throw new Json.Malformed("no kind of fact is called \"" + kind + "\"", null);
  }
}
