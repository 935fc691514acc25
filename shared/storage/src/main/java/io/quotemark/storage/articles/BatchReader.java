package io.quotemark.storage.articles;

import io.quotemark.storage.StoreUnavailable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * Reads items of many partitions at once, strongly consistent. DynamoDB answers with a part of them
 * where all would be over 16 MB, or where it is asked too much; the rest is asked for again.
 */
final class BatchReader {
  /** As many as one BatchGetItem takes. */
  private static final int MOST_KEYS = 100;

  /** Answers in a row that may be without any item. */
  private static final int MOST_EMPTY = 5;

  /** Before what is left is asked for again; doubled after each answer without any item. */
  private static final long PAUSE_NANOS = 20_000_000;

  private final DynamoDbClient client;
  private final String table;

  BatchReader(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * Those items that there are, by their partitions.
   *
   * @param attributes names separated by commas, null for all
   * @throws StoreUnavailable where the table goes on answering without any item
   */
  Map<String, Item> read(Collection<String> partitions, String sk, @Nullable String attributes) {
    Map<String, Item> found = new LinkedHashMap<>();
    List<Map<String, AttributeValue>> keys =
        partitions.stream().distinct().map(pk -> Item.key(pk, sk)).toList();
    for (int from = 0; from < keys.size(); from += MOST_KEYS) {
      read(keys.subList(from, Math.min(keys.size(), from + MOST_KEYS)), attributes, found);
    }
    return found;
  }

  private void read(
      List<Map<String, AttributeValue>> keys, @Nullable String attributes, Map<String, Item> into) {
    List<Map<String, AttributeValue>> left = new ArrayList<>(keys);
    int empty = 0;
    while (true) {
      KeysAndAttributes asked =
          KeysAndAttributes.builder()
              .keys(left)
              .projectionExpression(attributes)
              .consistentRead(true)
              .build();
      BatchGetItemResponse answer = client.batchGetItem(b -> b.requestItems(Map.of(table, asked)));
      List<Map<String, AttributeValue>> items = answer.responses().getOrDefault(table, List.of());
      items.stream().map(Item::of).forEach(item -> into.put(item.text("pk"), item));
      KeysAndAttributes unprocessed = answer.unprocessedKeys().get(table);
      if (unprocessed == null || unprocessed.keys().isEmpty()) {
        return;
      }
      left = unprocessed.keys();
      empty = items.isEmpty() ? empty + 1 : 0;
      if (empty == MOST_EMPTY) {
        throw new StoreUnavailable(
            "table %s left %d of %d items unread, %d times in a row; ask again when it is asked less"
                .formatted(table, left.size(), keys.size(), empty));
      }
      LockSupport.parkNanos(PAUSE_NANOS << empty);
    }
  }
}
