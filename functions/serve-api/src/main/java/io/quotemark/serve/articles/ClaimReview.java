package io.quotemark.serve.articles;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quotemark.domain.article.Article;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.runtime.json.Json;
import io.quotemark.serve.http.Spoken;
import io.quotemark.serve.pages.Html;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A verdict in the words of schema.org (<a href="https://schema.org/ClaimReview">ClaimReview</a>),
 * by which search engines and other desks find fact checks. Only claims that prices decided have
 * one: a doubt accuses nobody.
 *
 * <p>Ratings are words on a scale of three: Contradicted (1), Roughly right (2), Verified (3).
 */
public final class ClaimReview {
  private static final Set<Verdict.Outcome> DECIDED =
      Set.of(
          Verdict.Outcome.CONTRADICTED, Verdict.Outcome.VERIFIED_LOOSE, Verdict.Outcome.VERIFIED);

  private final @Nullable String origin;
  private final String articleId;
  private final Article article;
  private final boolean sample;

  /**
   * @param origin with which addresses begin, {@code https://desk.example.com}; null where it is
   *     not known
   * @param sample whether the verdicts rest on sample data
   */
  public ClaimReview(@Nullable String origin, String articleId, Article article, boolean sample) {
    this.origin = origin;
    this.articleId = articleId;
    this.article = article;
    this.sample = sample;
  }

  public static boolean isDecided(CheckedClaim claim) {
    return DECIDED.contains(claim.verdict().outcome());
  }

  /**
   * All decided claims of the article, for the head of its page; nothing where there are none. It
   * is data, which browsers do not run, so the page's policy has nothing to forbid.
   */
  public Html head(List<CheckedClaim> claims) {
    List<CheckedClaim> decided = claims.stream().filter(ClaimReview::isDecided).toList();
    if (decided.isEmpty()) {
      return Html.EMPTY;
    }
    byte[] json =
        Json.write(out -> {
          out.writeStartArray();
          for (CheckedClaim claim : decided) {
            write(claim, out);
          }
          out.writeEndArray();
        });
    // within a script element only "<" could end the data
    String data = new String(json, StandardCharsets.UTF_8).replace("<", "\\u003c");
    return Html.of("<script type=\"application/ld+json\">" + data + "</script>\n");
  }

  /** One claim, as an object. */
  public void write(CheckedClaim claim, JsonGenerator out) throws IOException {
    Verdict.Outcome outcome = claim.verdict().outcome();
    out.writeStartObject();
    out.writeStringField("@context", "https://schema.org");
    out.writeStringField("@type", "ClaimReview");
    out.writeStringField("url", page() + "#" + claim.claim().id());
    out.writeStringField("claimReviewed", claim.claim().at().text().replaceAll("\\s+", " "));
    String date = reviewed(claim);
    if (date != null) {
      out.writeStringField("datePublished", date);
    }
    out.writeStringField("inLanguage", Spoken.sentences().language());
    out.writeStringField(
        "reviewBody",
        Spoken.sentences().reason(claim)
            + (sample ? " This verdict rests on sample data, some of which is made up." : ""));
    if (sample) {
      out.writeStringField("keywords", "SAMPLE_DATA");
    }
    organization("author", "Quotemark", out);
    out.writeObjectFieldStart("reviewRating");
    out.writeStringField("@type", "Rating");
    out.writeNumberField("ratingValue", rating(outcome));
    out.writeNumberField("worstRating", 1);
    out.writeNumberField("bestRating", 3);
    out.writeStringField("alternateName", Spoken.sentences().verdict(outcome));
    out.writeEndObject();
    item(out);
    out.writeEndObject();
  }

  private void item(JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("itemReviewed");
    out.writeStringField("@type", "Claim");
    if (!article.authors().isEmpty()) {
      out.writeArrayFieldStart("author");
      for (String author : article.authors()) {
        out.writeStartObject();
        out.writeStringField("@type", "Person");
        out.writeStringField("name", author);
        out.writeEndObject();
      }
      out.writeEndArray();
    } else if (article.source() != null) {
      organization("author", article.source(), out);
    }
    if (article.published() != null) {
      out.writeStringField("datePublished", article.published().toString());
    }
    out.writeObjectFieldStart("appearance");
    out.writeStringField("@type", "NewsArticle");
    out.writeStringField("headline", article.title());
    String address = web(article.address());
    if (address != null) {
      out.writeStringField("url", address);
    }
    if (article.published() != null) {
      out.writeStringField("datePublished", article.published().toString());
    }
    if (article.source() != null) {
      organization("publisher", article.source(), out);
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void organization(String role, String name, JsonGenerator out) throws IOException {
    out.writeObjectFieldStart(role);
    out.writeStringField("@type", "Organization");
    out.writeStringField("name", name);
    out.writeEndObject();
  }

  /** The day whose prices decided it were stored; null where that is not known. */
  private static @Nullable String reviewed(CheckedClaim claim) {
    Verdict.Evidence evidence = claim.verdict().evidence();
    return evidence == null || evidence.retrievedAt() == null
        ? null
        : evidence.retrievedAt().toString().substring(0, 10);
  }

  private static int rating(Verdict.Outcome outcome) {
    return switch (outcome) {
      case CONTRADICTED -> 1;
      case VERIFIED_LOOSE -> 2;
      case VERIFIED -> 3;
      case DOUBTFUL, UNVERIFIABLE, PENDING, NOT_CHECKABLE ->
          throw new IllegalArgumentException("no prices decided it: " + outcome);
    };
  }

  private String page() {
    return (origin == null ? "" : origin) + "/articles/" + articleId;
  }

  /** An article's address where it is one of the web: it is what others wrote. */
  private static @Nullable String web(@Nullable String address) {
    try {
      String scheme = address == null ? null : new URI(address).getScheme();
      return "https".equals(scheme) || "http".equals(scheme) ? address : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
