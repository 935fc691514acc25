package io.quotemark.storage.prices;

import io.quotemark.domain.listing.ListingId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items of {@link Requests}, in a partition for each exchange. */
final class RequestItems {
  private final DynamoDbClient client;
  private final String table;
  private final String kind;

  /**
   * @param kind begins the partition, {@code kind#XHKG}
   */
  RequestItems(DynamoDbClient client, String table, String kind) {
    this.client = client;
    this.table = table;
    this.kind = kind;
  }

  /**
   * @param name the sort key
   */
  Optional<Map<String, AttributeValue>> of(ListingId listing, String name) {
    Map<String, AttributeValue> item =
        client.getItem(b -> b.tableName(table).key(key(listing, name)).consistentRead(true)).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(item);
  }

  /** All of an exchange. */
  Stream<Map<String, AttributeValue>> all(String exchange) {
    return client
        .queryPaginator(b ->
            b.tableName(table)
                .consistentRead(true)
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", partition(exchange))))
        .items()
        .stream();
  }

  /**
   * @param own attributes beside the progress
   * @param before progress as it was read, null where there was no item
   */
  boolean write(
      ListingId listing,
      String name,
      Map<String, AttributeValue> own,
      Progress next,
      @Nullable Progress before) {
    Map<String, AttributeValue> item = new HashMap<>(key(listing, name));
    item.putAll(own);
    item.put("state", AttributeValue.fromS(next.state().name()));
    item.put("by", AttributeValue.fromS(next.by()));
    item.put("at", AttributeValue.fromS(next.at().toString()));
    item.put("rev", revision(next));
    return OptimisticPut.write(
        client, table, item, "rev", before == null ? null : revision(before));
  }

  static Progress progress(Map<String, AttributeValue> item) {
    return new Progress(
        Progress.State.valueOf(Attributes.text(item, "state")),
        Attributes.text(item, "by"),
        Instant.parse(Attributes.text(item, "at")),
        Attributes.number(item, "rev"));
  }

  private static AttributeValue revision(Progress progress) {
    return AttributeValue.fromN(Long.toString(progress.revision()));
  }

  private Map<String, AttributeValue> key(ListingId listing, String name) {
    return Map.of("pk", partition(listing.mic()), "sk", AttributeValue.fromS(name));
  }

  private AttributeValue partition(String exchange) {
    return AttributeValue.fromS(kind + "#" + exchange);
  }
}
