package io.quotemark.storage.prices;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The latest run of each kind that came to its end: by it a run that is started twice is known, and
 * an operator's command sees what became of its order.
 */
public final class RunBook {
  /** Why a run fetched nothing where prices come from files alone. */
  public static final String NO_SOURCE = "no price provider is configured";

  private final DynamoDbClient client;
  private final String table;

  public RunBook(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * @param run which one: the time it was scheduled for, or an operator's own name
   * @param fetched listings whose prices came
   * @param covered listings that needed nothing
   * @param refused listings that the provider does not have, or would not give
   * @param left listings not asked for any more in this run
   * @param why it ended, for people
   */
  public record Ended(
      String run, long fetched, long covered, long refused, long left, String why) {}

  /**
   * @param kind which runs: the exchanges of a schedule, or {@code orders} of an operator
   */
  public Optional<Ended> latest(String kind) {
    Map<String, AttributeValue> item =
        client.getItem(b -> b.tableName(table).key(key(kind)).consistentRead(true)).item();
    return item.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Ended(
                Attributes.text(item, "run"),
                Attributes.number(item, "fetched"),
                Attributes.number(item, "covered"),
                Attributes.number(item, "refused"),
                Attributes.number(item, "left"),
                Attributes.text(item, "why")));
  }

  public void write(String kind, Ended ended) {
    Map<String, AttributeValue> item = new java.util.HashMap<>(key(kind));
    item.put("run", AttributeValue.fromS(ended.run()));
    item.put("fetched", count(ended.fetched()));
    item.put("covered", count(ended.covered()));
    item.put("refused", count(ended.refused()));
    item.put("left", count(ended.left()));
    item.put("why", AttributeValue.fromS(ended.why()));
    client.putItem(b -> b.tableName(table).item(item));
  }

  private static Map<String, AttributeValue> key(String kind) {
    return Map.of("pk", AttributeValue.fromS("RUNS"), "sk", AttributeValue.fromS(kind));
  }

  private static AttributeValue count(long count) {
    return AttributeValue.fromN(Long.toString(count));
  }
}
