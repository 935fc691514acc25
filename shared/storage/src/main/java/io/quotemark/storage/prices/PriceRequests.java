package io.quotemark.storage.prices;

import io.quotemark.domain.listing.ListingId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Stretches that articles lacked and providers were asked for, one item for each listing, {@code
 * ASK#XHKG} / {@code XHKG:9988}: by it many articles ask once. Written by refresh-prices alone.
 */
public final class PriceRequests {
  /** What a provider did not have may be there by then. */
  public static final Duration ASK_AGAIN = Duration.ofDays(7);

  private final DynamoDbClient client;
  private final String table;

  public PriceRequests(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /** How far a request has come. */
  public enum State {
    /** A message is at work on it. */
    CLAIMED,
    /** No provider could be asked for it now; the next scheduled run does. */
    LEFT,
    /** What providers have of it is in the price table. */
    ANSWERED
  }

  /**
   * @param by which message is at work on it
   * @param at when it came to that state
   * @param revision grows with each write
   */
  public record Request(
      ListingId listing,
      LocalDate from,
      LocalDate to,
      State state,
      String by,
      Instant at,
      long revision) {
    public boolean covers(LocalDate first, LocalDate last) {
      return !first.isBefore(from) && !last.isAfter(to);
    }

    /** Whether nobody need ask for a stretch within it: it was answered lately, or will be. */
    public boolean isEnough(LocalDate first, LocalDate last, Instant now) {
      return covers(first, last) && (state != State.ANSWERED || at.plus(ASK_AGAIN).isAfter(now));
    }

    public Request in(State next, Instant now) {
      return new Request(listing, from, to, next, by, now, revision + 1);
    }
  }

  public Optional<Request> of(ListingId listing) {
    Map<String, AttributeValue> item =
        client.getItem(b -> b.tableName(table).key(key(listing)).consistentRead(true)).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(read(item));
  }

  /** Requests for listings of an exchange that are not answered. */
  public List<Request> open(String exchange) {
    return client
        .queryPaginator(b ->
            b.tableName(table)
                .consistentRead(true)
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", partition(exchange))))
        .items()
        .stream()
        .map(PriceRequests::read)
        .filter(request -> request.state() != State.ANSWERED)
        .toList();
  }

  /**
   * @param before what was read, null where there was none
   * @return whether it is written; false where another wrote since
   */
  public boolean write(Request next, @Nullable Request before) {
    Map<String, AttributeValue> item = new HashMap<>(key(next.listing()));
    item.put("from", AttributeValue.fromS(next.from().toString()));
    item.put("to", AttributeValue.fromS(next.to().toString()));
    item.put("state", AttributeValue.fromS(next.state().name()));
    item.put("by", AttributeValue.fromS(next.by()));
    item.put("at", AttributeValue.fromS(next.at().toString()));
    item.put("rev", AttributeValue.fromN(Long.toString(next.revision())));
    return OptimisticPut.write(
        client,
        table,
        item,
        "rev",
        before == null ? null : AttributeValue.fromN(Long.toString(before.revision())));
  }

  private static Request read(Map<String, AttributeValue> item) {
    return new Request(
        ListingId.parse(Attributes.text(item, "sk")),
        LocalDate.parse(Attributes.text(item, "from")),
        LocalDate.parse(Attributes.text(item, "to")),
        State.valueOf(Attributes.text(item, "state")),
        Attributes.text(item, "by"),
        Instant.parse(Attributes.text(item, "at")),
        Attributes.number(item, "rev"));
  }

  private static Map<String, AttributeValue> key(ListingId listing) {
    return Map.of("pk", partition(listing.mic()), "sk", AttributeValue.fromS(listing.toString()));
  }

  private static AttributeValue partition(String exchange) {
    return AttributeValue.fromS("ASK#" + exchange);
  }
}
