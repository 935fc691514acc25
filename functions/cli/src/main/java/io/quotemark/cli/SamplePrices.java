package io.quotemark.cli;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceHistory;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.market.prices.PriceFiles;
import io.quotemark.securities.Securities;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The prices of the shipped sample; a file is read when one of its listings is first asked for. */
final class SamplePrices implements PriceHistory {
  private final Securities securities;
  private final Instant now;
  private final Map<String, List<PriceSeries>> read = new HashMap<>();

  /**
   * @param now when the files count as retrieved
   */
  SamplePrices(Securities securities, Instant now) {
    this.securities = securities;
    this.now = now;
  }

  @Override
  public Tape load(Set<ListingId> listings, LocalDate from, LocalDate to) {
    List<PriceSeries> series = new ArrayList<>();
    for (Sample.SampleFile file : Sample.prices()) {
      if (holdsOne(file.name(), listings)) {
        List<PriceSeries> known = read.get(file.name());
        if (known == null) {
          known = PriceFiles.parse(file.name(), file.bytes(), now, securities).series();
          read.put(file.name(), known);
        }
        series.addAll(known);
      }
    }
    return new FilePrices(series, List.of()).load(listings, from, to);
  }

  /** Files are named like {@code XHKG_9988.csv}; the one without a market has exchange rates. */
  private static boolean holdsOne(String fileName, Set<ListingId> listings) {
    int market = fileName.indexOf('_');
    for (ListingId listing : listings) {
      boolean held =
          market < 0
              ? listing.isCurrencyPair()
              : fileName.equals(listing.mic() + "_" + listing.ticker() + ".csv");
      if (held) {
        return true;
      }
    }
    return false;
  }
}
