package io.quotemark.storage.prices;

import io.quotemark.domain.listing.ListingId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Listings whose prices are kept current whether or not an article names them. */
public final class Watchlist {
  private static final AttributeValue PARTITION = AttributeValue.fromS("WATCH");

  private final DynamoDbClient client;
  private final String table;

  public Watchlist(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /** In order of their ids. */
  public List<ListingId> listings() {
    return client
        .queryPaginator(b ->
            b.tableName(table)
                .consistentRead(true)
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", PARTITION)))
        .items()
        .stream()
        .filter(item -> item.containsKey("watched"))
        .map(item -> ListingId.parse(Attributes.text(item, "sk")))
        .toList();
  }

  public void add(ListingId listing) {
    Map<String, AttributeValue> item = key(listing);
    item.put("watched", AttributeValue.fromBool(true));
    client.putItem(b -> b.tableName(table).item(item));
  }

  /** What stays is the bare key, which counts as not there. */
  public void remove(ListingId listing) {
    client.putItem(b -> b.tableName(table).item(key(listing)));
  }

  private static Map<String, AttributeValue> key(ListingId listing) {
    return new TreeMap<>(Map.of("pk", PARTITION, "sk", AttributeValue.fromS(listing.toString())));
  }
}
