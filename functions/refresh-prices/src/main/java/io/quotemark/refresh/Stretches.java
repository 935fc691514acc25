package io.quotemark.refresh;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.refresh.providers.PriceProvider;
import io.quotemark.refresh.providers.PriceSource.Outcome;
import io.quotemark.storage.prices.Coverage;
import io.quotemark.storage.prices.Coverage.Reach;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Fetches stretches of listings: each from the first source of its exchange that has it, and of
 * each only what is not there yet. A source that is out of requests, or fails, is passed over.
 */
final class Stretches {
  /** Asked for again, so that late corrections come in too. */
  private static final int OVERLAP_DAYS = 5;

  /** A listing that the provider did not have may be there by then. */
  static final Duration ASK_AGAIN = Duration.ofDays(7);

  private final Sources sources;
  private final Coverage coverage;
  private final Calendars calendars;

  Stretches(Sources sources, Coverage coverage, Calendars calendars) {
    this.sources = sources;
    this.coverage = coverage;
    this.calendars = calendars;
  }

  /** How a stretch ended. */
  enum End {
    FETCHED,
    /** Nothing of it was missing, or no source had it lately. */
    COVERED,
    /** No source has it. */
    REFUSED,
    /** A source that may have it did not answer as it should. */
    FAILED,
    /** A source that may have it is asked no more in this run. */
    LEFT
  }

  boolean serve(String exchange) {
    return sources.serve(exchange);
  }

  /** Each listing from its first day to its last closed session, as far as it is not there. */
  void bring(Map<ListingId, LocalDate> wanted, Round round) {
    Map<ListingId, LocalDate> alone = new TreeMap<>(wanted);
    Map<Fetcher, Map<ListingId, LocalDate>> together = new LinkedHashMap<>();
    wanted.forEach((listing, first) ->
        firstByDay(listing)
            .ifPresent(fetcher ->
                together.computeIfAbsent(fetcher, f -> new TreeMap<>()).put(listing, first)));
    together.forEach((fetcher, listings) -> {
      Map<ListingId, LocalDate> missing = missing(fetcher, listings, round);
      new DayByDay(calendars)
          .bring(fetcher, missing, round)
          .forEach((listing, end) -> {
            if (end != End.LEFT) { // else another source may have it
              count(end, round.tally());
              alone.remove(listing);
            }
          });
    });
    alone.forEach((listing, first) -> {
      LocalDate to = calendars.of(listing).lastClosed(round.now());
      count(one(listing, first, to, round), round.tally());
    });
  }

  /** The source of a listing, where it is the first and delivers days of the whole exchange. */
  private Optional<Fetcher> firstByDay(ListingId listing) {
    return sources.of(listing.mic()).stream().findFirst().filter(f -> f.byDay() != null);
  }

  /** The first day to ask for of each listing of which something is missing. */
  private Map<ListingId, LocalDate> missing(
      Fetcher fetcher, Map<ListingId, LocalDate> listings, Round round) {
    Map<ListingId, LocalDate> missing = new TreeMap<>();
    listings.forEach((listing, first) -> {
      LocalDate to = calendars.of(listing).lastClosed(round.now());
      LocalDate from =
          begin(reach(fetcher, listing), within(fetcher, listing, first), to, round.now());
      if (from != null) {
        missing.put(listing, from);
      }
    });
    return missing;
  }

  static void count(End end, Tally tally) {
    switch (end) {
      case FETCHED -> tally.fetched++;
      case COVERED -> tally.covered++;
      case REFUSED, FAILED -> tally.refused++;
      case LEFT -> tally.left++;
    }
  }

  /** One listing up to a day, as far as it is not there. */
  End one(ListingId listing, LocalDate first, LocalDate to, Round round) {
    Set<End> ends = EnumSet.noneOf(End.class);
    List<Fetcher> fetchers = sources.of(listing.mic());
    for (Fetcher fetcher : fetchers) {
      if (round.tally().hasStopped(fetcher.name())) {
        ends.add(End.LEFT);
        continue;
      }
      @Nullable Reach reach = reach(fetcher, listing);
      if (isLackedLately(reach, round.now())) {
        continue;
      }
      @Nullable LocalDate from = begin(reach, within(fetcher, listing, first), to, round.now());
      if (from == null) {
        return End.COVERED;
      }
      End end = fetch(fetcher, listing, from, to, round);
      if (end == End.FETCHED || end == End.COVERED) {
        return end;
      }
      ends.add(end);
    }
    return ends.isEmpty() ? (fetchers.isEmpty() ? End.REFUSED : End.COVERED) : worst(ends);
  }

  /** One stretch of one listing, whatever is known of it already. */
  End exactly(ListingId listing, LocalDate from, LocalDate to, Round round) {
    Set<End> ends = EnumSet.noneOf(End.class);
    for (Fetcher fetcher : sources.of(listing.mic())) {
      End end = fetch(fetcher, listing, from, to, round);
      if (end == End.FETCHED || end == End.COVERED) {
        return end;
      }
      ends.add(end);
    }
    return ends.isEmpty() ? End.REFUSED : worst(ends);
  }

  /** Of sources that did not bring it: whether it may be had yet. */
  static End worst(Set<End> ends) {
    return ends.contains(End.LEFT)
        ? End.LEFT
        : ends.contains(End.FAILED) ? End.FAILED : End.REFUSED;
  }

  /** Whether nothing of a stretch is to be had any more: it is there, or no source has it. */
  boolean isSettled(ListingId listing, LocalDate from, LocalDate to, Instant now) {
    return sources.of(listing.mic()).stream()
        .anyMatch(fetcher -> {
          @Nullable Reach reach = reach(fetcher, listing);
          return reach != null
              && (isLackedLately(reach, now)
                  || begin(reach, within(fetcher, listing, from), to, now) == null);
        });
  }

  /**
   * Where a request brings one day, no day is asked for of which it is not known whether it was a
   * session: a comparison with all there ever was would take tens of thousands.
   */
  private LocalDate within(Fetcher fetcher, ListingId listing, LocalDate first) {
    return fetcher.byListing() == null ? later(first, calendars.of(listing).first()) : first;
  }

  private End fetch(Fetcher fetcher, ListingId listing, LocalDate from, LocalDate to, Round round) {
    if (to.isBefore(from)) {
      return End.COVERED;
    }
    PriceProvider one = fetcher.byListing();
    if (one == null) {
      return new DayByDay(calendars).one(fetcher, listing, from, to, round);
    }
    return switch (fetcher.fetch(one, listing, from, to, round.millisLeft())) {
      case Fetcher.Fetched.Stop(String why) -> {
        round.tally().stop(fetcher.name(), why);
        yield End.LEFT;
      }
      case Fetcher.Fetched.Answer(Outcome outcome) -> {
        if (round.into().take(fetcher.name(), listing, from, outcome, round.tally())) {
          yield End.FETCHED;
        }
        yield outcome instanceof Outcome.NotCovered ? End.REFUSED : End.FAILED;
      }
    };
  }

  private @Nullable Reach reach(Fetcher fetcher, ListingId listing) {
    return coverage.of(fetcher.name(), listing).orElse(null);
  }

  private static boolean isLackedLately(@Nullable Reach reach, Instant now) {
    return reach != null
        && (reach.from() == null || reach.to() == null)
        && reach.askedAt().plus(ASK_AGAIN).isAfter(now);
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
      return isLackedLately(reach, now) ? null : first;
    }
    if (first.isBefore(from)) {
      return first;
    }
    return reached.isBefore(to) ? later(from, reached.minusDays(OVERLAP_DAYS)) : null;
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }
}
