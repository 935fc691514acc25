package io.quotemark.refresh;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.context.Benchmarks;
import io.quotemark.refresh.providers.EcbRates;
import io.quotemark.securities.Securities;
import io.quotemark.storage.articles.ListingDirectory.Named;
import io.quotemark.storage.prices.PriceRequests.Request;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Whose prices a run of some exchanges is to have: the listings that stored articles name, those
 * watched, and the indices that these are compared with.
 */
final class Wanted {
  /**
   * What context and claims of an article look back on in days: 250 sessions and a market model
   * before them. What reaches further is an operator's to backfill.
   */
  static final int HISTORY_DAYS = 430;

  /** The first day of the euro's reference rates: all there is of a currency is one request. */
  private static final LocalDate FIRST_RATES = LocalDate.of(1999, 1, 4);

  private final Function<String, List<Named>> named;
  private final Supplier<List<ListingId>> watched;
  private final Securities master;
  private final Calendars calendars;
  private final Benchmarks benchmarks = Benchmarks.load();

  /**
   * @param named listings of an exchange that articles name
   */
  Wanted(
      Function<String, List<Named>> named,
      Supplier<List<ListingId>> watched,
      Securities master,
      Calendars calendars) {
    this.named = named;
    this.watched = watched;
    this.master = master;
    this.calendars = calendars;
  }

  /** Listing to the first day wanted of it. */
  Map<ListingId, LocalDate> of(Collection<String> exchanges, Instant now) {
    Map<ListingId, LocalDate> wanted = new TreeMap<>();
    Set<String> markets = Set.copyOf(exchanges);
    if (markets.contains(ListingId.FX)) {
      EcbRates.pairs().forEach(pair -> wanted.put(pair, FIRST_RATES));
    }
    for (String exchange : markets) {
      if (exchange.equals(ListingId.FX)) {
        continue; // an article's pair is reckoned from the euro's
      }
      named.apply(exchange).forEach(n -> add(wanted, n.listing(), n.first()));
    }
    named.apply(ListingId.INDEX).stream()
        .filter(n -> markets.contains(calendars.of(n.listing()).mic()))
        .forEach(n -> add(wanted, n.listing(), n.first()));
    watched.get().stream()
        .filter(id -> !id.isCurrencyPair())
        .filter(id -> markets.contains(id.isIndex() ? calendars.of(id).mic() : id.mic()))
        .forEach(id -> add(wanted, id, calendars.of(id).dateAt(now)));
    Map<ListingId, LocalDate> indices = new TreeMap<>();
    wanted.forEach((id, first) ->
        benchmarks.of(id, master).forEach(index -> indices.merge(index, first, Wanted::earlier)));
    indices.forEach((index, first) -> wanted.merge(index, first, Wanted::earlier));
    return wanted;
  }

  /** The same, and what articles asked for and nobody could be asked for then. */
  Map<ListingId, LocalDate> with(List<Request> open, Map<ListingId, LocalDate> wanted) {
    Map<ListingId, LocalDate> all = new TreeMap<>(wanted);
    open.forEach(request -> all.merge(request.listing(), request.from(), Wanted::earlier));
    return all;
  }

  private static void add(Map<ListingId, LocalDate> wanted, ListingId id, LocalDate first) {
    wanted.merge(id, first.minusDays(HISTORY_DAYS), Wanted::earlier);
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }
}
