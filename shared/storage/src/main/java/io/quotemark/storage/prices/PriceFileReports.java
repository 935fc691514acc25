package io.quotemark.storage.prices;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What became of price files: {@code FILES} / {@code time#key} in the price table. */
public final class PriceFileReports {
  private static final String PARTITION = "FILES";
  private static final int MOST_LOOKED_AT = 200;
  private static final int MOST_PROBLEMS = 50;
  private static final int MOST_PROBLEM_CHARACTERS = 400;

  private final DynamoDbClient dynamo;
  private final String table;

  public PriceFileReports(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  /**
   * @param key of the object in the bucket
   * @param delivered time of the event that announced it
   * @param listings whose prices it holds, {@code MIC:TICKER}; none where the file was refused
   * @param bars taken from it
   * @param problems as {@code file:line: reason}; the first of them where there are many
   */
  public record Report(
      String key, Instant delivered, List<String> listings, int bars, List<String> problems) {
    public Report {
      listings = List.copyOf(listings);
      problems = List.copyOf(problems);
    }

    public boolean refused() {
      return listings.isEmpty();
    }
  }

  /** The same event again leaves the same item. */
  public void record(Report report) {
    dynamo.putItem(r ->
        r.tableName(table)
            .item(
                Map.of(
                    "pk", AttributeValue.fromS(PARTITION),
                    "sk", AttributeValue.fromS(report.delivered() + "#" + report.key()),
                    "key", AttributeValue.fromS(report.key()),
                    "delivered", AttributeValue.fromS(report.delivered().toString()),
                    "listings", texts(report.listings()),
                    "bars", AttributeValue.fromN(String.valueOf(report.bars())),
                    "problems",
                        texts(
                            report.problems().stream()
                                .limit(MOST_PROBLEMS)
                                .map(PriceFileReports::shortened)
                                .toList()))));
  }

  /** The last files, the newest first. */
  public List<Report> recent(int limit) {
    return dynamo
        .query(r ->
            r.tableName(table)
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(PARTITION)))
                .scanIndexForward(false)
                .limit(limit))
        .items()
        .stream()
        .map(PriceFileReports::read)
        .toList();
  }

  /** What became of a file by the key, of the last that were announced; empty while nothing has. */
  public Optional<Report> latest(String key, Instant since) {
    return recent(MOST_LOOKED_AT).stream()
        .filter(report -> report.key().equals(key) && !report.delivered().isBefore(since))
        .findFirst();
  }

  /** All files announced at a moment or later, the oldest first. */
  public List<Report> since(Instant moment) {
    return dynamo
        .queryPaginator(r ->
            r.tableName(table)
                .keyConditionExpression("pk = :pk AND sk >= :from")
                .expressionAttributeValues(
                    Map.of(
                        ":pk",
                        AttributeValue.fromS(PARTITION),
                        ":from",
                        AttributeValue.fromS(
                            moment.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "")))))
        .items()
        .stream()
        .map(PriceFileReports::read)
        .toList();
  }

  private static Report read(Map<String, AttributeValue> item) {
    return new Report(
        value(item, "key").s(),
        Instant.parse(value(item, "delivered").s()),
        value(item, "listings").l().stream().map(AttributeValue::s).toList(),
        Integer.parseInt(value(item, "bars").n()),
        value(item, "problems").l().stream().map(AttributeValue::s).toList());
  }

  private static AttributeValue value(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name))
        .orElseThrow(() -> new IllegalStateException("price file report without " + name));
  }

  private static AttributeValue texts(List<String> texts) {
    List<AttributeValue> values = new ArrayList<>(texts.size());
    for (String text : texts) {
      values.add(AttributeValue.fromS(text));
    }
    return AttributeValue.fromL(values);
  }

  /** A problem as a report keeps it. */
  public static String shortened(String text) {
    return text.length() <= MOST_PROBLEM_CHARACTERS
        ? text
        : text.substring(0, MOST_PROBLEM_CHARACTERS) + "…";
  }
}
