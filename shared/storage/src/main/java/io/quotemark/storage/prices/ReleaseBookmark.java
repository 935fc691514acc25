package io.quotemark.storage.prices;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How far the re-check that a release asks for has come. */
public final class ReleaseBookmark {
  private static final Map<String, AttributeValue> KEY =
      Map.of("pk", AttributeValue.fromS("RELEASE"), "sk", AttributeValue.fromS("BOOKMARK"));

  private final DynamoDbClient client;
  private final String table;

  public ReleaseBookmark(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * @param release versions of rules and master that the articles are checked with
   * @param after cursor of the articles' list to go on behind, null at its start
   * @param queued articles so far
   * @param done whether the end was reached
   */
  public record Mark(String release, @Nullable String after, long queued, boolean done) {
    /** Nothing queued yet. */
    public static Mark start(String release) {
      return new Mark(release, null, 0, false);
    }
  }

  public Optional<Mark> read() {
    Map<String, AttributeValue> item =
        client.getItem(b -> b.tableName(table).key(KEY).consistentRead(true)).item();
    if (item.isEmpty()) {
      return Optional.empty();
    }
    AttributeValue after = item.get("after");
    return Optional.of(
        new Mark(
            Attributes.text(item, "release"),
            after == null ? null : after.s(),
            Attributes.number(item, "queued"),
            item.containsKey("done")));
  }

  public void write(Mark mark) {
    Map<String, AttributeValue> item = new HashMap<>(KEY);
    item.put("release", AttributeValue.fromS(mark.release()));
    item.put("queued", AttributeValue.fromN(Long.toString(mark.queued())));
    if (mark.after() != null) {
      item.put("after", AttributeValue.fromS(mark.after()));
    }
    if (mark.done()) {
      item.put("done", AttributeValue.fromBool(true));
    }
    client.putItem(b -> b.tableName(table).item(item));
  }
}
