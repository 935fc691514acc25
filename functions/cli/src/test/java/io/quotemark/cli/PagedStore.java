package io.quotemark.cli;

import io.quotemark.domain.article.TextSketch;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.local.cloud.Clients;
import io.quotemark.runtime.json.CheckedArticleJson;
import io.quotemark.runtime.json.PackedFindings;
import io.quotemark.runtime.messages.PackedArticle;
import io.quotemark.storage.Bucket;
import io.quotemark.storage.articles.ArticleLedger;
import io.quotemark.storage.articles.ArticleRecord;
import io.quotemark.storage.articles.ArticleStore;
import io.quotemark.storage.articles.Versions;
import io.quotemark.storage.prices.PriceStore;
import io.quotemark.storage.prices.Watchlist;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A store with more of everything than one page holds, and what the items of its tables say is in
 * it.
 */
final class PagedStore implements AutoCloseable {
  private static final String TABLE = "ArticlesTable";
  private static final int ARTICLES = 105;

  /** More than a page of the API, and than one of the pages. */
  private static final int FAILED = 104;

  static final int REMOVED = 21;
  static final int COPIES = 5;
  private final Pipeline pipeline;
  private final GeneratedStore generated;
  private final List<Stored> articles = new ArrayList<>();
  private final Map<String, List<CheckedClaim>> claims = new TreeMap<>();
  private final List<Map<String, AttributeValue>> items;

  /** What is stored of an article, as the table holds it. */
  record Stored(Map<String, AttributeValue> item) {
    String text(String name) {
      AttributeValue value = item.get(name);
      return value == null || value.s() == null ? "" : value.s();
    }

    Set<String> texts(String name) {
      AttributeValue value = item.get(name);
      return value == null
          ? Set.of()
          : value.l().stream().map(AttributeValue::s).collect(Collectors.toSet());
    }

    Set<String> names(String name) {
      AttributeValue value = item.get(name);
      return value == null ? Set.of() : value.m().keySet();
    }

    String day() {
      return text("order").substring(0, 10);
    }
  }

  PagedStore(Path data) throws IOException {
    pipeline = new Pipeline(data);
    generated = new GeneratedStore(pipeline);
    generated.growTo(ARTICLES);
    for (int i = 0; i < COPIES; i++) {
      pipeline.upload("inbox/copy-" + i + ".json", copy(i));
    }
    try (DynamoDbClient dynamo = Clients.dynamoDb(pipeline.cloud().dynamoDb());
        S3Client s3 = Clients.s3(pipeline.cloud().s3())) {
      Bucket bucket = new Bucket(s3, pipeline.cloud().bucket());
      otherUploads(dynamo, bucket);
      Watchlist watchlist = new PriceStore(dynamo, "PricesTable").watchlist();
      for (String listing : List.of("XNYS:BABA", "XHKG:9988", "XXXX:BRWK")) {
        watchlist.add(ListingId.parse(listing));
      }
      watchlist.remove(ListingId.parse("XNYS:BABA"));
      items = dynamo.scanPaginator(r -> r.tableName(TABLE)).items().stream().toList();
      items.stream()
          .filter(i -> text(i, "sk").equals("META") && !i.containsKey("removed"))
          .forEach(i -> articles.add(new Stored(i)));
      new ArticleStore(dynamo, TABLE)
          .index(bucket, Clock.systemUTC())
          .findings(articles.stream().map(a -> a.text("id")).toList())
          .forEach((id, body) ->
              claims.put(id, CheckedArticleJson.readClaims(PackedFindings.unpack(body))));
    }
  }

  Pipeline pipeline() {
    return pipeline;
  }

  List<Stored> articles() {
    return articles;
  }

  List<String> ids(Predicate<Stored> filter) {
    return articles.stream().filter(filter).map(a -> a.text("id")).toList();
  }

  List<CheckedClaim> claims(String article) {
    return claims.getOrDefault(article, List.of());
  }

  /** Of the articles table, whose attribute has that text. */
  List<Map<String, AttributeValue>> items(String attribute, String value) {
    return items.stream().filter(i -> text(i, attribute).equals(value)).toList();
  }

  static String text(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null || value.s() == null ? "" : value.s();
  }

  private static String copy(int number) {
    return """
    {"title": "Lanterns, copy %1$d", "source": "Copyist %1$d", "published_at": "2025-03-11T18:15:00Z",
     "body": "Brindlewick Lanterns (XXXX: BRWK) shares rose 9.9%% on Tuesday to 431p after the harbour of Wickham ordered four hundred lamps for its long pier. The company said that it would hire twenty people for the work, which is to last until autumn, and that its other orders are not touched by it."}
    """
        .formatted(number);
  }

  /** Uploads that failed, and articles that came and went. */
  private static void otherUploads(DynamoDbClient dynamo, Bucket bucket) {
    Clock clock = Clock.systemUTC();
    ArticleLedger ledger =
        new ArticleStore(dynamo, TABLE)
            .ledger(
                bucket,
                new Versions.Retention(Duration.ofDays(3_650), clock),
                (id, bytes, time) -> gone(id));
    for (int i = 0; i < FAILED; i++) {
      // several in a moment
      String time = Instant.parse("2025-11-01T00:00:00Z").plusSeconds(i / 4).toString();
      ledger.failed(event("inbox/failed/" + i, 1, time), "The file is empty");
    }
    for (int i = 0; i < REMOVED; i++) {
      ledger.accepted(
          event("inbox/gone/" + i, 1, "2025-10-31T00:00:00Z"),
          "f%015x".formatted(i),
          "v1",
          PackedArticle.of(new byte[] {1}));
      ledger.removed(event("inbox/gone/" + i, 2, "2025-11-02T00:00:00Z"));
    }
  }

  private static ArticleLedger.Event event(String key, int sequencer, String time) {
    return new ArticleLedger.Event(key, "", "%032d".formatted(sequencer), 1, time);
  }

  private static ArticleRecord gone(String id) {
    return new ArticleRecord(
        id,
        "v1",
        "gone",
        null,
        "en",
        "2025-10-01",
        "2025-10-01",
        "2025-10-01T00:00:00Z",
        List.of(),
        Map.of(),
        Map.of(),
        List.of(),
        null,
        null,
        List.of(),
        List.of(),
        false,
        TextSketch.of("text of " + id),
        new byte[] {1});
  }

  @Override
  public void close() {
    generated.close();
    pipeline.close();
  }
}
