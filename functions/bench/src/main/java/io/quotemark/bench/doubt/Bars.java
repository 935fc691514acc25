package io.quotemark.bench.doubt;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceHistory;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.market.prices.PriceFile;
import io.quotemark.market.prices.PriceFiles;
import io.quotemark.securities.Securities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Price files of a folder, in memory. */
final class Bars implements PriceHistory {
  private final Map<ListingId, List<PriceSeries>> series = new HashMap<>();

  /**
   * @param retrieved when the files count as delivered
   */
  static Bars of(List<Path> files, Securities master, Instant retrieved) throws IOException {
    List<PriceSeries> all = new ArrayList<>();
    for (Path file : files) {
      PriceFile read =
          PriceFiles.parse(
              file.getFileName().toString(), Files.readAllBytes(file), retrieved, master);
      all.addAll(read.series());
    }
    return new Bars(all);
  }

  Bars(List<PriceSeries> all) {
    for (PriceSeries one : all) {
      series.computeIfAbsent(one.listing(), id -> new ArrayList<>()).add(one);
    }
  }

  static List<Path> filesOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".csv")).sorted().toList();
    }
  }

  int listings() {
    return series.size();
  }

  @Override
  public Tape load(Set<ListingId> listings, LocalDate from, LocalDate to) {
    List<PriceSeries> found = new ArrayList<>();
    for (ListingId listing : listings) {
      for (PriceSeries one : series.getOrDefault(listing, List.of())) {
        found.add(part(one, from, to));
      }
    }
    return new Tape(found);
  }

  private static PriceSeries part(PriceSeries whole, LocalDate from, LocalDate to) {
    List<Bar> bars = whole.bars();
    int start = place(bars, from);
    int end = place(bars, to.plusDays(1));
    return new PriceSeries(
        whole.listing(),
        whole.source(),
        whole.delivered(),
        whole.retrievedAt(),
        bars.subList(start, end),
        whole.splits(),
        whole.dividends(),
        whole.sample());
  }

  /** The first bar on or after a day. */
  private static int place(List<Bar> bars, LocalDate day) {
    int low = 0;
    int high = bars.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (bars.get(middle).session().isBefore(day)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
