package io.quotemark.runtime.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quotemark.domain.claim.Amount;
import io.quotemark.domain.claim.Conversion;
import io.quotemark.domain.claim.Entity;
import io.quotemark.domain.price.ListingContext;
import io.quotemark.domain.verdict.CheckedAnswer;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.EvidenceNeeded;
import io.quotemark.domain.verdict.EvidenceOffer;
import io.quotemark.domain.verdict.Versions;
import io.quotemark.sentences.Sentences;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code POST /v1/check} and the body of a stored article; the same value always
 * gives the same bytes.
 */
public final class CheckedArticleJson {
  /** Whether an answer holds the article's text, and why not. */
  public enum TextStatus {
    SERVED,

    /** The operator has not switched texts on. */
    WITHHELD,

    /** It was deleted after its retention. */
    EXPIRED
  }

  /** What a stored article has beyond a checked one; written first. */
  public record Stored(String id, String version, TextStatus text) {}

  private CheckedArticleJson() {}

  /** As it is stored, and as {@link #read} reads it. */
  public static byte[] write(CheckedArticle checked) {
    return Json.write(out -> write(checked, null, null, null, null, out));
  }

  /**
   * As it is answered.
   *
   * @param where prices that claims wait for can be had
   * @param sentences that say the verdicts
   */
  public static byte[] write(
      CheckedArticle checked,
      @Nullable Stored stored,
      Function<EvidenceNeeded, List<EvidenceOffer>> where,
      Sentences sentences) {
    return Json.write(out -> write(checked, stored, where, sentences, null, out));
  }

  /** The answer inside another. */
  public static void write(
      CheckedArticle checked,
      Function<EvidenceNeeded, List<EvidenceOffer>> where,
      Sentences sentences,
      JsonGenerator out)
      throws IOException {
    write(checked, null, where, sentences, null, out);
  }

  /** An assistant's answer with what is said of each of its price statements. */
  public static byte[] write(
      CheckedAnswer answer,
      Function<EvidenceNeeded, List<EvidenceOffer>> where,
      Sentences sentences) {
    return Json.write(out -> write(answer.checked(), null, where, sentences, answer, out));
  }

  /** One claim as the contract writes it. */
  public static void writeClaim(CheckedClaim claim, Sentences sentences, JsonGenerator out)
      throws IOException {
    ClaimJson.write(claim, sentences, out);
  }

  /** Lists of an article, in the order in which they are written. */
  public enum Part {
    AMOUNTS,
    ENTITIES,
    CLAIMS,
    CONTEXT
  }

  /** One of its lists, as a field. */
  public static void writePart(
      CheckedArticle checked, Part part, Sentences sentences, JsonGenerator out)
      throws IOException {
    part(checked, part, sentences, out);
  }

  private static void part(
      CheckedArticle checked, Part part, @Nullable Sentences sentences, JsonGenerator out)
      throws IOException {
    out.writeArrayFieldStart(part.name().toLowerCase(Locale.ROOT));
    switch (part) {
      case AMOUNTS -> {
        for (Amount amount : checked.amounts()) {
          FoundJson.write(amount, out);
        }
      }
      case ENTITIES -> {
        for (Entity entity : checked.entities()) {
          FoundJson.write(entity, out);
        }
      }
      case CLAIMS -> {
        for (CheckedClaim claim : checked.claims()) {
          ClaimJson.write(claim, sentences, out);
        }
      }
      case CONTEXT -> {
        for (ListingContext context : checked.context()) {
          ContextJson.write(context, out);
        }
      }
    }
    out.writeEndArray();
  }

  private static void write(
      CheckedArticle checked,
      @Nullable Stored stored,
      @Nullable Function<EvidenceNeeded, List<EvidenceOffer>> where,
      @Nullable Sentences sentences,
      @Nullable CheckedAnswer answer,
      JsonGenerator out)
      throws IOException {
    out.writeStartObject();
    if (stored != null) {
      out.writeStringField("id", stored.id());
      out.writeStringField("version", stored.version());
      Out.lower(out, "text_status", stored.text());
    }
    out.writeFieldName("article");
    ArticleJson.write(checked.article(), out);
    for (Part part : Part.values()) {
      part(checked, part, sentences, out);
    }
    if (where != null) {
      EvidenceJson.writeNeeded(checked.evidenceNeeded(), where, out);
    }
    out.writeArrayFieldStart("conversions");
    for (Conversion conversion : checked.conversions()) {
      FoundJson.write(conversion, out);
    }
    out.writeEndArray();
    out.writeObjectFieldStart("versions");
    out.writeStringField("rules", checked.versions().rules());
    out.writeStringField("master", checked.versions().master());
    out.writeStringField("bars", checked.versions().bars());
    out.writeEndObject();
    out.writeBooleanField("sample_data", checked.sampleData());
    if (!checked.trace().isEmpty()) {
      Out.texts(out, "trace", checked.trace());
    }
    if (answer != null) {
      out.writeFieldName("answer");
      AnswerJson.write(answer, out);
    }
    out.writeEndObject();
  }

  /**
   * @throws Json.Malformed where it is not what {@link #write} wrote
   */
  public static CheckedArticle read(byte[] json) {
    return read(Json.read(json));
  }

  /**
   * Only its claims, which takes a part of the time.
   *
   * @throws Json.Malformed where it is not what {@link #write} wrote
   */
  public static List<CheckedClaim> readClaims(byte[] json) {
    return claims(Json.read(json));
  }

  /**
   * What an article states, and where it stands.
   *
   * @param address of the article, null where it has none
   */
  public record Statements(@Nullable String address, List<CheckedClaim> claims) {
    public static final Statements NONE = new Statements(null, List.of());

    public Statements {
      claims = List.copyOf(claims);
    }
  }

  /**
   * Its claims and its address alone.
   *
   * @throws Json.Malformed where it is not what {@link #write} wrote
   */
  public static Statements readStatements(byte[] json) {
    Node article = Json.read(json);
    return new Statements(article.at("article").at("address").textOrNull(), claims(article));
  }

  /** One of them, as {@link #writeClaim} writes it. */
  public static CheckedClaim readClaim(Node claim) {
    return ClaimJson.read(claim);
  }

  private static List<CheckedClaim> claims(Node article) {
    return article.at("claims").elements().stream().map(ClaimJson::read).toList();
  }

  public static CheckedArticle read(Node node) {
    Node versions = node.at("versions");
    return new CheckedArticle(
        ArticleJson.read(node.at("article")),
        node.at("amounts").elements().stream().map(FoundJson::amount).toList(),
        node.at("entities").elements().stream().map(FoundJson::entity).toList(),
        claims(node),
        node.at("context").elements().stream().map(ContextJson::read).toList(),
        node.at("conversions").elements().stream().map(FoundJson::conversion).toList(),
        new Versions(
            versions.at("rules").text(), versions.at("master").text(), versions.at("bars").text()),
        node.at("sample_data").flag(),
        node.at("trace").texts());
  }
}
