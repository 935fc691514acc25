package io.quotemark.runtime.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.verdict.EvidenceNeed;
import io.quotemark.domain.verdict.EvidenceNeeded;
import io.quotemark.domain.verdict.EvidenceOffer;
import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Prices that claims wait for: of one claim, and put together by listing. */
public final class EvidenceJson {
  private static final String NAME = "evidence_needed";

  private EvidenceJson() {}

  /** The field of a claim that waits; others do not have it. */
  static void writeNeeds(List<EvidenceNeed> needs, JsonGenerator out) throws IOException {
    out.writeArrayFieldStart(NAME);
    for (EvidenceNeed need : needs) {
      out.writeStartObject();
      out.writeStringField("listing", need.listing().toString());
      Out.text(out, "from", need.from());
      Out.text(out, "to", need.to());
      fields(need.fields(), out);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /** None in what was stored before it was noted. */
  static List<EvidenceNeed> needs(Node claim) {
    return claim.at(NAME).elements().stream()
        .map(need ->
            new EvidenceNeed(
                ListingId.parse(need.at("listing").text()),
                VerdictJson.date(need.at("from")),
                LocalDate.parse(need.at("to").text()),
                fields(need.at("fields"))))
        .toList();
  }

  /** Listing, stretches of sessions and fields, as members of an open object. */
  public static void writeListing(EvidenceNeeded needed, JsonGenerator out) throws IOException {
    out.writeStringField("listing", needed.listing().toString());
    out.writeArrayFieldStart("sessions");
    for (EvidenceNeeded.Stretch stretch : needed.sessions()) {
      out.writeStartObject();
      Out.text(out, "from", stretch.from());
      Out.text(out, "to", stretch.to());
      out.writeEndObject();
    }
    out.writeEndArray();
    fields(needed.fields(), out);
  }

  /** The field of an article: by listing, with the claims that wait and where it can be had. */
  static void writeNeeded(
      List<EvidenceNeeded> all,
      Function<EvidenceNeeded, List<EvidenceOffer>> where,
      JsonGenerator out)
      throws IOException {
    out.writeArrayFieldStart(NAME);
    for (EvidenceNeeded needed : all) {
      out.writeStartObject();
      writeListing(needed, out);
      Out.texts(out, "claims", needed.claims());
      writeOffers(where.apply(needed), out);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /** Where it can be had, as a member of an open object. */
  public static void writeOffers(List<EvidenceOffer> offers, JsonGenerator out) throws IOException {
    out.writeArrayFieldStart("where");
    for (EvidenceOffer offer : offers) {
      out.writeStartObject();
      Out.lower(out, "kind", offer.kind());
      out.writeStringField("name", offer.name());
      out.writeArrayFieldStart("files");
      for (EvidenceOffer.Download file : offer.files()) {
        out.writeStartObject();
        out.writeStringField("url", file.url());
        Out.text(out, "from", file.from());
        Out.text(out, "to", file.to());
        out.writeEndObject();
      }
      out.writeEndArray();
      fields(offer.fields(), out);
      out.writeStringField("todo", offer.todo());
      Out.text(out, "terms", offer.terms());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void fields(Set<EvidenceNeed.Field> fields, JsonGenerator out) throws IOException {
    Out.texts(
        out,
        "fields",
        fields.stream().map(field -> field.name().toLowerCase(Locale.ROOT)).toList());
  }

  private static Set<EvidenceNeed.Field> fields(Node node) {
    Set<EvidenceNeed.Field> fields = EnumSet.noneOf(EvidenceNeed.Field.class);
    node.elements().forEach(name -> fields.add(Out.required(EvidenceNeed.Field.class, name)));
    return fields;
  }
}
