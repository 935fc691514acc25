package io.quotemark.refresh;

import io.quotemark.market.calendar.Calendars;
import io.quotemark.refresh.Stretches.End;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.log.Metric;
import io.quotemark.runtime.messages.PriceNeed;
import io.quotemark.storage.prices.PriceRequests;
import io.quotemark.storage.prices.PriceRequests.Request;
import io.quotemark.storage.prices.Progress.State;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Fetches at once what an article lacks, once for all articles that lack it ({@link Claims}). What
 * no provider could be asked for stays for the next scheduled run.
 */
final class NeededPrices {
  private final Stretches stretches;
  private final PriceRequests requests;
  private final Claims<Request> claims;
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
    this.claims = new Claims<>(requests, clock);
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
    claims
        .claim(
            message,
            () -> requests.of(need.listing()),
            known -> known.isEnough(need.from(), to, now),
            (before, at) -> Request.claim(need.listing(), need.from(), to, message, at, before))
        .ifPresentOrElse(
            claim -> {
              Round round = new Round(new Tally(), deliveries.get(), now, millisLeft);
              End end = stretches.one(claim.listing(), claim.from(), claim.to(), round);
              told(claim, claims.answer(claim, end, round), round);
            },
            () -> log.info("need_known", "listing", need.listing(), "from", need.from(), "to", to));
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
