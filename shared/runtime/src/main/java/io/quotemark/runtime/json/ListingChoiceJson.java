package io.quotemark.runtime.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quotemark.domain.claim.ListingChoice;
import io.quotemark.domain.claim.ListingEvidence;
import io.quotemark.domain.listing.ListingId;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The listing of a claim with what speaks for it and against the others. {@code why} of a rejected
 * listing says in one text what {@code by} and {@code outweighs} say apart; older builds stored
 * that text alone.
 */
final class ListingChoiceJson {
  private static final String OUTWEIGHS = " outweighs ";

  /** What decides where nothing speaks for any listing. */
  private static final String ORDER = "order";

  private ListingChoiceJson() {}

  static void write(@Nullable ListingChoice choice, JsonGenerator out) throws IOException {
    if (choice == null) {
      out.writeNullField("listing");
      return;
    }
    out.writeObjectFieldStart("listing");
    Out.text(out, "id", choice.id());
    Out.decimal(out, "score", choice.score());
    Out.texts(out, "why", choice.why());
    out.writeArrayFieldStart("rejected");
    for (ListingChoice.Rejected rejected : choice.rejected()) {
      out.writeStartObject();
      Out.text(out, "id", rejected.id());
      out.writeStringField("why", text(rejected));
      Out.lower(out, "by", rejected.by());
      Out.texts(out, "outweighs", rejected.outweighed());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  static @Nullable ListingChoice read(Node node) {
    return node.isPresent()
        ? new ListingChoice(
            ListingId.parse(node.at("id").text()),
            node.at("score").decimal(),
            evidence(node.at("why").texts()),
            node.at("rejected").elements().stream().map(ListingChoiceJson::rejected).toList())
        : null;
  }

  private static String text(ListingChoice.Rejected rejected) {
    String by = rejected.by() == null ? ORDER : rejected.by().toString();
    List<String> others = rejected.outweighed().stream().map(ListingEvidence::toString).toList();
    return others.isEmpty() ? by : by + OUTWEIGHS + String.join(", ", others);
  }

  private static ListingChoice.Rejected rejected(Node node) {
    ListingId id = ListingId.parse(node.at("id").text());
    return node.at("outweighs").isPresent()
        ? new ListingChoice.Rejected(
            id,
            Out.upper(ListingEvidence.Kind.class, node.at("by")),
            evidence(node.at("outweighs").texts()))
        : earlier(id, node.at("why").text());
  }

  /** As builds stored it that knew the text alone. */
  private static ListingChoice.Rejected earlier(ListingId id, String why) {
    String[] parts = why.split(OUTWEIGHS, 2);
    List<String> others = parts.length < 2 ? List.of() : Arrays.asList(parts[1].split(", ", -1));
    return new ListingChoice.Rejected(
        id, parts[0].equals(ORDER) ? null : evidence(parts[0]).kind(), evidence(others));
  }

  private static List<ListingEvidence> evidence(List<String> texts) {
    return texts.stream().map(ListingChoiceJson::evidence).toList();
  }

  private static ListingEvidence evidence(String text) {
    return ListingEvidence.parse(text)
        .orElseThrow(() -> new Json.Malformed("no evidence for a listing: " + text, null));
  }
}
