package io.quotemark.market.prices;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.market.packed.Decimals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Histories of one listing from several files of an archive, such as a file for each day. */
final class SeriesUnion {
  private record Key(ListingId listing, String source, PriceSeries.Basis basis) {}

  private final String fileName;
  private final Map<Key, PriceSeries> united = new LinkedHashMap<>();
  private final List<RowProblem> problems = new ArrayList<>();

  SeriesUnion(String fileName) {
    this.fileName = fileName;
  }

  void add(PriceSeries series) {
    Key key = new Key(series.listing(), series.source(), series.delivered());
    united.merge(key, series, this::both);
  }

  List<PriceSeries> series() {
    return List.copyOf(united.values());
  }

  List<RowProblem> problems() {
    return List.copyOf(problems);
  }

  /** Of two bars of one session that differ neither is believed. */
  private PriceSeries both(PriceSeries one, PriceSeries other) {
    TreeMap<LocalDate, Bar> bars = new TreeMap<>();
    one.bars().forEach(bar -> bars.put(bar.session(), bar));
    Set<LocalDate> differing = new LinkedHashSet<>();
    for (Bar bar : other.bars()) {
      Bar known = bars.putIfAbsent(bar.session(), bar);
      if (known != null && known.close().compareTo(bar.close()) != 0) {
        differing.add(bar.session());
      }
    }
    for (LocalDate day : differing) {
      bars.remove(day);
      problems.add(
          RowProblem.dropped(
              fileName, 0, "%s: two files have other prices for %s".formatted(one.listing(), day)));
    }
    Set<PriceSeries.Split> splits = new LinkedHashSet<>(one.splits());
    splits.addAll(other.splits());
    Set<PriceSeries.Dividend> dividends = new LinkedHashSet<>(one.dividends());
    dividends.addAll(other.dividends());
    return new PriceSeries(
        one.listing(),
        one.source(),
        one.delivered(),
        one.retrievedAt(),
        Decimals.evenPlaces(List.copyOf(bars.values())),
        splits.stream()
            .sorted(java.util.Comparator.comparing(PriceSeries.Split::firstSession))
            .toList(),
        dividends.stream()
            .sorted(java.util.Comparator.comparing(PriceSeries.Dividend::exDate))
            .toList(),
        one.sample());
  }
}
