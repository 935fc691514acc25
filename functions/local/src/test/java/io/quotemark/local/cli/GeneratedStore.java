package io.quotemark.local.cli;

import io.quotemark.domain.CheckedArticle;
import io.quotemark.domain.TextSketch;
import io.quotemark.local.cloud.Clients;
import io.quotemark.runtime.json.CheckedArticleJson;
import io.quotemark.runtime.messages.ArticleMessage;
import io.quotemark.storage.Bucket;
import io.quotemark.storage.articles.ArticleLedger;
import io.quotemark.storage.articles.ArticleRecord;
import io.quotemark.storage.articles.Versions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** Articles in any number, with the findings of one and made-up titles, days and counts. */
final class GeneratedStore implements AutoCloseable {
  private static final LocalDate FIRST = LocalDate.parse("2024-01-01");
  private static final int DAYS = 600;
  private static final List<String> LISTINGS = List.of("XXXX:BRWK", "XHKG:9988", "XNYS:BABA");

  private static final String SCRATCH = "scratch";
  private static final int CHUNK = 100;

  /** As many as one BatchWriteItem takes. */
  private static final int BATCH = 25;

  private final Random random = new Random(7);

  /** The ledger writes in this JVM's memory; what it wrote goes over in batches. */
  private final AmazonDynamoDBLocal local = DynamoDBEmbedded.create(true);

  private final DynamoDbClient memory = local.dynamoDbClient();
  private final CheckedArticle findings;
  private final byte[] article;
  private final byte[] body;
  private final DynamoDbClient dynamo;
  private final S3Client s3;
  private final ArticleLedger ledger;
  private int stored;

  /**
   * @param checked the answer of {@code POST /v1/check} whose findings each article has
   */
  GeneratedStore(Pipeline pipeline, byte[] checked) throws IOException {
    this.findings = CheckedArticleJson.read(checked);
    this.article = ArticleMessage.compressed(findings.article());
    this.body = gzip(CheckedArticleJson.write(findings.with(findings.article().withoutTexts())));
    this.dynamo = Clients.dynamoDb(pipeline.cloud().dynamoDb());
    this.s3 = Clients.s3(pipeline.cloud().s3());
    this.ledger =
        new ArticleLedger(
            memory,
            SCRATCH,
            new Bucket(s3, pipeline.cloud().bucket()),
            new Versions.Retention(Duration.ofDays(3_650), Clock.systemUTC()),
            (id, bytes, time) -> record(id));
  }

  void growTo(int articles) {
    while (stored < articles) {
      Scratch.table(memory, SCRATCH);
      for (int end = Math.min(articles, stored + CHUNK); stored < end; stored++) {
        String id = "%016x".formatted(stored * 0x9E3779B97F4A7C15L);
        ledger.accepted(
            new ArticleLedger.Event(
                "inbox/generated/" + id, "", "%032d".formatted(1), 1, "2025-11-01T00:00:00Z"),
            id,
            "v1",
            article);
      }
      List<WriteRequest> writes =
          memory.scanPaginator(r -> r.tableName(SCRATCH)).items().stream()
              .map(item -> WriteRequest.builder().putRequest(p -> p.item(item)).build())
              .toList();
      for (int from = 0; from < writes.size(); from += BATCH) {
        write(writes.subList(from, Math.min(writes.size(), from + BATCH)));
      }
      memory.deleteTable(r -> r.tableName(SCRATCH));
    }
  }

  private void write(List<WriteRequest> batch) {
    Map<String, List<WriteRequest>> left = Map.of("ArticlesTable", batch);
    while (!left.isEmpty()) {
      Map<String, List<WriteRequest>> now = left;
      left = dynamo.batchWriteItem(r -> r.requestItems(now)).unprocessedItems();
    }
  }

  private ArticleRecord record(String id) {
    String day = FIRST.plusDays(random.nextInt(DAYS)).toString();
    boolean wrong = random.nextInt(3) == 0;
    return new ArticleRecord(
        id,
        "v1",
        "A generated title with as many words as a title has, number " + stored,
        "Source " + random.nextInt(20),
        random.nextInt(5) == 0 ? "de" : "en",
        day,
        day,
        day + "T%02d:%02d:00Z".formatted(random.nextInt(24), random.nextInt(60)),
        List.of(LISTINGS.get(random.nextInt(LISTINGS.size()))),
        wrong ? Map.of("contradicted", 1, "verified", 2) : Map.of("verified", 3),
        wrong
            ? Map.of("PRICE_LEVEL/contradicted", 1, "MOVE_PCT/verified", 2)
            : Map.of("MOVE_PCT/verified", 3),
        wrong ? List.of("STALE_AT_PUBLISH") : List.of(),
        random.nextInt(2) == 0 ? random.nextInt(2_000) : null,
        List.of(),
        true,
        TextSketch.of(""),
        body);
  }

  /** A table with the keys of the articles table. */
  private static final class Scratch {
    static void table(DynamoDbClient client, String name) {
      client.createTable(r ->
          r.tableName(name)
              .billingMode(BillingMode.PAY_PER_REQUEST)
              .attributeDefinitions(List.of(attribute("pk"), attribute("sk")))
              .keySchema(List.of(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))));
    }

    private static AttributeDefinition attribute(String name) {
      return AttributeDefinition.builder()
          .attributeName(name)
          .attributeType(ScalarAttributeType.S)
          .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
      return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
  }

  private static byte[] gzip(byte[] json) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(json);
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    s3.close();
    dynamo.close();
    local.shutdown();
  }
}
