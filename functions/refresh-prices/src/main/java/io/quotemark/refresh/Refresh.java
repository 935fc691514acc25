package io.quotemark.refresh;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.log.Metric;
import io.quotemark.storage.prices.PriceRequests;
import io.quotemark.storage.prices.PriceRequests.Request;
import io.quotemark.storage.prices.Progress;
import io.quotemark.storage.prices.RunBook;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings the prices of some exchanges up to their last closed session. A run may be started twice,
 * late, or again after a crash: what it has done is recorded listing by listing, what it could not
 * do any more the next one does.
 */
final class Refresh {
  /** Kind of an operator's runs in the book. */
  static final String ORDERS = "orders";

  private final Wanted wanted;
  private final Stretches stretches;
  private final PriceRequests requests;
  private final NeededMinutes minutes;
  private final Supplier<Deliveries> deliveries;
  private final RunBook book;
  private final Calendars calendars;
  private final Clock clock;
  private final JsonLog log;

  /**
   * One run.
   *
   * @param kind the exchanges of a schedule, or {@link #ORDERS}
   * @param name the time it was scheduled for, or the operator's own name; null where nobody named
   *     it, which is never known to have run before
   */
  record Order(String kind, @Nullable String name, List<String> exchanges) {
    /**
     * @throws IllegalArgumentException where no exchange is named: the book would not know the run
     */
    static Order scheduled(@Nullable String time, List<String> exchanges) {
      if (exchanges.isEmpty()) {
        throw new IllegalArgumentException(
            "a scheduled run names its exchanges by their MICs, as in {\"type\": \"refresh\","
                + " \"exchanges\": [\"XHKG\"]}");
      }
      return new Order(String.join(" ", exchanges), time, exchanges);
    }

    /** As requests name it; a run that nobody named is another each time. */
    String by(Instant now) {
      return "run " + (name == null ? now : name);
    }

    /** Whether nothing of it is left to do. */
    boolean done(RunBook.Ended latest) {
      if (name == null || latest.run().isEmpty()) {
        return false;
      }
      return kind.equals(ORDERS)
          ? latest.run().equals(name)
          : latest.run().compareTo(name) > 0 || (latest.run().equals(name) && latest.left() == 0);
    }
  }

  /**
   * @param deliveries one for each run
   */
  Refresh(
      Wanted wanted,
      Stretches stretches,
      PriceRequests requests,
      NeededMinutes minutes,
      Supplier<Deliveries> deliveries,
      RunBook book,
      Calendars calendars,
      Clock clock,
      JsonLog log) {
    this.wanted = wanted;
    this.stretches = stretches;
    this.requests = requests;
    this.minutes = minutes;
    this.deliveries = deliveries;
    this.book = book;
    this.calendars = calendars;
    this.clock = clock;
    this.log = log;
  }

  void run(Order order, LongSupplier millisLeft) {
    if (book.latest(order.kind()).filter(order::done).isPresent()) {
      log.info("run_known", "exchanges", order.exchanges(), "run", order.name());
      return;
    }
    Round round = round(millisLeft);
    List<String> served = order.exchanges().stream().filter(stretches::serve).toList();
    List<Request> open = served.stream().flatMap(e -> requests.open(e).stream()).toList();
    if (served.isEmpty()) {
      round.tally().end(RunBook.NO_SOURCE);
    } else {
      stretches.bring(wanted.with(open, wanted.of(served, round.now())), round);
    }
    round.into().settle();
    minutes.retry(served, order.by(round.now()), round);
    answered(open, round.now());
    end(order, round);
  }

  /** Fetches one stretch of one listing, whatever is known of it already. */
  void backfill(
      String run, ListingId listing, LocalDate from, LocalDate to, LongSupplier millisLeft) {
    Order order = new Order(ORDERS, run, List.of(listing.mic()));
    if (book.latest(ORDERS).filter(order::done).isPresent()) {
      log.info("run_known", "listing", listing, "run", run);
      return;
    }
    Round round = round(millisLeft);
    if (stretches.serve(listing.mic())) {
      LocalDate last = calendars.of(listing).lastClosed(round.now());
      Stretches.count(
          stretches.exactly(listing, from, to.isAfter(last) ? last : to, round), round.tally());
    } else {
      round.tally().end(RunBook.NO_SOURCE);
    }
    round.into().settle();
    end(order, round);
  }

  /** What articles had asked for in vain, and is there now or not to be had. */
  private void answered(List<Request> open, Instant now) {
    for (Request request : open) {
      if (stretches.isSettled(request.listing(), request.from(), request.to(), now)) {
        // where another wrote since, it is that one's to say
        requests.write(request.in(Progress.State.ANSWERED, now), request);
      }
    }
  }

  private Round round(LongSupplier millisLeft) {
    return new Round(new Tally(), deliveries.get(), clock.instant(), millisLeft);
  }

  private void end(Order order, Round round) {
    Tally tally = round.tally();
    book.write(
        order.kind(),
        new RunBook.Ended(
            order.name() == null ? "" : order.name(),
            tally.fetched,
            tally.covered,
            tally.refused,
            tally.left,
            tally.why()));
    log.measured(
        tally.why().equals(RunBook.NO_SOURCE) ? "nothing_to_fetch" : "refreshed",
        List.of(
            Metric.one("RefreshRuns"),
            Metric.count("ListingsFetched", tally.fetched),
            Metric.count("ListingsCovered", tally.covered),
            Metric.count("ListingsRefused", tally.refused),
            Metric.count("ListingsLeft", tally.left),
            Metric.count("Bars", round.into().bars()),
            Metric.count("RechecksQueued", round.into().rechecks())),
        "exchanges",
        order.exchanges(),
        "run",
        order.name(),
        "why",
        tally.why(),
        "time_zones",
        Calendars.timeZoneVersion());
  }
}
