package io.quotemark.storage.prices;

import io.quotemark.storage.table.Attributes;
import io.quotemark.storage.table.Item;
import io.quotemark.storage.table.Schema.Prices;
import io.quotemark.storage.table.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Requests that a provider's plan leaves, a day (in UTC) and a minute: one item for each provider,
 * shared by all environments, so that together they never ask for more. A write whose answer was
 * lost may count twice, never not at all.
 */
public final class RequestBudget {
  /** Each loss of the race is another environment's gain: this many in a row are an error. */
  private static final int ATTEMPTS = 20;

  private final Table table;
  private final String provider;
  private final int perDay;
  private final int perMinute;

  /**
   * @param perDay requests allowed from midnight to midnight, UTC
   * @param perMinute requests allowed within a minute of the clock
   */
  RequestBudget(Table table, String provider, int perDay, int perMinute) {
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
      @Nullable Item item = table.get(Prices.BUDGET, provider).orElse(null);
      String day = LocalDate.ofInstant(now, ZoneOffset.UTC).toString();
      String minute = now.truncatedTo(ChronoUnit.MINUTES).toString();
      long ofDay = taken(item, Attributes.DAY, day, Attributes.OF_DAY);
      long ofMinute = taken(item, Attributes.MINUTE, minute, Attributes.OF_MINUTE);
      if (ofDay + requests > perDay) {
        return new Grant.NextDay(now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS));
      }
      // a plan with less a minute than one fetch takes still gets it, alone in its minute
      if (ofMinute > 0 && ofMinute + requests > perMinute) {
        return new Grant.NextMinute(
            now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES));
      }
      Item next =
          new Item(Prices.BUDGET, provider)
              .text(Attributes.DAY, day)
              .number(Attributes.OF_DAY, ofDay + requests)
              .text(Attributes.MINUTE, minute)
              .number(Attributes.OF_MINUTE, ofMinute + requests);
      if (table.replaceIfSame(next, item)) {
        return new Grant.Granted();
      }
    }
    throw new IllegalStateException("the budget of " + provider + " is being written by others");
  }

  /** Requests counted, where the count is of this day or minute. */
  private static long taken(@Nullable Item item, String name, String now, String count) {
    return item != null && item.text(name).equals(now) ? item.number(count) : 0;
  }
}
