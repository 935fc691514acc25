package io.quotemark.cli;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.listing.ListingSession;
import io.quotemark.domain.price.MinuteBars;
import io.quotemark.domain.price.PriceHistory;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.market.prices.MinuteSessions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Price history from files, held in memory. */
final class FilePrices implements PriceHistory {
  private final List<PriceSeries> series;
  private final List<MinuteBars> minutes;

  /** Sessions that claims speak of, as far as minutes of them are there. */
  private final Set<ListingSession> used = new TreeSet<>();

  FilePrices(List<PriceSeries> series, List<MinuteBars> minutes) {
    this.series = List.copyOf(series);
    this.minutes = List.copyOf(minutes);
  }

  @Override
  public List<MinuteBars> minutes(Set<ListingSession> sessions) {
    List<MinuteBars> found = minutes.stream().filter(bars -> sessions.contains(bars.of())).toList();
    found.forEach(bars -> used.add(bars.of()));
    return found;
  }

  /** How many days of minutes were of use so far, a sentence for each listing. */
  List<String> kept() {
    Map<ListingId, Set<ListingSession>> all = new TreeMap<>();
    minutes.forEach(
        bars -> all.computeIfAbsent(bars.listing(), id -> new TreeSet<>()).add(bars.of()));
    List<String> told = new ArrayList<>();
    all.forEach((listing, days) ->
        told.add(
            MinuteSessions.kept(
                listing, (int) days.stream().filter(used::contains).count(), days.size())));
    return told;
  }

  @Override
  public Tape load(Set<ListingId> listings, LocalDate from, LocalDate to) {
    return new Tape(
        series.stream()
            .filter(one -> listings.contains(one.listing()))
            .map(one -> between(one, from, to))
            .toList());
  }

  private static PriceSeries between(PriceSeries one, LocalDate from, LocalDate to) {
    return new PriceSeries(
        one.listing(),
        one.source(),
        one.delivered(),
        one.retrievedAt(),
        one.bars().stream()
            .filter(bar -> !bar.session().isBefore(from) && !bar.session().isAfter(to))
            .toList(),
        one.splits(),
        one.dividends(),
        one.sample());
  }
}
