package io.quotemark.refresh.providers;

import io.quotemark.domain.price.MinuteBars;
import io.quotemark.domain.price.PriceSeries;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service that delivers daily prices, whichever way it is asked. */
public sealed interface PriceSource permits PriceProvider, MarketDays {
  /** As it stands in {@link PriceSeries#source}. */
  String name();

  /** Requests that one fetch takes at most, of those that the provider's plan counts. */
  int requests();

  /** What came of asking. */
  sealed interface Outcome {
    /**
     * @param notes rows that were dropped and why
     */
    record Ok(PriceSeries series, List<String> notes) implements Outcome {
      public Ok {
        notes = List.copyOf(notes);
      }
    }

    /**
     * A whole day of an exchange.
     *
     * @param series those of the listings wanted that have prices of that day
     * @param notes rows that were dropped and why
     */
    record Day(List<PriceSeries> series, List<String> notes) implements Outcome {
      public Day {
        series = List.copyOf(series);
        notes = List.copyOf(notes);
      }
    }

    /** Minutes of one session. */
    record Minutes(MinuteBars bars) implements Outcome {}

    /** The provider does not have this listing, or nothing of it in that time. */
    record NotCovered(String reason) implements Outcome {}

    /**
     * Too many requests, or the day's are used up.
     *
     * @param after how long to wait where the provider says, else null
     */
    record Throttled(@Nullable Duration after) implements Outcome {}

    /** The key is wrong, or its plan does not include this. */
    record Denied(String reason) implements Outcome {}

    /** An answer that is not the prices asked for, whatever its status says. */
    record BadPayload(String reason) implements Outcome {}

    /** No answer, or one that says so: to be tried again. */
    record Unavailable(String reason) implements Outcome {}
  }
}
