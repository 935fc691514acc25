package io.quotemark.refresh;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.listing.ListingSession;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.MinuteBars;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.refresh.providers.PriceSource.Outcome;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.storage.prices.ChangedPrices;
import io.quotemark.storage.prices.Coverage;
import io.quotemark.storage.prices.Coverage.Reach;
import io.quotemark.storage.prices.MinuteTable;
import io.quotemark.storage.prices.PriceTable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What providers answered, into the price table: prices first, then the re-checks that follow from
 * them for some listings together, then how far each has come. A crash in between repeats a fetch
 * and loses none.
 */
final class Deliveries {
  /** Listings whose re-checks are queued together, so that an article they share is queued once. */
  private static final int TOGETHER = 50;

  private final PriceTable prices;
  private final MinuteTable minutes;
  private final KnownLevels levels;
  private final Rechecks rechecks;
  private final Coverage coverage;
  private final Clock clock;
  private final JsonLog log;
  private final List<ChangedPrices> changed = new ArrayList<>();
  private final List<Runnable> afterwards = new ArrayList<>();
  private long bars;
  private long queued;

  Deliveries(
      PriceTable prices,
      MinuteTable minutes,
      Rechecks rechecks,
      Coverage coverage,
      Clock clock,
      JsonLog log) {
    this.prices = prices;
    this.minutes = minutes;
    this.levels = new KnownLevels(prices);
    this.rechecks = rechecks;
    this.coverage = coverage;
    this.clock = clock;
    this.log = log;
  }

  /**
   * @param from first day that was asked for
   * @return whether that settles it: where not, another provider may have the listing
   */
  boolean take(String provider, ListingId listing, LocalDate from, Outcome outcome, Tally tally) {
    return switch (outcome) {
      case Outcome.Ok(PriceSeries series, List<String> notes) -> {
        tally.answered(provider);
        notes.stream().limit(3).forEach(note -> warn("row_refused", provider, listing, note));
        Optional<String> otherUnit = levels.refusal(series);
        otherUnit.ifPresent(why -> warn("bad_payload", provider, listing, why));
        if (otherUnit.isEmpty()) {
          stored(provider, listing, from, series);
        }
        yield otherUnit.isEmpty();
      }
      case Outcome.Day day -> throw new IllegalStateException("a day of an exchange is no stretch");
      case Outcome.Minutes ofOne -> throw new IllegalStateException("minutes are no stretch");
      case Outcome.NotCovered none -> {
        notCovered(provider, listing);
        yield refused(provider, listing, outcome, tally);
      }
      case Outcome.BadPayload bad -> refused(provider, listing, outcome, tally);
      case Outcome.Denied denied -> refused(provider, listing, outcome, tally);
      case Outcome.Unavailable unavailable -> refused(provider, listing, outcome, tally);
      case Outcome.Throttled throttled -> refused(provider, listing, outcome, tally);
    };
  }

  /**
   * Minutes of one session.
   *
   * @return whether that settles it: where not, another provider may have them
   */
  boolean takeMinutes(String provider, ListingSession of, Outcome outcome, Tally tally) {
    if (outcome instanceof Outcome.Minutes(MinuteBars delivered)) {
      tally.answered(provider);
      bars += delivered.minutes().size();
      minutes.save(delivered).ifPresent(changed::add);
      return true;
    }
    return refused(provider, of.listing(), outcome, tally);
  }

  /** Tells why nothing was delivered; always false. */
  private boolean refused(String provider, ListingId listing, Outcome outcome, Tally tally) {
    switch (outcome) {
      case Outcome.NotCovered(String reason) -> {
        tally.answered(provider);
        log.info("not_covered", "provider", provider, "listing", listing, "reason", reason);
      }
      case Outcome.BadPayload(String reason) -> {
        tally.answered(provider);
        warn("bad_payload", provider, listing, reason);
      }
      case Outcome.Denied(String reason) -> {
        tally.failed(provider, provider + " denies access: " + reason);
        warn("denied", provider, listing, reason);
      }
      case Outcome.Unavailable(String reason) -> {
        tally.failed(provider, provider + " does not answer: " + reason);
        warn("unavailable", provider, listing, reason);
      }
      case Outcome.Throttled throttled ->
          tally.failed(provider, provider + " asks for fewer requests");
      case Outcome.Ok ok -> throw new IllegalStateException("a stretch that was delivered");
      case Outcome.Day day -> throw new IllegalStateException("a day that was delivered");
      case Outcome.Minutes ofOne -> throw new IllegalStateException("minutes that were delivered");
    }
    return false;
  }

  /**
   * A whole day of an exchange: what it has of the listings wanted; that it has nothing of the
   * others is known then too.
   *
   * @param from day after the session before, so that days in a row join
   */
  void takeDay(
      String provider,
      Set<ListingId> wanted,
      LocalDate from,
      LocalDate session,
      Outcome.Day day,
      Tally tally) {
    tally.answered(provider);
    day.notes().stream()
        .limit(3)
        .forEach(note -> log.warn("row_refused", "provider", provider, "reason", note));
    Set<ListingId> known = new TreeSet<>(wanted);
    for (PriceSeries series : day.series()) {
      Optional<String> otherUnit = levels.refusal(series);
      if (otherUnit.isPresent()) {
        known.remove(series.listing());
        warn("bad_payload", provider, series.listing(), otherUnit.get());
      } else {
        bars += series.bars().size();
        prices.save(series).ifPresent(changed::add);
      }
    }
    known.forEach(listing -> afterwards.add(() -> reached(provider, listing, from, session)));
    if (afterwards.size() >= TOGETHER) {
      settle();
    }
  }

  /** A day of an exchange that was asked for and not delivered. */
  void noDay(String provider, String exchange, LocalDate session, Outcome outcome, Tally tally) {
    String why =
        switch (outcome) {
          case Outcome.NotCovered(String reason) -> reason;
          case Outcome.BadPayload(String reason) -> reason;
          case Outcome.Denied(String reason) -> "denies access: " + reason;
          case Outcome.Unavailable(String reason) -> "does not answer: " + reason;
          case Outcome.Throttled throttled -> "asks for fewer requests";
          case Outcome.Ok ok -> throw new IllegalStateException("a stretch is no day");
          case Outcome.Minutes minutesOfOne ->
              throw new IllegalStateException("minutes are no day");
          case Outcome.Day day -> throw new IllegalStateException("a day that was delivered");
        };
    if (outcome instanceof Outcome.NotCovered) {
      tally.answered(provider);
    } else {
      tally.failed(provider, provider + " " + why);
    }
    log.warn(
        "day_refused",
        "provider",
        provider,
        "exchange",
        exchange,
        "session",
        session,
        "reason",
        why);
  }

  private void stored(String provider, ListingId listing, LocalDate from, PriceSeries series) {
    bars += series.bars().size();
    prices.save(series).ifPresent(changed::add);
    if (!series.bars().isEmpty()) {
      Bar last = series.bars().getLast();
      afterwards.add(() -> reached(provider, listing, from, last.session()));
    }
    if (afterwards.size() >= TOGETHER) {
      settle();
    }
  }

  /** Only a stretch that joins what is there extends it: no gap is ever taken for known. */
  private void reached(String provider, ListingId listing, LocalDate from, LocalDate last) {
    @Nullable Reach before = coverage.of(provider, listing).orElse(null);
    LocalDate start = from;
    LocalDate end = last;
    if (before != null && before.from() != null && before.to() != null) {
      if (last.plusDays(1).isBefore(before.from()) || from.minusDays(1).isAfter(before.to())) {
        return;
      }
      start = from.isBefore(before.from()) ? from : before.from();
      end = last.isAfter(before.to()) ? last : before.to();
    }
    coverage.write(provider, listing, new Reach(start, end, clock.instant()));
  }

  private void notCovered(String provider, ListingId listing) {
    @Nullable Reach before = coverage.of(provider, listing).orElse(null);
    coverage.write(
        provider,
        listing,
        before == null
            ? new Reach(null, null, clock.instant())
            : new Reach(before.from(), before.to(), clock.instant()));
  }

  /** Queues the re-checks of what changed, then records how far the listings have come. */
  void settle() {
    if (!changed.isEmpty()) {
      queued += rechecks.queue(changed);
      changed.clear();
    }
    afterwards.forEach(Runnable::run);
    afterwards.clear();
  }

  long bars() {
    return bars;
  }

  long rechecks() {
    return queued;
  }

  private void warn(String event, String provider, ListingId listing, String reason) {
    log.warn(event, "provider", provider, "listing", listing, "reason", reason);
  }
}
