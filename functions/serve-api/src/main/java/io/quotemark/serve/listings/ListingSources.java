package io.quotemark.serve.listings;

import io.quotemark.domain.verdict.Verdict;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Template;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the sources of a listing's articles fare with it. */
final class ListingSources {
  private static final int MOST = 8;

  private ListingSources() {}

  private record Score(String source, int contradicted, int doubtful, int decided) {
    Score and(Verdict.Outcome outcome) {
      return switch (outcome) {
        case CONTRADICTED -> new Score(source, contradicted + 1, doubtful, decided + 1);
        case DOUBTFUL -> new Score(source, contradicted, doubtful + 1, decided);
        case VERIFIED, VERIFIED_LOOSE -> new Score(source, contradicted, doubtful, decided + 1);
        case UNVERIFIABLE, PENDING, NOT_CHECKABLE -> this;
      };
    }
  }

  /** Nothing where no named source has a decided claim. */
  static Html of(List<ListingPage.Said> said) {
    Map<String, Score> scores = new TreeMap<>();
    for (ListingPage.Said one : said) {
      if (one.source() != null) {
        scores.merge(
            one.source(),
            new Score(one.source(), 0, 0, 0).and(one.claim().verdict().outcome()),
            (before, first) -> before.and(one.claim().verdict().outcome()));
      }
    }
    List<Score> rows =
        scores.values().stream()
            .filter(score -> score.decided() + score.doubtful() > 0)
            .sorted(Comparator.comparingInt(Score::decided).reversed())
            .limit(MOST)
            .toList();
    return rows.isEmpty()
        ? Html.EMPTY
        : Html.of(
            """
            <section class="box" aria-labelledby="records">
            <h2 id="records">Sources on it</h2>
            <table><caption>Contradicted of decided claims, in the articles on this page</caption>
            <thead class="aside"><tr><th scope="col">source</th><th scope="col">contradicted of decided</th></tr></thead>
            <tbody>{}</tbody></table>
            </section>
            """,
            rows.stream().map(ListingSources::row).toList());
  }

  private static Html row(Score score) {
    return Template.of(
            "<tr><th scope=\"row\"><a href=\"/sources/{segment}\"><bdi>{source}</bdi></a></th><td>{wrong} of {decided}{doubtful}</td></tr>")
        .with("segment", Html.name(score.source()))
        .with("source", score.source())
        .with("wrong", score.contradicted())
        .with("decided", score.decided())
        .with("doubtful", score.doubtful() == 0 ? "" : ", " + score.doubtful() + " doubtful")
        .html();
  }
}
