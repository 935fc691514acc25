package io.quotemark.refresh;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.listing.ListingSession;
import io.quotemark.refresh.providers.MarketDays;
import io.quotemark.refresh.providers.MinuteProvider;
import io.quotemark.refresh.providers.PriceProvider;
import io.quotemark.refresh.providers.PriceSource;
import io.quotemark.refresh.providers.PriceSource.Outcome;
import io.quotemark.runtime.json.Json;
import io.quotemark.storage.prices.RequestBudget;
import io.quotemark.storage.prices.RequestBudget.Grant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Asks a provider within its plan's budget, and again where that can help: after no answer or a
 * refusal for haste, with waits that double and are drawn at random up to that ("full jitter"), as
 * long as the run has time.
 */
final class Fetcher {
  private static final int ATTEMPTS = 4;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(2);

  /** What one fetch, its writes and the run's end may take. */
  static final Duration RESERVE = Duration.ofSeconds(75);

  private final PriceSource provider;
  private final Budget budget;
  private final Clock clock;
  private final Pause pause;
  private final RandomGenerator random;

  /** What the provider's plan leaves. */
  @FunctionalInterface
  interface Budget {
    Grant take(int requests, Instant now);

    static Budget of(RequestBudget budget) {
      return budget::take;
    }

    /** For a source that counts nothing. */
    static Budget unlimited() {
      return (requests, now) -> new Grant.Granted();
    }
  }

  /** Waits; a test does not. */
  @FunctionalInterface
  interface Pause {
    void sleep(Duration time) throws InterruptedException;
  }

  /** What came of asking, in the end. */
  sealed interface Fetched {
    record Answer(Outcome outcome) implements Fetched {}

    /** Nothing more is to be asked of this provider in this run. */
    record Stop(String why) implements Fetched {}
  }

  Fetcher(PriceSource provider, Budget budget, Clock clock, Pause pause, RandomGenerator random) {
    this.provider = provider;
    this.budget = budget;
    this.clock = clock;
    this.pause = pause;
    this.random = random;
  }

  String name() {
    return provider.name();
  }

  /** The service, where it can be asked for a stretch of one listing. */
  @Nullable PriceProvider byListing() {
    return provider instanceof PriceProvider one ? one : null;
  }

  /** The service, where it can be asked for the whole day of an exchange. */
  @Nullable MarketDays byDay() {
    return provider instanceof MarketDays days ? days : null;
  }

  /** The service, where it can be asked for the minutes of a session. */
  @Nullable MinuteProvider byMinute() {
    return provider instanceof MinuteProvider minutes ? minutes : null;
  }

  /**
   * @param millisLeft of the function's run
   */
  Fetched minutes(
      MinuteProvider one, ListingSession of, Instant from, Instant to, LongSupplier millisLeft) {
    return asked(now -> one.minutes(of, from, to, now), millisLeft);
  }

  /**
   * @param millisLeft of the function's run
   */
  Fetched fetch(
      PriceProvider one, ListingId listing, LocalDate from, LocalDate to, LongSupplier millisLeft) {
    return asked(now -> one.fetch(listing, from, to, now), millisLeft);
  }

  /**
   * @param millisLeft of the function's run
   */
  Fetched day(
      MarketDays days,
      String exchange,
      LocalDate session,
      Set<ListingId> wanted,
      LongSupplier millisLeft) {
    return asked(now -> days.day(exchange, session, wanted, now), millisLeft);
  }

  private Fetched asked(Function<Instant, Outcome> question, LongSupplier millisLeft) {
    for (int attempt = 1; ; attempt++) {
      Fetched.@Nullable Stop refused = granted(millisLeft);
      if (refused != null) {
        return refused;
      }
      Outcome outcome = answer(question);
      Duration wait =
          switch (outcome) {
            case Outcome.Throttled(Duration after) -> after == null ? drawn(attempt) : after;
            case Outcome.Unavailable unavailable -> drawn(attempt);
            case Outcome.Ok ok -> Duration.ZERO;
            case Outcome.Day day -> Duration.ZERO;
            case Outcome.Minutes minutes -> Duration.ZERO;
            case Outcome.NotCovered none -> Duration.ZERO;
            case Outcome.Denied denied -> Duration.ZERO;
            case Outcome.BadPayload bad -> Duration.ZERO;
          };
      if (wait.isZero()) {
        return new Fetched.Answer(outcome);
      }
      if (attempt == ATTEMPTS || !waited(wait, millisLeft)) {
        return outcome instanceof Outcome.Throttled
            ? new Fetched.Stop(name() + " asks for fewer requests")
            : new Fetched.Answer(outcome);
      }
    }
  }

  private Outcome answer(Function<Instant, Outcome> question) {
    try {
      return question.apply(clock.instant());
    } catch (KeyUnreadable noKey) {
      return new Outcome.Denied(String.valueOf(noKey.getMessage()));
    } catch (Json.Malformed otherShape) {
      return new Outcome.BadPayload("another shape of JSON: " + otherShape.getMessage());
    }
  }

  private Fetched.@Nullable Stop granted(LongSupplier millisLeft) {
    while (true) {
      if (millisLeft.getAsLong() < RESERVE.toMillis()) {
        return new Fetched.Stop("the run's time is over");
      }
      switch (budget.take(provider.requests(), clock.instant())) {
        case Grant.Granted granted -> {
          return null;
        }
        case Grant.NextDay(var from) -> {
          return new Fetched.Stop("the requests of the day are used up until " + from);
        }
        case Grant.NextMinute(var from) -> {
          // not all at the first moment of the minute
          Duration wait =
              Duration.between(clock.instant(), from).plusMillis(1 + random.nextInt(2_000));
          if (!waited(wait, millisLeft)) {
            return new Fetched.Stop("the run's time is over");
          }
        }
      }
    }
  }

  private Duration drawn(int attempt) {
    long most = FIRST_WAIT.toMillis() << (attempt - 1);
    return Duration.ofMillis(1 + random.nextLong(most));
  }

  /** Whether there was time for it. */
  private boolean waited(Duration wait, LongSupplier millisLeft) {
    if (wait.compareTo(Duration.ofMillis(millisLeft.getAsLong()).minus(RESERVE)) > 0) {
      return false;
    }
    try {
      pause.sleep(wait);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
