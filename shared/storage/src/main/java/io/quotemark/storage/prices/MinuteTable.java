package io.quotemark.storage.prices;

import io.quotemark.domain.listing.ListingSession;
import io.quotemark.domain.price.MinuteBars;
import io.quotemark.domain.price.MinuteBars.Minute;
import io.quotemark.market.packed.PackedMinutes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Minutes in DynamoDB, beside the years of their listing: {@code PX#XNYS:BABA} / {@code
 * M#2025-02-24#source}, each a packed session of some 8 kB. As years they are {@link
 * PriceTable#settle settled} once the re-checks that follow from a change are queued.
 */
public final class MinuteTable {
  /** Two writers of one session are rare, four in a row an error. */
  private static final int ATTEMPTS = 5;

  private final DynamoDbClient dynamo;
  private final String table;

  public MinuteTable(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  /** What is stored of some sessions; a query for each. */
  public List<MinuteBars> read(Collection<ListingSession> sessions) {
    List<MinuteBars> all = new ArrayList<>();
    for (ListingSession of : new TreeSet<>(sessions)) {
      dynamo
          .queryPaginator(query ->
              query
                  .tableName(table)
                  .keyConditionExpression("pk = :pk AND begins_with(sk, :session)")
                  .expressionAttributeValues(
                      Map.of(
                          ":pk", AttributeValue.fromS(YearItem.partitionKey(of.listing())),
                          ":session", AttributeValue.fromS(MinuteItem.prefix(of)))))
          .items()
          .forEach(item -> all.add(MinuteItem.read(item).content()));
    }
    return all;
  }

  /**
   * Adds a delivery to what is stored of its session and source.
   *
   * @return the session, where its minutes changed and that is not settled yet, by this delivery or
   *     an earlier one
   */
  public Optional<ChangedPrices> save(MinuteBars delivered) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      @Nullable MinuteItem stored = item(delivered);
      MinuteBars merged =
          stored == null ? asStored(delivered) : merged(stored.content(), delivered);
      if (stored != null && merged.equals(stored.content())) {
        return changed(stored);
      }
      MinuteItem next = MinuteItem.of(merged, true);
      if (put(next, stored)) {
        return changed(next);
      }
      // another writer, or this one's write whose answer was lost: look again
    }
    throw new IllegalStateException(
        "minutes of " + delivered.of() + " are being written by others");
  }

  private static Optional<ChangedPrices> changed(MinuteItem item) {
    return item.unsettled()
        ? Optional.of(
            new ChangedPrices(
                item.content().listing(),
                item.content().source(),
                item.content().session(),
                item.content().session(),
                List.of(new ChangedPrices.Item(item.sortKey(), item.digest()))))
        : Optional.empty();
  }

  /** Of a minute that both have the newer's is kept; without another minute all stays as it is. */
  private static MinuteBars merged(MinuteBars stored, MinuteBars delivered) {
    boolean later = !delivered.retrievedAt().isBefore(stored.retrievedAt());
    TreeMap<Instant, Minute> minutes = new TreeMap<>();
    (later ? stored : delivered).minutes().forEach(minute -> minutes.put(minute.start(), minute));
    (later ? delivered : stored).minutes().forEach(minute -> minutes.put(minute.start(), minute));
    MinuteBars all =
        asStored(
            new MinuteBars(
                stored.listing(),
                stored.session(),
                stored.source(),
                later ? delivered.retrievedAt() : stored.retrievedAt(),
                List.copyOf(minutes.values()),
                stored.sample() || delivered.sample()));
    return all.minutes().equals(stored.minutes()) ? stored : all;
  }

  /** With one number of places for all prices, however they were delivered. */
  private static MinuteBars asStored(MinuteBars bars) {
    return PackedMinutes.unpack(PackedMinutes.pack(bars));
  }

  private boolean put(MinuteItem item, @Nullable MinuteItem stored) {
    return OptimisticPut.write(
        dynamo,
        table,
        item.attributes(),
        "digest",
        stored == null ? null : AttributeValue.fromS(stored.digest()));
  }

  private @Nullable MinuteItem item(MinuteBars of) {
    Map<String, AttributeValue> found =
        dynamo
            .getItem(request ->
                request
                    .tableName(table)
                    .key(YearItem.key(of.listing(), MinuteItem.sortKey(of)))
                    .consistentRead(true))
            .item();
    return found.isEmpty() ? null : MinuteItem.read(found);
  }
}
