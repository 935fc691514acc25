package io.quotemark.refresh;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.calendar.TradingCalendar;
import io.quotemark.refresh.Stretches.End;
import io.quotemark.refresh.providers.MarketDays;
import io.quotemark.refresh.providers.PriceSource.Outcome;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Stretches from a service that delivers whole days of an exchange: one request for a day however
 * many listings want it, the newest first, so that a run that ends early has what most articles
 * speak of.
 */
final class DayByDay {
  /**
   * A listing that lacks more sessions than this is asked for by itself, where the service can be
   * asked for that: one request instead of many.
   */
  private static final int MOST_DAYS = 10;

  private static final List<End> WORST_LAST =
      List.of(End.REFUSED, End.COVERED, End.FETCHED, End.FAILED, End.LEFT);

  private static final Outcome.Day NOTHING = new Outcome.Day(List.of(), List.of());

  private final Calendars calendars;

  DayByDay(Calendars calendars) {
    this.calendars = calendars;
  }

  /**
   * @param missing first day to ask for of each listing
   * @return how each ended that was asked for this way; the others are to be asked for alone
   */
  Map<ListingId, End> bring(Fetcher fetcher, Map<ListingId, LocalDate> missing, Round round) {
    Map<String, Map<ListingId, LocalDate>> byExchange = new TreeMap<>();
    missing.forEach((listing, first) -> {
      LocalDate to = calendars.of(listing).lastClosed(round.now());
      if (fetcher.byListing() == null || sessions(listing, first, to) <= MOST_DAYS) {
        byExchange.computeIfAbsent(listing.mic(), e -> new TreeMap<>()).put(listing, first);
      }
    });
    Map<ListingId, End> ends = new TreeMap<>();
    byExchange.forEach((exchange, listings) -> {
      LocalDate to = calendars.of(exchange).lastClosed(round.now());
      long days =
          listings.entrySet().stream()
              .mapToLong(e -> sessions(e.getKey(), e.getValue(), to))
              .max()
              .orElse(0);
      if (fetcher.byListing() == null || listings.size() > days) {
        ends.putAll(days(fetcher, exchange, listings, to, round));
      }
    });
    return ends;
  }

  /** One stretch of one listing. */
  End one(Fetcher fetcher, ListingId listing, LocalDate from, LocalDate to, Round round) {
    return days(fetcher, listing.mic(), Map.of(listing, from), to, round)
        .getOrDefault(listing, End.COVERED);
  }

  private Map<ListingId, End> days(
      Fetcher fetcher,
      String exchange,
      Map<ListingId, LocalDate> listings,
      LocalDate to,
      Round round) {
    MarketDays source = fetcher.byDay();
    TradingCalendar calendar = calendars.of(exchange);
    LocalDate oldest = listings.values().stream().min(LocalDate::compareTo).orElse(to);
    Map<ListingId, End> ends = new HashMap<>();
    LocalDate session = calendar.onOrBefore(to);
    while (source != null && !session.isBefore(oldest)) {
      LocalDate before = calendar.previous(session);
      Set<ListingId> wanted = new TreeSet<>();
      LocalDate day = session;
      listings.forEach((listing, first) -> {
        if (!day.isBefore(first)) {
          wanted.add(listing);
        }
      });
      End end =
          switch (fetcher.day(source, exchange, session, wanted, round.millisLeft())) {
            case Fetcher.Fetched.Stop(String why) -> {
              round.tally().stop(fetcher.name(), why);
              yield End.LEFT;
            }
            case Fetcher.Fetched.Answer(Outcome.Day prices) -> {
              take(fetcher, wanted, before, session, prices, round);
              yield End.FETCHED;
            }
            case Fetcher.Fetched.Answer(Outcome.NotCovered none) when day.isBefore(to) -> {
              // no newer day either will bring it: known to have nothing
              take(fetcher, wanted, before, session, NOTHING, round);
              yield End.REFUSED;
            }
            case Fetcher.Fetched.Answer(Outcome other) -> {
              round.into().noDay(fetcher.name(), exchange, session, other, round.tally());
              yield other instanceof Outcome.NotCovered ? End.REFUSED : End.FAILED;
            }
          };
      wanted.forEach(listing -> ends.merge(listing, end, DayByDay::worse));
      if (end == End.LEFT || round.tally().hasStopped(fetcher.name())) {
        break;
      }
      session = before;
    }
    return ends;
  }

  private static void take(
      Fetcher fetcher,
      Set<ListingId> wanted,
      LocalDate before,
      LocalDate session,
      Outcome.Day prices,
      Round round) {
    round
        .into()
        .takeDay(fetcher.name(), wanted, before.plusDays(1), session, prices, round.tally());
  }

  /** What is left or failed is fetched by the next run. */
  private static End worse(End a, End b) {
    return WORST_LAST.indexOf(a) > WORST_LAST.indexOf(b) ? a : b;
  }

  private long sessions(ListingId listing, LocalDate from, LocalDate to) {
    return to.isBefore(from) ? 0 : calendars.of(listing).sessionsBetween(from, to);
  }
}
