package io.quotemark.storage.prices;

import io.quotemark.domain.listing.ListingId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How far each listing has been fetched from each provider: what a run need not ask again. */
public final class Coverage {
  private final DynamoDbClient client;
  private final String table;

  public Coverage(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * @param from first day asked for so far, null where nothing was ever delivered
   * @param to last session delivered, null where nothing was
   * @param askedAt when it was last asked for
   */
  public record Reach(@Nullable LocalDate from, @Nullable LocalDate to, Instant askedAt) {}

  public Optional<Reach> of(String provider, ListingId listing) {
    Map<String, AttributeValue> item =
        client
            .getItem(b -> b.tableName(table).key(key(provider, listing)).consistentRead(true))
            .item();
    return item.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Reach(
                day(item, "from"),
                day(item, "to"),
                Instant.parse(Attributes.text(item, "asked_at"))));
  }

  public void write(String provider, ListingId listing, Reach reach) {
    Map<String, AttributeValue> item = new HashMap<>(key(provider, listing));
    if (reach.from() != null) {
      item.put("from", AttributeValue.fromS(reach.from().toString()));
    }
    if (reach.to() != null) {
      item.put("to", AttributeValue.fromS(reach.to().toString()));
    }
    item.put("asked_at", AttributeValue.fromS(reach.askedAt().toString()));
    client.putItem(b -> b.tableName(table).item(item));
  }

  private static Map<String, AttributeValue> key(String provider, ListingId listing) {
    return Map.of(
        "pk", AttributeValue.fromS("REACH#" + provider),
        "sk", AttributeValue.fromS(listing.toString()));
  }

  private static @Nullable LocalDate day(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null || value.s() == null ? null : LocalDate.parse(value.s());
  }
}
