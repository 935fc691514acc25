package io.quotemark.cli;

import io.quotemark.domain.article.TextSketch;
import io.quotemark.local.cloud.Clients;
import io.quotemark.runtime.messages.PackedArticle;
import io.quotemark.storage.Bucket;
import io.quotemark.storage.articles.ArticleLedger;
import io.quotemark.storage.articles.ArticleQuery;
import io.quotemark.storage.articles.ArticleRecord;
import io.quotemark.storage.articles.ArticleRecord.Summary;
import io.quotemark.storage.articles.ArticleStore;
import io.quotemark.storage.articles.Versions;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Articles in any number: each has the findings of an article of the sample, as the pipeline stored
 * it, under a title, source, text, day and reaction of its own. The ledger makes their items.
 */
final class GeneratedStore implements AutoCloseable {
  private static final String TABLE = "ArticlesTable";
  private static final LocalDate FIRST = LocalDate.parse("2024-01-01");
  private static final int DAYS = 600;
  private static final int SOURCES = 40;
  private static final int WORDS = 60;
  private static final int CHUNK = 500;

  /** As many as one BatchWriteItem takes. */
  private static final int BATCH = 25;

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final AttributeValue NONE = AttributeValue.fromNul(true);

  private final DynamoDbClient dynamo;
  private final S3Client s3;
  private final Bucket bucket;
  private final List<Model> models;
  private int stored;

  /** What the pipeline found in an article, and its stored body. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Model(Summary summary, byte[] body) {}

  /** Takes the sample through the pipeline for its findings, then empties the table. */
  GeneratedStore(Pipeline pipeline) {
    this.dynamo = Clients.dynamoDb(pipeline.cloud().dynamoDb());
    this.s3 = Clients.s3(pipeline.cloud().s3());
    this.bucket = new Bucket(s3, pipeline.cloud().bucket());
    for (Sample.SampleFile file : Sample.prices()) {
      pipeline.drop().put("prices/" + file.name(), file.bytes());
    }
    pipeline.settled();
    for (Sample.SampleFile file : Sample.articles()) {
      pipeline.upload("inbox/" + file.name(), file.bytes());
    }
    this.models = models();
    List<WriteRequest> deletions =
        dynamo.scanPaginator(r -> r.tableName(TABLE)).items().stream()
            .map(item ->
                Map.of("pk", item.getOrDefault("pk", NONE), "sk", item.getOrDefault("sk", NONE)))
            .map(key -> WriteRequest.builder().deleteRequest(d -> d.key(key)).build())
            .toList();
    write(deletions);
  }

  private List<Model> models() {
    List<Summary> all =
        new ArticleStore(dynamo, TABLE).lists().page(ArticleQuery.ALL, 100, null).items();
    Map<String, byte[]> bodies =
        new ArticleStore(dynamo, TABLE)
            .index(bucket, Clock.systemUTC())
            .findings(all.stream().map(Summary::id).toList());
    return all.stream()
        .map(summary -> new Model(summary, bodies.getOrDefault(summary.id(), new byte[0])))
        .toList();
  }

  /** Stores articles until there are so many, and says how far it is. */
  void growTo(int articles) {
    int step = Math.max(CHUNK, articles / 20);
    while (stored < articles) {
      int from = stored;
      int to = Math.min(articles, from + step);
      IntStream.range(0, (to - from + CHUNK - 1) / CHUNK)
          .parallel()
          .forEach(i -> store(from + i * CHUNK, Math.min(to, from + (i + 1) * CHUNK)));
      stored = to;
      System.out.printf("%d of %d articles stored%n", stored, articles);
    }
  }

  private void store(int from, int to) {
    List<WriteRequest> writes = new ArrayList<>();
    for (int i = from; i < to; i++) {
      int number = i;
      Collected items = new Collected();
      String id = "%016x".formatted(number * GOLDEN);
      new ArticleStore(items, TABLE)
          .ledger(
              bucket,
              new Versions.Retention(Duration.ofDays(3_650), Clock.systemUTC()),
              (article, bytes, time) -> record(article, number))
          .accepted(
              new ArticleLedger.Event(
                  "inbox/generated/" + id, "", "%032d".formatted(1), 1, "2025-11-01T00:00:00Z"),
              id,
              "v1",
              PackedArticle.of(models.get(number % models.size()).body()));
      items
          .values()
          .forEach(
              item -> writes.add(WriteRequest.builder().putRequest(p -> p.item(item)).build()));
    }
    // directory entries of several articles are the same
    write(
        List.copyOf(
            writes.stream()
                .collect(Collectors.toMap(Collected::key, write -> write, (a, b) -> b))
                .values()));
  }

  private void write(List<WriteRequest> writes) {
    for (int from = 0; from < writes.size(); from += BATCH) {
      Map<String, List<WriteRequest>> left =
          Map.of(TABLE, writes.subList(from, Math.min(writes.size(), from + BATCH)));
      while (!left.isEmpty()) {
        Map<String, List<WriteRequest>> now = left;
        left = dynamo.batchWriteItem(r -> r.requestItems(now)).unprocessedItems();
      }
    }
  }

  private ArticleRecord record(String id, int number) {
    // seeds side by side begin alike
    Random random = new Random(number * GOLDEN);
    Model model = models.get(number % models.size());
    Summary found = model.summary();
    String day = FIRST.plusDays(random.nextInt(DAYS)).toString();
    boolean wrong = found.verdicts().containsKey("contradicted");
    return new ArticleRecord(
        id,
        "v1",
        found.title() + ", number " + number,
        "Source " + random.nextInt(SOURCES),
        random.nextInt(5) == 0 ? "de" : "en",
        day,
        day,
        day + "T%02d:%02d:00Z".formatted(random.nextInt(24), random.nextInt(60)),
        found.listings(),
        found.verdicts(),
        found.kinds(),
        found.flags(),
        random.nextInt(2) == 0 ? random.nextInt(2_000) : null,
        null,
        wrong ? List.of("generated-" + random.nextInt(1_000)) : List.of(),
        List.of(),
        true,
        TextSketch.of(
            random
                .ints(WORDS, 0, 20_000)
                .mapToObj(word -> "word" + word)
                .collect(Collectors.joining(" "))),
        model.body());
  }

  /** Keeps what the ledger writes of one article instead of sending it. */
  private static final class Collected implements DynamoDbClient {
    private final Map<String, Map<String, AttributeValue>> items = new HashMap<>();

    static String key(WriteRequest write) {
      return key(write.putRequest().item());
    }

    private static String key(Map<String, AttributeValue> item) {
      return item.getOrDefault("pk", NONE).s() + "\n" + item.getOrDefault("sk", NONE).s();
    }

    List<Map<String, AttributeValue>> values() {
      return List.copyOf(items.values());
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
      items.put(key(request.item()), request.item());
      return PutItemResponse.builder().build();
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
      for (WriteRequest write : request.requestItems().getOrDefault(TABLE, List.of())) {
        if (write.putRequest() == null) {
          items.remove(key(write.deleteRequest().key()));
        } else {
          items.put(key(write), write.putRequest().item());
        }
      }
      return BatchWriteItemResponse.builder().build();
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
      return GetItemResponse.builder().item(items.get(key(request.key()))).build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }

  @Override
  public void close() {
    s3.close();
    dynamo.close();
  }
}
