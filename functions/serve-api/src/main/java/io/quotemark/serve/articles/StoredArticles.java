package io.quotemark.serve.articles;

import io.quotemark.domain.price.PriceHistory;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.market.Afterwards;
import io.quotemark.market.TapeRequest;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.runtime.json.CheckedArticleJson;
import io.quotemark.runtime.json.PackedFindings;
import io.quotemark.securities.Securities;
import io.quotemark.serve.http.AtOnce;
import io.quotemark.serve.http.Problem;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.Head;
import io.quotemark.storage.articles.Sources;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Articles by their ids, as they may be shown. */
public final class StoredArticles {
  private final ArticleIndex articles;
  private final Propagation propagation;
  private final LaterPrices laterPrices;
  private final boolean textServed;

  /**
   * @param textServed whether an article's text may be shown; it is somebody else's
   */
  public StoredArticles(
      ArticleIndex articles,
      Sources sources,
      PriceHistory prices,
      Securities securities,
      boolean textServed) {
    this.articles = articles;
    this.propagation = new Propagation(sources);
    this.laterPrices = new LaterPrices(prices, new Afterwards(Calendars.load(), securities));
    this.textServed = textServed;
  }

  /**
   * An article as it was read from the table, before anything is added to it.
   *
   * @param checked without texts
   */
  public record Opened(ArticleIndex.Found.Stored stored, CheckedArticle checked) {
    /** For what else is asked about it. */
    public Head head() {
      return stored.head();
    }
  }

  /**
   * @throws Problem.Raised where there is no such article, or no longer
   */
  public Opened open(String id) {
    return opened(articles.article(id), id);
  }

  /**
   * The same for who asks for its text and its history too.
   *
   * @throws Problem.Raised where there is no such article, or no longer
   */
  Opened openWhole(String id) {
    return opened(articles.whole(id), id);
  }

  private static Opened opened(ArticleIndex.Found found, String id) {
    ArticleIndex.Found.Stored stored = stored(found, id);
    return new Opened(stored, CheckedArticleJson.read(PackedFindings.unpack(stored.body())));
  }

  /**
   * With what is known from other articles and from prices of later.
   *
   * @throws Problem.Raised where there is no such article, or no longer
   */
  public StoredArticle linked(String id) {
    Opened opened = open(id);
    try (AtOnce asked = new AtOnce()) {
      return linked(opened, asked.ask(() -> laterPrices.load(opened.checked())), asked);
    }
  }

  /**
   * The same of an article that is open.
   *
   * @param later the prices that {@link #pending} names
   */
  StoredArticle linked(Opened opened, AtOnce.Answer<Tape> later, AtOnce asked) {
    AtOnce.Answer<Optional<byte[]>> text = asked.ask(() -> articles.text(opened.stored()));
    Propagation.Linked linked = propagation.linked(opened.stored().id(), opened.checked(), asked);
    return StoredArticle.of(
        opened.stored().version(),
        new Propagation.Linked(laterPrices.known(linked.checked(), later.get()), linked.trails()),
        text.get().orElse(null),
        textServed);
  }

  /** Prices that came after the article's last check and may be out by now. */
  Optional<TapeRequest> pending(Opened opened) {
    return laterPrices.needs(opened.checked());
  }

  /**
   * As it was stored.
   *
   * @throws Problem.Raised where there is no such article, or no longer
   */
  public StoredArticle asStored(String id) {
    Opened opened = open(id);
    return StoredArticle.of(
        opened.stored().version(),
        new Propagation.Linked(opened.checked(), Map.of()),
        articles.text(opened.stored()).orElse(null),
        textServed);
  }

  /**
   * As they were stored, by their ids, for lists: an entry may outlive its article by the moment
   * between two writes.
   */
  public Map<String, CheckedArticle> listed(List<String> ids) {
    return bodies(ids, CheckedArticleJson::read);
  }

  /** The claims alone, likewise. */
  public Map<String, List<CheckedClaim>> claims(List<String> ids) {
    return bodies(ids, CheckedArticleJson::readClaims);
  }

  /** The claims with the address of their article, likewise. */
  public Map<String, CheckedArticleJson.Statements> statements(List<String> ids) {
    return bodies(ids, CheckedArticleJson::readStatements);
  }

  private <T> Map<String, T> bodies(List<String> ids, Function<byte[], T> read) {
    Map<String, T> found = new HashMap<>();
    articles
        .findings(ids)
        .forEach((id, body) -> found.put(id, read.apply(PackedFindings.unpack(body))));
    return found;
  }

  private static ArticleIndex.Found.Stored stored(ArticleIndex.Found found, String id) {
    return switch (found) {
      case ArticleIndex.Found.Stored stored -> stored;
      case ArticleIndex.Found.Nothing nothing ->
          throw Problem.notFound("article", id, List.of()).raised();
      case ArticleIndex.Found.TakenDown(String since, List<String> left) ->
          throw Problem.of(
                  410,
                  "taken_down",
                  "This article was taken down",
                  "on "
                      + since
                      + (left.isEmpty()
                          ? "; nothing of it is kept"
                          : "; documents with other articles still hold it: "
                              + String.join(", ", left)))
              .raised();
    };
  }
}
