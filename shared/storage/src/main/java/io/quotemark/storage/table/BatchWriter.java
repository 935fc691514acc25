package io.quotemark.storage.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Writes and deletes items whose content follows from their keys and what they are derived from, so
 * that twice is once, in no order, many with one call. DynamoDB leaves some where it is asked too
 * much; those are written again.
 */
final class BatchWriter {
  /** As many as one BatchWriteItem takes. */
  private static final int MOST_ITEMS = 25;

  /** Answers in a row that may leave as many items as were asked for. */
  private static final int MOST_IDLE = 5;

  /** Before what is left is written again; doubled after each answer that wrote nothing. */
  private static final long PAUSE_NANOS = 20_000_000;

  private final DynamoDbClient client;
  private final String table;

  BatchWriter(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * @param put of keys of their own
   * @param delete other keys
   * @throws IllegalStateException where the table goes on writing nothing
   */
  void write(Collection<Item> put, Collection<Key> delete) {
    List<WriteRequest> requests = new ArrayList<>();
    for (Item item : put) {
      PutRequest request = PutRequest.builder().item(item.values()).build();
      requests.add(WriteRequest.builder().putRequest(request).build());
    }
    for (Key key : delete) {
      requests.add(
          WriteRequest.builder().deleteRequest(d -> d.key(Item.key(key.pk(), key.sk()))).build());
    }
    for (int from = 0; from < requests.size(); from += MOST_ITEMS) {
      write(requests.subList(from, Math.min(requests.size(), from + MOST_ITEMS)));
    }
  }

  private void write(List<WriteRequest> requests) {
    List<WriteRequest> left = requests;
    int idle = 0;
    while (true) {
      Map<String, List<WriteRequest>> asked = Map.of(table, left);
      List<WriteRequest> unprocessed =
          client
              .batchWriteItem(BatchWriteItemRequest.builder().requestItems(asked).build())
              .unprocessedItems()
              .get(table);
      if (unprocessed == null || unprocessed.isEmpty()) {
        return;
      }
      idle = unprocessed.size() == left.size() ? idle + 1 : 0;
      left = unprocessed;
      if (idle == MOST_IDLE) {
        throw new IllegalStateException(
            "table %s left %d of %d items unwritten, %d times in a row; to be tried again when it is asked less"
                .formatted(table, left.size(), requests.size(), idle));
      }
      LockSupport.parkNanos(PAUSE_NANOS << idle);
    }
  }
}
