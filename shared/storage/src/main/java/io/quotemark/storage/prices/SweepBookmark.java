package io.quotemark.storage.prices;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How far the sweep of the inbox has come, kept beside the prices that the same function writes.
 */
public final class SweepBookmark {
  private static final Map<String, AttributeValue> KEY =
      Map.of("pk", AttributeValue.fromS("SWEEP"), "sk", AttributeValue.fromS("BOOKMARK"));

  private final DynamoDbClient client;
  private final String table;

  public SweepBookmark(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * @param run which run wrote it
   * @param after key to go on behind, null where the end was reached
   * @param seen objects looked at in that run
   * @param requeued of them, those without a record
   */
  public record Mark(String run, @Nullable String after, long seen, long requeued) {}

  public Optional<Mark> read() {
    Map<String, AttributeValue> item =
        client.getItem(b -> b.tableName(table).key(KEY).consistentRead(true)).item();
    if (item.isEmpty()) {
      return Optional.empty();
    }
    AttributeValue after = item.get("after");
    return Optional.of(
        new Mark(
            Attributes.text(item, "run"),
            after == null ? null : after.s(),
            Attributes.number(item, "seen"),
            Attributes.number(item, "requeued")));
  }

  public void write(Mark mark) {
    Map<String, AttributeValue> item = new java.util.HashMap<>(KEY);
    item.put("run", AttributeValue.fromS(mark.run()));
    item.put("seen", AttributeValue.fromN(Long.toString(mark.seen())));
    item.put("requeued", AttributeValue.fromN(Long.toString(mark.requeued())));
    if (mark.after() != null) {
      item.put("after", AttributeValue.fromS(mark.after()));
    }
    client.putItem(b -> b.tableName(table).item(item));
  }
}
