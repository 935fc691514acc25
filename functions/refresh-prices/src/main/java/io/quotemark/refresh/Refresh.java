package io.quotemark.refresh;

import io.quotemark.domain.ListingId;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.log.Metric;
import io.quotemark.storage.prices.Coverage;
import io.quotemark.storage.prices.Coverage.Reach;
import io.quotemark.storage.prices.RunBook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

  private static final String NO_SOURCE = "no price provider is configured";

  /** Asked for again, so that late corrections come in too. */
  private static final int OVERLAP_DAYS = 5;

  /** A listing that the provider did not have may be there by then. */
  private static final Duration ASK_AGAIN = Duration.ofDays(7);

  private final Wanted wanted;
  private final Map<String, Fetcher> fetchers;
  private final Coverage coverage;
  private final Supplier<Deliveries> deliveries;
  private final RunBook book;
  private final Calendars calendars;
  private final Clock clock;
  private final JsonLog log;

  /** For exchanges that have no source of their own. */
  static final String ANY = "";

  /**
   * One run.
   *
   * @param kind the exchanges of a schedule, or {@link #ORDERS}
   * @param name the time it was scheduled for, or the operator's own name; null where nobody named
   *     it, which is never known to have run before
   */
  record Order(String kind, @Nullable String name, List<String> exchanges) {
    static Order scheduled(@Nullable String time, List<String> exchanges) {
      return new Order(String.join(" ", exchanges), time, exchanges);
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
   * @param fetchers exchange to where its prices come from, {@link #ANY} for all others; empty
   *     where prices come from files alone
   * @param deliveries one for each run
   */
  Refresh(
      Wanted wanted,
      Map<String, Fetcher> fetchers,
      Coverage coverage,
      Supplier<Deliveries> deliveries,
      RunBook book,
      Calendars calendars,
      Clock clock,
      JsonLog log) {
    this.wanted = wanted;
    this.fetchers = Map.copyOf(fetchers);
    this.coverage = coverage;
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
    Tally tally = new Tally();
    Deliveries into = deliveries.get();
    Instant now = clock.instant();
    if (order.exchanges().stream().allMatch(exchange -> fetcher(exchange) == null)) {
      tally.end(NO_SOURCE);
    } else {
      List<String> served = order.exchanges().stream().filter(e -> fetcher(e) != null).toList();
      wanted
          .of(served, now)
          .forEach((listing, first) -> {
            if (tally.ended()) {
              tally.left++;
            } else {
              one(listing, first, now, tally, into, millisLeft);
            }
          });
    }
    into.settle();
    end(order, tally, into);
  }

  private void one(
      ListingId listing,
      LocalDate first,
      Instant now,
      Tally tally,
      Deliveries into,
      LongSupplier millisLeft) {
    Fetcher fetcher = source(listing);
    if (fetcher == null) {
      tally.refused++;
      return;
    }
    LocalDate to = calendars.of(listing).lastClosed(now);
    @Nullable Reach reach = coverage.of(fetcher.name(), listing).orElse(null);
    @Nullable LocalDate from = begin(reach, first, to, now);
    if (from == null) {
      tally.covered++;
      return;
    }
    fetch(fetcher, listing, from, to, tally, into, millisLeft);
  }

  /** Fetches one stretch of one listing, whatever is known of it already. */
  void backfill(
      String run, ListingId listing, LocalDate from, LocalDate to, LongSupplier millisLeft) {
    Order order = new Order(ORDERS, run, List.of(listing.mic()));
    if (book.latest(ORDERS).filter(order::done).isPresent()) {
      log.info("run_known", "listing", listing, "run", run);
      return;
    }
    Tally tally = new Tally();
    Deliveries into = deliveries.get();
    Fetcher fetcher = source(listing);
    if (fetcher == null) {
      tally.end(NO_SOURCE);
    } else {
      LocalDate last = calendars.of(listing).lastClosed(clock.instant());
      fetch(fetcher, listing, from, to.isAfter(last) ? last : to, tally, into, millisLeft);
    }
    into.settle();
    end(order, tally, into);
  }

  private void fetch(
      Fetcher fetcher,
      ListingId listing,
      LocalDate from,
      LocalDate to,
      Tally tally,
      Deliveries into,
      LongSupplier millisLeft) {
    if (to.isBefore(from)) {
      tally.covered++;
      return;
    }
    switch (fetcher.fetch(listing, from, to, millisLeft)) {
      case Fetcher.Fetched.Stop(String why) -> {
        tally.end(why);
        tally.left++;
      }
      case Fetcher.Fetched.Answer(var outcome) ->
          into.take(fetcher.name(), listing, from, outcome, tally);
    }
  }

  /** First day to ask for, null where nothing is. */
  private static @Nullable LocalDate begin(
      @Nullable Reach reach, LocalDate first, LocalDate to, Instant now) {
    if (reach == null) {
      return first;
    }
    LocalDate from = reach.from();
    LocalDate reached = reach.to();
    if (from == null || reached == null) {
      return reach.askedAt().plus(ASK_AGAIN).isAfter(now) ? null : first;
    }
    if (first.isBefore(from)) {
      return first;
    }
    return reached.isBefore(to) ? later(from, reached.minusDays(OVERLAP_DAYS)) : null;
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  private @Nullable Fetcher source(ListingId listing) {
    return fetcher(listing.mic());
  }

  private @Nullable Fetcher fetcher(String exchange) {
    Fetcher own = fetchers.get(exchange);
    return own != null || exchange.equals(ListingId.FX) ? own : fetchers.get(ANY);
  }

  private void end(Order order, Tally tally, Deliveries from) {
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
        tally.why().equals(NO_SOURCE) ? "nothing_to_fetch" : "refreshed",
        List.of(
            Metric.one("RefreshRuns"),
            Metric.count("ListingsFetched", tally.fetched),
            Metric.count("ListingsCovered", tally.covered),
            Metric.count("ListingsRefused", tally.refused),
            Metric.count("ListingsLeft", tally.left),
            Metric.count("Bars", from.bars()),
            Metric.count("RechecksQueued", from.rechecks())),
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
