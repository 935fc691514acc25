package io.quotemark.serve.sources;

import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.serve.articles.ArticleList;
import io.quotemark.serve.articles.ArticleRows;
import io.quotemark.serve.articles.ArticleSearch;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Call;
import io.quotemark.serve.http.Parameters;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.ArticleQuery;
import io.quotemark.storage.articles.ArticleRecord;
import io.quotemark.storage.articles.Sources;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The page of a source: its scorecard and its articles. */
public final class SourcePages {
  private static final int ARTICLES = 20;

  /** The stretch of the scorecard, and the page of the articles. */
  public static final Set<String> PARAMETERS =
      Set.of("published_after", "published_before", "cursor");

  private final Sources sources;
  private final ArticleSearch articles;
  private final ArticleRows rows;
  private final Clock clock;

  public SourcePages(Sources sources, ArticleSearch articles, ArticleRows rows, Clock clock) {
    this.sources = sources;
    this.articles = articles;
    this.rows = rows;
    this.clock = clock;
  }

  public HttpResponse one(Call call) {
    String source = SourceName.of(call);
    Parameters query = call.query();
    Scorecard.known(sources, source);
    Scorecard card = Scorecard.of(sources, source, query, last(source));
    ArticleIndex.Page<ArticleRecord.Summary> page =
        articles.page(
            ArticleQuery.ofSource(source, card.from(), card.to()), ARTICLES, query.text("cursor"));
    return Answers.page(
        200,
        SourcePage.of(
            source,
            new SourcePage.Card(
                card.from(),
                card.to(),
                card.tally().articles(),
                sure(card),
                SourceRecord.of(card.tally().months()),
                card.byKind(),
                card.tally().sample()),
            rows.of(page.items()),
            ArticleList.next(
                "",
                Map.of(
                    "published_after",
                    card.from().toString(),
                    "published_before",
                    card.to().toString()),
                page.next())));
  }

  /** Tomorrow; the day of the newest article where that is more than a year ago. */
  private LocalDate last(String source) {
    LocalDate tomorrow = LocalDate.now(clock.withZone(ZoneOffset.UTC)).plusDays(1);
    return articles.page(ArticleQuery.ofSource(source, null, null), 1, null).items().stream()
        .flatMap(article -> Optional.ofNullable(article.published()).stream())
        .map(published -> LocalDate.parse(published.substring(0, 10)))
        .filter(newest -> newest.isBefore(tomorrow.minusYears(1)))
        .findFirst()
        .orElse(tomorrow);
  }

  private static String sure(Scorecard card) {
    int doubtful = card.doubtful();
    return shared(card.contradicted(), card.decided())
        + (doubtful == 0
            ? ""
            : " Beside them, %d %s doubtful, which accuses nobody."
                .formatted(doubtful, doubtful == 1 ? "claim is" : "claims are"));
  }

  private static String shared(int wrong, int decided) {
    return decided == 0
        ? "No claim of these articles could be decided yet."
        : "%d of %d decided %s contradicted. With 95 %% confidence, %s of its claims are wrong."
            .formatted(
                wrong,
                decided,
                decided == 1 ? "claim is" : wrong == 1 ? "claims is" : "claims are",
                WilsonInterval.of(wrong, decided).words());
  }
}
