package io.quotemark.storage.prices;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.listing.ListingSession;
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
 * Minutes that articles lacked and providers were asked for, one item for each session, {@code
 * ASKM#XNYS} / {@code XNYS:BABA#2025-02-24}: by it many articles ask once. Written by
 * refresh-prices alone.
 */
public final class MinuteRequests {
  /** Providers of free plans have a minute so much later. */
  public static final Duration LATER = Duration.ofMinutes(16);

  private final DynamoDbClient client;
  private final String table;

  public MinuteRequests(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * @param until moment up to which articles need them
   * @param by which message is at work on it
   * @param at when it came to that state
   * @param revision grows with each write
   */
  public record Request(
      ListingSession of,
      Instant until,
      PriceRequests.State state,
      String by,
      Instant at,
      long revision) {
    /** Whether nobody need ask for minutes up to a moment: they were had, or will be. */
    public boolean isEnough(Instant moment, Instant now) {
      return state != PriceRequests.State.ANSWERED
          || (!at.isBefore(moment.plus(LATER)) && at.plus(PriceRequests.ASK_AGAIN).isAfter(now));
    }

    public Request in(PriceRequests.State next, Instant now) {
      return new Request(of, until, next, by, now, revision + 1);
    }
  }

  public Optional<Request> of(ListingSession session) {
    Map<String, AttributeValue> item =
        client.getItem(b -> b.tableName(table).key(key(session)).consistentRead(true)).item();
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
        .map(MinuteRequests::read)
        .filter(request -> request.state() != PriceRequests.State.ANSWERED)
        .toList();
  }

  /**
   * @param before what was read, null where there was none
   * @return whether it is written; false where another wrote since
   */
  public boolean write(Request next, @Nullable Request before) {
    Map<String, AttributeValue> item = new HashMap<>(key(next.of()));
    item.put("until", AttributeValue.fromS(next.until().toString()));
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
    String[] of = Attributes.text(item, "sk").split("#", 2);
    return new Request(
        new ListingSession(ListingId.parse(of[0]), LocalDate.parse(of[1])),
        Instant.parse(Attributes.text(item, "until")),
        PriceRequests.State.valueOf(Attributes.text(item, "state")),
        Attributes.text(item, "by"),
        Instant.parse(Attributes.text(item, "at")),
        Attributes.number(item, "rev"));
  }

  private static Map<String, AttributeValue> key(ListingSession of) {
    return Map.of(
        "pk",
        partition(of.listing().mic()),
        "sk",
        AttributeValue.fromS(of.listing() + "#" + of.session()));
  }

  private static AttributeValue partition(String exchange) {
    return AttributeValue.fromS("ASKM#" + exchange);
  }
}
