package io.quotemark.market;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.fixtures.Walk;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Where a test's prices come from: beside the project, where they are, or made up. */
public enum Histories {
  /** {@link SharedPrices}; the test is skipped where they are absent. */
  REAL {
    @Override
    public PriceSeries of(ListingId listing, String file) {
      return SharedPrices.of(listing, file);
    }

    @Override
    public List<PriceSeries> euroRates() {
      return SharedPrices.euroRates();
    }
  },

  /** Seeded walks on the sessions of each exchange, to the cent. */
  MADE_UP {
    @Override
    public PriceSeries of(ListingId listing, String file) {
      double start = listing.isIndex() ? 4_000 : 40 + new Random(listing.hashCode()).nextInt(200);
      return walk(listing, start, .02, "0.01");
    }

    @Override
    public List<PriceSeries> euroRates() {
      return EURO.entrySet().stream()
          .map(rate ->
              walk(ListingId.currencyPair("EUR", rate.getKey()), rate.getValue(), .0025, "0.0001"))
          .toList();
    }
  };

  private static final LocalDate FIRST = LocalDate.parse("2019-06-03");
  private static final LocalDate LAST = LocalDate.parse("2025-05-30");

  /** What a euro costs at first; no two cost about the same, which would be true turned round. */
  private static final Map<String, Double> EURO =
      Map.of("USD", 1.35, "HKD", 10.5, "CNY", 7.2, "JPY", 121.0, "GBP", .72);

  /**
   * @param file name in {@code data/prices} beside the project; of no meaning where prices are made
   */
  public abstract PriceSeries of(ListingId listing, String file);

  /** What a euro cost, a series for each currency. */
  public abstract List<PriceSeries> euroRates();

  private static PriceSeries walk(ListingId listing, double start, double swing, String tick) {
    List<LocalDate> sessions = Walk.sessions(FIRST, LAST, Cases.CALENDARS.of(listing)::isSession);
    Random random = new Random(listing.toString().hashCode());
    Walk walk = Walk.from(start).steps(swing / 2, swing, swing / 3).tick(tick);
    List<Bar> bars =
        listing.isCurrencyPair()
            ? walk.rates(sessions, random)
            : walk.volume(listing.isIndex() ? null : r -> 100_000L + r.nextInt(900_000))
                .bars(sessions, random);
    return new PriceSeries(
        listing,
        "made up",
        PriceSeries.Basis.AS_TRADED,
        Instant.parse("2026-06-01T00:00:00Z"),
        bars,
        List.of(),
        List.of(),
        false);
  }
}
