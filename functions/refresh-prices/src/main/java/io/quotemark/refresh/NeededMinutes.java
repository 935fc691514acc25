package io.quotemark.refresh;

import io.quotemark.domain.listing.ListingSession;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.calendar.SessionClass;
import io.quotemark.market.calendar.TradingCalendar;
import io.quotemark.market.calendar.TradingCalendar.Stretch;
import io.quotemark.refresh.Stretches.End;
import io.quotemark.refresh.providers.MinuteProvider;
import io.quotemark.refresh.providers.PriceSource.Outcome;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.log.Metric;
import io.quotemark.runtime.messages.MinuteNeed;
import io.quotemark.storage.prices.MinuteRequests;
import io.quotemark.storage.prices.MinuteRequests.Request;
import io.quotemark.storage.prices.PriceRequests.State;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the minutes of a session that an article lacks, once for all articles that lack them; as
 * {@link NeededPrices} does of sessions. Minutes that a provider does not have yet, or cannot be
 * asked for now, are left to the next scheduled run.
 */
final class NeededMinutes {
  /** Each loss is another's gain. */
  private static final int ATTEMPTS = 5;

  private final Sources sources;
  private final MinuteRequests requests;
  private final Supplier<Deliveries> deliveries;
  private final Calendars calendars;
  private final Clock clock;
  private final JsonLog log;

  NeededMinutes(
      Sources sources,
      MinuteRequests requests,
      Supplier<Deliveries> deliveries,
      Calendars calendars,
      Clock clock,
      JsonLog log) {
    this.sources = sources;
    this.requests = requests;
    this.deliveries = deliveries;
    this.calendars = calendars;
    this.clock = clock;
    this.log = log;
  }

  /**
   * @param message its id, the same at each delivery
   */
  void on(MinuteNeed need, String message, LongSupplier millisLeft) {
    if (fetchers(need.of()).isEmpty()) {
      log.info("minutes_not_served", "of", need.of());
      return;
    }
    @Nullable Request claim = claim(need, message, clock.instant());
    if (claim == null) {
      log.info("minutes_known", "of", need.of());
      return;
    }
    work(claim, new Round(new Tally(), deliveries.get(), clock.instant(), millisLeft));
  }

  /** What articles had asked for in vain. */
  void retry(List<String> exchanges, Round round) {
    for (String exchange : exchanges) {
      for (Request open : requests.open(exchange)) {
        Request claim =
            new Request(
                open.of(),
                open.until(),
                State.CLAIMED,
                "schedule",
                round.now(),
                open.revision() + 1);
        if (!fetchers(open.of()).isEmpty() && requests.write(claim, open)) {
          work(claim, round);
        }
      }
    }
  }

  private void work(Request claim, Round round) {
    End end =
        claim.until().plus(MinuteRequests.LATER).isAfter(round.now())
            ? End.LEFT
            : fetched(claim.of(), round);
    Stretches.count(end, round.tally());
    State state = end == End.LEFT || end == End.FAILED ? State.LEFT : State.ANSWERED;
    if (!requests.write(claim.in(state, clock.instant()), claim)) {
      throw new IllegalStateException("the request for " + claim.of() + " was claimed by another");
    }
    // after the answer: an article that is stored later sees it
    round.into().settle();
    log.measured(
        "minutes",
        List.of(
            Metric.one("MinuteNeeds"),
            Metric.count("MinuteNeedsLeft", state == State.LEFT ? 1 : 0)),
        "of",
        claim.of(),
        "state",
        state,
        "why",
        round.tally().why());
  }

  private End fetched(ListingSession of, Round round) {
    TradingCalendar calendar = calendars.of(of.listing());
    Instant from = hours(calendar, of, SessionClass.PRE).from();
    Instant end = hours(calendar, of, SessionClass.POST).to();
    Instant had = round.now().minus(MinuteRequests.LATER);
    Instant to = end.isBefore(had) ? end : had;
    if (!from.isBefore(to)) {
      return End.LEFT;
    }
    Set<End> ends = EnumSet.noneOf(End.class);
    for (Fetcher fetcher : fetchers(of)) {
      @Nullable MinuteProvider provider = fetcher.byMinute();
      if (provider != null) {
        End one = one(fetcher, provider, of, from, to, round);
        if (one == End.FETCHED) {
          return one;
        }
        ends.add(one);
      }
    }
    return Stretches.worst(ends);
  }

  private static End one(
      Fetcher fetcher,
      MinuteProvider provider,
      ListingSession of,
      Instant from,
      Instant to,
      Round round) {
    if (round.tally().hasStopped(fetcher.name())) {
      return End.LEFT;
    }
    return switch (fetcher.minutes(provider, of, from, to, round.millisLeft())) {
      case Fetcher.Fetched.Stop(String why) -> {
        round.tally().stop(fetcher.name(), why);
        yield End.LEFT;
      }
      case Fetcher.Fetched.Answer(Outcome outcome) ->
          round.into().takeMinutes(fetcher.name(), of, outcome, round.tally())
              ? End.FETCHED
              : outcome instanceof Outcome.NotCovered ? End.REFUSED : End.FAILED;
    };
  }

  private static Stretch hours(TradingCalendar calendar, ListingSession of, SessionClass kind) {
    return calendar
        .hours(of.session(), kind)
        .or(() -> calendar.hours(of.session(), SessionClass.REGULAR))
        .orElseThrow();
  }

  private List<Fetcher> fetchers(ListingSession of) {
    return sources.of(of.listing().mic()).stream().filter(f -> f.byMinute() != null).toList();
  }

  /** Null where another message is at work on it, or it was answered lately. */
  private @Nullable Request claim(MinuteNeed need, String message, Instant now) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      @Nullable Request before = requests.of(need.of()).orElse(null);
      boolean mine = before != null && before.by().equals(message);
      if (before != null && !mine && before.isEnough(need.until(), now)) {
        return null;
      }
      Request claim =
          new Request(
              need.of(),
              before != null && before.until().isAfter(need.until())
                  ? before.until()
                  : need.until(),
              State.CLAIMED,
              message,
              now,
              before == null ? 1 : before.revision() + 1);
      if (requests.write(claim, before)) {
        return claim;
      }
    }
    throw new IllegalStateException("the request for " + need.of() + " is being written by others");
  }
}
