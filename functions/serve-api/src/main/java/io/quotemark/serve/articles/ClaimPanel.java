package io.quotemark.serve.articles;

import io.quotemark.domain.claim.ListingChoice;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.serve.chart.ClaimMarks;
import io.quotemark.serve.chart.Mark;
import io.quotemark.serve.chart.PriceChart;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The claims of an article: the chosen one opened, and all of them in a list to choose from. Which
 * is chosen stands in the address ({@code #c3}), so the style sheet alone can show it; without a
 * choice it is the one that most wants an explanation.
 */
final class ClaimPanel {
  private ClaimPanel() {}

  /**
   * @param permalink address of the page, null where it has none
   */
  static Html of(CheckedArticle checked, ArticleCharts charts, @Nullable String permalink) {
    List<CheckedClaim> claims = checked.claims();
    CheckedClaim first = first(claims);
    List<Html> cards = new ArrayList<>();
    List<Html> rows = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      CheckedClaim claim = claims.get(i);
      cards.add(
          ClaimCard.of(
              claim,
              i + 1,
              claims.size(),
              claim.equals(first),
              chart(checked, claim, charts),
              permalink));
      rows.add(row(claim));
    }
    return Html.of(
        """
        <section class="claims" aria-label="Claims">
        <h2>{}</h2>
        <div class="cards">{}</div>
        {}
        </section>
        """,
        heading(claims.size()),
        cards,
        Html.when(
            claims.size() > 1,
            Html.of("<nav class=\"choice\" aria-label=\"All claims\"><ol>{}</ol></nav>", rows)));
  }

  private static String heading(int claims) {
    return switch (claims) {
      case 0 -> "No share-price claim found";
      case 1 -> "1 claim, and why";
      default -> claims + " claims, and why";
    };
  }

  private static @Nullable CheckedClaim first(List<CheckedClaim> claims) {
    return claims.stream()
        .min(Comparator.comparingInt((CheckedClaim c) -> rank(c.verdict().outcome())))
        .orElse(null);
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

  private static Html row(CheckedClaim checked) {
    Verdict.Outcome outcome = checked.verdict().outcome();
    return Html.of(
        "<li><a href=\"#{}\"><span class=\"sign {}\" role=\"img\" aria-label=\"{}\">{}</span> {}</a></li>\n",
        checked.claim().id(),
        Words.cssClass(outcome),
        Words.of(outcome),
        Words.sign(outcome),
        checked.claim().at().text());
  }

  private static @Nullable Html chart(
      CheckedArticle checked, CheckedClaim claim, ArticleCharts charts) {
    ListingChoice listing = claim.claim().listing();
    PriceChart chart = listing == null ? null : charts.byListing().get(listing.id());
    List<Mark> marks = ClaimMarks.of(claim);
    if (listing == null || chart == null || chart.isEmpty() || marks.isEmpty()) {
      return null;
    }
    List<Mark> all = new ArrayList<>(ClaimMarks.published(checked.article().published()));
    all.addAll(marks);
    return new Html(
        chart.again(ArticleCharts.id(listing.id()), "Claim: " + claim.claim().at().text(), all));
  }
}
