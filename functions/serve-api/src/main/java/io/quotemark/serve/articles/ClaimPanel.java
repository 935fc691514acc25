package io.quotemark.serve.articles;

import io.quotemark.domain.claim.ListingChoice;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.serve.chart.Proof;
import io.quotemark.serve.http.Spoken;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Template;
import io.quotemark.serve.pages.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The claims of an article: the chosen one opened, and all of them in a list to choose from. Which
 * is chosen stands in the address ({@code #c3}), so the style sheet alone can show it; without a
 * choice it is the one that most wants an explanation.
 */
final class ClaimPanel {
  /** More charts would make a page too heavy; the others are a link away. */
  private static final int MOST_CHARTS = 24;

  private ClaimPanel() {}

  /**
   * @param chosen the claim that is open first, null where there is no claim
   * @param id of the article, null where it is not stored
   * @param trails of wrong figures that other articles have too, by the claims' ids
   */
  static Html of(
      CheckedArticle checked,
      @Nullable CheckedClaim chosen,
      ArticlePrices.Loaded prices,
      @Nullable String id,
      Map<String, ErrorTrail> trails) {
    List<CheckedClaim> claims = checked.claims();
    List<Html> cards = new ArrayList<>();
    List<Html> rows = new ArrayList<>();
    int charts = 0;
    for (int i = 0; i < claims.size(); i++) {
      CheckedClaim claim = claims.get(i);
      Proof proof = charts < MOST_CHARTS ? prices.proof(claim).orElse(null) : null;
      charts += proof == null ? 0 : 1;
      cards.add(
          ClaimCard.of(
              claim,
              new ClaimCard.Place(
                  i + 1,
                  claims.size(),
                  i == 0 ? null : claims.get(i - 1).claim().id(),
                  i + 1 == claims.size() ? null : claims.get(i + 1).claim().id(),
                  isSame(claim, chosen),
                  id),
              proof,
              trails.get(claim.claim().id())));
      rows.add(row(claim, isSame(claim, chosen)));
    }
    return Template.of(
            """
            <section class="claims" aria-labelledby="claims">
            <h2 id="claims"{aside}>{heading}</h2>
            <div class="cards">{cards}</div>
            {choice}
            </section>
            """)
        .with("aside", Html.when(!claims.isEmpty(), Html.of(" class=\"aside\"")))
        .with("heading", heading(claims.size()))
        .with("cards", cards)
        .with(
            "choice",
            Html.when(
                claims.size() > 1,
                Html.of(
                    "<nav class=\"choice\" aria-labelledby=\"all-claims\"><h2 id=\"all-claims\">All"
                        + " claims <span class=\"keys small\" hidden><kbd>j</kbd> <kbd>k</kbd> to step"
                        + " through</span></h2><ol>{}</ol></nav>",
                    rows)))
        .html();
  }

  private static boolean isSame(CheckedClaim claim, @Nullable CheckedClaim other) {
    return other != null && claim.claim().id().equals(other.claim().id());
  }

  private static String heading(int claims) {
    return switch (claims) {
      case 0 -> "No share-price claim found";
      case 1 -> "1 claim, and why";
      default -> claims + " claims, and why";
    };
  }

  /** The claim that most wants an explanation; null where there is none. */
  static @Nullable CheckedClaim first(List<CheckedClaim> claims) {
    return claims.isEmpty() ? null : gravestFirst(claims).getFirst();
  }

  /** By how much they want an explanation, those alike as they stand in the article. */
  static List<CheckedClaim> gravestFirst(List<CheckedClaim> claims) {
    return claims.stream()
        .sorted(Comparator.comparingInt((CheckedClaim c) -> rank(c.verdict().outcome())))
        .toList();
  }

  private static int rank(Verdict.Outcome outcome) {
    return switch (outcome) {
      case CONTRADICTED -> 0;
      case DOUBTFUL -> 1;
      case VERIFIED_LOOSE -> 2;
      case VERIFIED -> 3;
      case UNVERIFIABLE -> 4;
      case PENDING -> 5;
      case NOT_CHECKABLE -> 6;
    };
  }

  private static Html row(CheckedClaim checked, boolean chosen) {
    Verdict.Outcome outcome = checked.verdict().outcome();
    ListingChoice listing = checked.claim().listing();
    return Template.of(
            "<li><a class=\"{look}{on}\" href=\"#{id}\" title=\"{because}\"><span class=\"sign\""
                + " role=\"img\" aria-label=\"{word}\">{sign}</span> <span"
                + " class=\"words\"><bdi>{text}</bdi></span> <span"
                + " class=\"ticker\">{ticker}</span></a></li>\n")
        .with("look", Words.cssClass(outcome))
        .with("on", chosen ? " on" : "")
        .with("id", checked.claim().id())
        .with("because", Spoken.sentences().reason(checked))
        .with("word", Words.of(outcome))
        .with("sign", Words.sign(outcome))
        .with("text", checked.claim().at().text())
        .with("ticker", listing == null ? "" : listing.id().ticker())
        .html();
  }
}
