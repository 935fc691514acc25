package io.quotemark.runtime.json;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.AnswerFinding;
import io.quotemark.domain.verdict.AnswerFinding.Correction;
import io.quotemark.domain.verdict.AnswerFinding.Standing;
import io.quotemark.domain.verdict.CheckedAnswer;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.CitedValue;
import io.quotemark.domain.verdict.Origin;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what {@code POST /v1/check?as=answer} says of an answer. */
public final class AnswerReader {
  private AnswerReader() {}

  /**
   * @param checked the whole answer of the API
   * @throws Json.Malformed where it is no document that was checked as an answer
   */
  public static CheckedAnswer read(Node checked) {
    CheckedArticle article = CheckedArticleJson.read(checked);
    Map<String, CheckedClaim> claims =
        article.claims().stream()
            .collect(Collectors.toMap(claim -> claim.claim().id(), Function.identity()));
    Node answer = checked.at("answer");
    return new CheckedAnswer(
        article,
        answer.at("statements").elements().stream()
            .map(statement -> finding(statement, claims))
            .toList(),
        answer.at("corrected_text").text());
  }

  private static AnswerFinding finding(Node statement, Map<String, CheckedClaim> claims) {
    String id = statement.at("claim").text();
    CheckedClaim claim = claims.get(id);
    if (claim == null) {
      throw new Json.Malformed("a statement names the claim " + id + ", which is not there", null);
    }
    return new AnswerFinding(
        claim,
        required(Standing.class, statement.at("standing")),
        cited(statement.at("cite")),
        origin(statement.at("origin")),
        correction(statement.at("correction")));
  }

  private static @Nullable CitedValue cited(Node cite) {
    return cite.isObject()
        ? new CitedValue(
            cite.at("value").decimal(),
            cite.at("percent").flag(),
            cite.at("currency").textOrNull(),
            Out.upper(PriceField.class, cite.at("field")),
            day(cite.at("session").textOrNull()),
            listing(cite.at("listing").textOrNull()),
            cite.at("source").textOrNull())
        : null;
  }

  private static @Nullable Origin origin(Node origin) {
    return origin.isObject()
        ? new Origin(
            required(Origin.Kind.class, origin.at("kind")),
            ListingId.parse(origin.at("listing").text()),
            LocalDate.parse(origin.at("session").text()),
            required(PriceField.class, origin.at("field")),
            origin.at("value").decimal())
        : null;
  }

  private static @Nullable Correction correction(Node correction) {
    return correction.isObject()
        ? new Correction(
            correction.at("start").integer(),
            correction.at("end").integer(),
            correction.at("text").text())
        : null;
  }

  private static <E extends Enum<E>> E required(Class<E> type, Node node) {
    E value = Out.upper(type, node);
    if (value == null) {
      throw new Json.Malformed("a " + type.getSimpleName() + " is missing", null);
    }
    return value;
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  private static @Nullable ListingId listing(@Nullable String text) {
    return text == null ? null : ListingId.parse(text);
  }
}
