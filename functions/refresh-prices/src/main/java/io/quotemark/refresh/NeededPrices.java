package io.quotemark.refresh;

import io.quotemark.market.calendar.Calendars;
import io.quotemark.refresh.Stretches.End;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.log.Metric;
import io.quotemark.runtime.messages.PriceNeed;
import io.quotemark.storage.prices.PriceRequests;
import io.quotemark.storage.prices.PriceRequests.Request;
import io.quotemark.storage.prices.PriceRequests.State;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Fetches at once what an article lacks, once for all articles that lack it. A message claims the
 * listing's request, fetches, says that it is answered, and only then looks for the articles to be
 * checked again: an article that is stored later sees the answer and checks itself once more. A
 * message that is delivered again after a crash finds its own claim and repeats all of it; others
 * leave a claim alone. What no provider could be asked for stays for the next scheduled run.
 */
final class NeededPrices {
  /** Each loss is another's gain. */
  private static final int ATTEMPTS = 5;

  private final Stretches stretches;
  private final PriceRequests requests;
  private final Supplier<Deliveries> deliveries;
  private final Calendars calendars;
  private final Clock clock;
  private final JsonLog log;

  NeededPrices(
      Stretches stretches,
      PriceRequests requests,
      Supplier<Deliveries> deliveries,
      Calendars calendars,
      Clock clock,
      JsonLog log) {
    this.stretches = stretches;
    this.requests = requests;
    this.deliveries = deliveries;
    this.calendars = calendars;
    this.clock = clock;
    this.log = log;
  }

  /**
   * @param message its id, the same at each delivery
   */
  void on(PriceNeed need, String message, LongSupplier millisLeft) {
    Instant now = clock.instant();
    LocalDate closed = calendars.of(need.listing()).lastClosed(now);
    LocalDate to = need.to().isAfter(closed) ? closed : need.to();
    if (!stretches.serve(need.listing().mic()) || to.isBefore(need.from())) {
      log.info("need_not_served", "listing", need.listing(), "from", need.from(), "to", to);
      return;
    }
    @Nullable Request claim = claim(need, to, message, now);
    if (claim == null) {
      log.info("need_known", "listing", need.listing(), "from", need.from(), "to", to);
      return;
    }
    Round round = new Round(new Tally(), deliveries.get(), now, millisLeft);
    End end = stretches.one(claim.listing(), claim.from(), claim.to(), round);
    Stretches.count(end, round.tally());
    State state = end == End.LEFT || end == End.FAILED ? State.LEFT : State.ANSWERED;
    if (!requests.write(claim.in(state, clock.instant()), claim)) {
      throw new IllegalStateException(
          "the request for " + claim.listing() + " was claimed by another");
    }
    round.into().settle();
    told(claim, state, round);
  }

  /** Null where another message is at work on it, or it was answered lately. */
  private @Nullable Request claim(PriceNeed need, LocalDate to, String message, Instant now) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      @Nullable Request before = requests.of(need.listing()).orElse(null);
      boolean mine = before != null && before.by().equals(message);
      if (before != null && !mine && before.isEnough(need.from(), to, now)) {
        return null;
      }
      Request claim =
          new Request(
              need.listing(),
              before != null && before.from().isBefore(need.from()) ? before.from() : need.from(),
              before != null && before.to().isAfter(to) ? before.to() : to,
              State.CLAIMED,
              message,
              now,
              before == null ? 1 : before.revision() + 1);
      if (requests.write(claim, before)) {
        return claim;
      }
    }
    throw new IllegalStateException(
        "the request for " + need.listing() + " is being written by others");
  }

  private void told(Request claim, State state, Round round) {
    log.measured(
        "need",
        List.of(
            Metric.one("PriceNeeds"),
            Metric.count("PriceNeedsLeft", state == State.LEFT ? 1 : 0),
            Metric.count("Bars", round.into().bars()),
            Metric.count("RechecksQueued", round.into().rechecks())),
        "listing",
        claim.listing(),
        "from",
        claim.from(),
        "to",
        claim.to(),
        "state",
        state,
        "why",
        round.tally().why());
  }
}
