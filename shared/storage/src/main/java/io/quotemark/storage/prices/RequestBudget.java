package io.quotemark.storage.prices;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Requests that a provider's plan leaves, a day (in UTC) and a minute: one item for each provider,
 * shared by all environments, so that together they never ask for more. A write whose answer was
 * lost may count twice, never not at all.
 */
public final class RequestBudget {
  /** Each loss of the race is another environment's gain: this many in a row are an error. */
  private static final int ATTEMPTS = 20;

  private final DynamoDbClient client;
  private final String table;
  private final String provider;
  private final int perDay;
  private final int perMinute;

  /**
   * @param perDay requests allowed from midnight to midnight, UTC
   * @param perMinute requests allowed within a minute of the clock
   */
  public RequestBudget(
      DynamoDbClient client, String table, String provider, int perDay, int perMinute) {
    this.client = client;
    this.table = table;
    this.provider = provider;
    this.perDay = perDay;
    this.perMinute = perMinute;
  }

  /** What came of asking for requests. */
  public sealed interface Grant {
    record Granted() implements Grant {}

    /** The minute is used up; another begins then. */
    record NextMinute(Instant from) implements Grant {}

    /** The day is used up; another begins then. */
    record NextDay(Instant from) implements Grant {}
  }

  /** Takes some requests at once, all or none of them. */
  public Grant take(int requests, Instant now) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Map<String, AttributeValue> item =
          client.getItem(b -> b.tableName(table).key(key()).consistentRead(true)).item();
      String day = LocalDate.ofInstant(now, ZoneOffset.UTC).toString();
      String minute = now.truncatedTo(ChronoUnit.MINUTES).toString();
      long ofDay = day.equals(Attributes.text(item, "day")) ? Attributes.number(item, "of_day") : 0;
      long ofMinute =
          minute.equals(Attributes.text(item, "minute")) ? Attributes.number(item, "of_minute") : 0;
      if (ofDay + requests > perDay) {
        return new Grant.NextDay(now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS));
      }
      // a plan with less a minute than one fetch takes still gets it, alone in its minute
      if (ofMinute > 0 && ofMinute + requests > perMinute) {
        return new Grant.NextMinute(
            now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES));
      }
      Map<String, AttributeValue> next = new HashMap<>(key());
      next.put("rev", AttributeValue.fromN(Long.toString(Attributes.number(item, "rev") + 1)));
      next.put("day", AttributeValue.fromS(day));
      next.put("of_day", AttributeValue.fromN(Long.toString(ofDay + requests)));
      next.put("minute", AttributeValue.fromS(minute));
      next.put("of_minute", AttributeValue.fromN(Long.toString(ofMinute + requests)));
      if (put(next, Attributes.number(item, "rev"))) {
        return new Grant.Granted();
      }
    }
    throw new IllegalStateException("the budget of " + provider + " is being written by others");
  }

  private boolean put(Map<String, AttributeValue> item, long read) {
    try {
      client.putItem(request -> {
        request.tableName(table).item(item);
        if (read == 0) {
          request.conditionExpression("attribute_not_exists(pk)");
        } else {
          request
              .conditionExpression("rev = :rev")
              .expressionAttributeValues(Map.of(":rev", AttributeValue.fromN(Long.toString(read))));
        }
      });
      return true;
    } catch (ConditionalCheckFailedException taken) {
      return false;
    }
  }

  private Map<String, AttributeValue> key() {
    return Map.of("pk", AttributeValue.fromS("BUDGET"), "sk", AttributeValue.fromS(provider));
  }
}
