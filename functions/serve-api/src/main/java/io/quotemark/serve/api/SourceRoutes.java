package io.quotemark.serve.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Parameters;
import io.quotemark.serve.http.Problem;
import io.quotemark.serve.http.Route;
import io.quotemark.serve.http.Similar;
import io.quotemark.serve.pages.SourcePage;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.ArticleLists;
import io.quotemark.storage.articles.ArticleQuery;
import io.quotemark.storage.articles.ArticleRecord.Summary;
import io.quotemark.storage.articles.Sources;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How often a source's share-price claims held, with how sure that is; and its articles. */
public final class SourceRoutes {
  /** So that the cost is bounded however long the stretch is. */
  private static final int MOST_ARTICLES = 2_000;

  /** On one page for people. */
  private static final int ARTICLES = 20;

  private static final Set<String> DECIDED = Set.of("verified", "verified_loose", "contradicted");

  private final Sources sources;
  private final ArticleLists lists;
  private final Clock clock;

  public SourceRoutes(Sources sources, ArticleLists lists, Clock clock) {
    this.sources = sources;
    this.lists = lists;
    this.clock = clock;
  }

  public List<Route> routes() {
    Set<String> stretch = Set.of("published_after", "published_before");
    return List.of(
        new Route(
            "GET",
            "/v1/sources/{source}/scorecard",
            stretch,
            (request, path, query) -> json(path.getFirst(), query)),
        new Route(
            "GET",
            "/sources/{source}",
            Set.of("published_after", "published_before", "cursor"),
            (request, path, query) -> page(path.getFirst(), query)));
  }

  private record Card(LocalDate from, LocalDate to, Sources.Tally tally) {
    int claims(Set<String> outcomes) {
      return tally.kinds().entrySet().stream()
          .filter(e -> outcomes.contains(e.getKey().substring(e.getKey().indexOf('/') + 1)))
          .mapToInt(Map.Entry::getValue)
          .sum();
    }

    Map<String, Map<String, Integer>> byKind() {
      Map<String, Map<String, Integer>> out = new TreeMap<>();
      tally
          .kinds()
          .forEach((name, count) -> {
            int bar = name.indexOf('/');
            out.computeIfAbsent(name.substring(0, bar), kind -> new TreeMap<>())
                .merge(name.substring(bar + 1), count, Integer::sum);
          });
      return out;
    }
  }

  private Card card(String source, Parameters query) {
    if (source.isBlank() || !sources.knows(source)) {
      throw Problem.notFound("source", source, Similar.to(source, sources.names())).raised();
    }
    LocalDate asked = query.date("published_before");
    LocalDate to =
        asked == null ? LocalDate.now(clock.withZone(ZoneOffset.UTC)).plusDays(1) : asked;
    LocalDate since = query.date("published_after");
    LocalDate from = since == null ? to.minusYears(1) : since;
    if (from.isAfter(to)) {
      throw Problem.invalidParameter("published_after", "is later than published_before").raised();
    }
    return new Card(from, to, sources.tally(source, from, to, MOST_ARTICLES));
  }

  private HttpResponse json(String source, Parameters query) {
    Card card = card(source, query);
    return Answers.json(out -> {
      out.writeStartObject();
      out.writeStringField("source", source);
      out.writeStringField("published_after", card.from().toString());
      out.writeStringField("published_before", card.to().toString());
      out.writeNumberField("articles", card.tally().articles());
      out.writeBooleanField("complete", card.tally().complete());
      out.writeObjectFieldStart("claims_by_kind");
      for (var kind : card.byKind().entrySet()) {
        out.writeObjectFieldStart(kind.getKey());
        for (var outcome : kind.getValue().entrySet()) {
          out.writeNumberField(outcome.getKey(), outcome.getValue());
        }
        out.writeEndObject();
      }
      out.writeEndObject();
      out.writeFieldName("contradicted");
      share(out, card.claims(Set.of("contradicted")), card.claims(DECIDED));
      out.writeBooleanField("sample_data", card.tally().sample());
      out.writeEndObject();
    });
  }

  /** Of the claims that prices could decide. */
  private static void share(JsonGenerator out, int hits, int decided) throws IOException {
    out.writeStartObject();
    out.writeNumberField("claims", hits);
    out.writeNumberField("decided", decided);
    if (decided > 0) {
      WilsonInterval sure = WilsonInterval.of(hits, decided);
      out.writeStringField("share", rounded((double) hits / decided));
      out.writeStringField("low", rounded(sure.low()));
      out.writeStringField("high", rounded(sure.high()));
      out.writeStringField("confidence", "0.95");
    }
    out.writeEndObject();
  }

  private HttpResponse page(String source, Parameters query) {
    Card card = card(source, query);
    int decided = card.claims(DECIDED);
    int wrong = card.claims(Set.of("contradicted"));
    String sure =
        decided == 0
            ? "No claim of this source could be decided yet."
            : "%d of %d decided claims are contradicted: %s %%, and with 95 %% confidence between %s %% and %s %%."
                .formatted(
                    wrong,
                    decided,
                    percent((double) wrong / decided),
                    percent(WilsonInterval.of(wrong, decided).low()),
                    percent(WilsonInterval.of(wrong, decided).high()));
    ArticleIndex.Page<Summary> articles =
        Page.read(() ->
            lists.page(
                ArticleQuery.ofSource(source, card.from(), card.to()),
                ARTICLES,
                query.text("cursor")));
    Map<String, String> given =
        new TreeMap<>(
            Map.of(
                "published_after", card.from().toString(),
                "published_before", card.to().toString()));
    return Answers.page(
        200,
        SourcePage.of(
            source,
            card.from() + " to " + card.to(),
            card.tally().articles(),
            sure,
            card.byKind(),
            IndexPageRoute.rows(articles.items()),
            IndexPageRoute.next(SourcePage.path(source), given, articles.next()),
            card.tally().sample()));
  }

  private static String rounded(double share) {
    return BigDecimal.valueOf(share).setScale(4, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static String percent(double share) {
    return BigDecimal.valueOf(100 * share).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
  }
}
