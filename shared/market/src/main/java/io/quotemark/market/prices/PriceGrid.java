package io.quotemark.market.prices;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.market.calendar.TableLines;
import io.quotemark.market.verdicts.TickGrid;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether closes lie on the steps their exchange trades in. Prices lessened by a dividend or
 * divided by a split lie between the steps; that all of them lie on a step though they are printed
 * more finely proves that none is. Looked at by stretches, as only those before a split may be off.
 */
final class PriceGrid {
  enum Finding {
    ON_STEPS,
    OFF,
    /** The steps are not known, or the prices are printed no finer than they are. */
    UNKNOWN
  }

  /** A close and its session. */
  record Close(LocalDate session, BigDecimal price) {}

  private static final class Ticks {
    private static final TickGrid OF = TickGrid.load();
  }

  /** Shares whose closes have lain on their exchange's steps since a day. */
  private record Steady(List<String> mics, Pattern tickers, LocalDate since) {
    private static final List<Steady> OF =
        TableLines.of(PriceGrid.class, "steady-grids.tsv").stream()
            .map(cells ->
                new Steady(
                    List.of(cells[0].split(",", -1)),
                    Pattern.compile(cells[1].isEmpty() ? ".*" : cells[1]),
                    LocalDate.parse(cells[2])))
            .toList();

    boolean has(ListingId listing, LocalDate first) {
      return mics.contains(listing.mic())
          && !first.isBefore(since)
          && tickers.matcher(listing.ticker()).matches();
    }
  }

  private static final int STRETCH = 20;

  /** Of a stretch. Some closes are set between the steps, by an auction's midpoint. */
  private static final double FEWEST_ON = 0.75;

  /** What a price that went through 32-bit floats, and was restored, may be off. */
  private static final double NOISE = 5e-7;

  private static final double MOST_OF_A_STEP = 0.12;

  /** Where the steps are not known: the most places that a price is quoted with. */
  private static final int QUOTED_PLACES = 4;

  /** Two more where pounds are made of pence: London has quotes of hundredths of a penny. */
  private static final List<String> IN_HUNDREDTHS = List.of("XLON", "XJSE", "XTAE");

  private static final double MOST_FINER = 0.2;

  /** Sessions whose prices are not all whole by chance. */
  private static final int MANY = 40;

  private static final int DIFFERENT = 20;

  /** Where the steps known are those of the largest shares; others trade in whole ones. */
  private static final List<String> FINEST_ALONE = List.of("XTKS");

  /** Shares as dear as this are quoted in whole prices, whatever their steps. */
  private static final BigDecimal DEAR = BigDecimal.valueOf(100_000);

  private PriceGrid() {}

  /**
   * @param fine whether the closes are printed, or were computed, more finely than any step
   */
  static Finding of(ListingId listing, List<Close> closes, boolean fine) {
    if (listing.isIndex() || listing.isCurrencyPair() || closes.isEmpty()) {
      return Finding.UNKNOWN;
    }
    boolean hundredths = IN_HUNDREDTHS.contains(listing.mic());
    boolean steady =
        Steady.OF.stream().anyMatch(grid -> grid.has(listing, closes.getFirst().session()));
    if (!steady) {
      int most = QUOTED_PLACES + (hundredths ? 2 : 0);
      long finer =
          closes.stream()
              .filter(c -> c.price().compareTo(BigDecimal.ONE) >= 0)
              .filter(c -> c.price().stripTrailingZeros().scale() > most)
              .count();
      return finer > MOST_FINER * closes.size() ? Finding.OFF : Finding.UNKNOWN;
    }
    for (int from = 0; from < closes.size(); from += STRETCH) {
      // the last stretch is as long as the others, where the history is
      int start = Math.max(0, Math.min(from, closes.size() - STRETCH));
      List<Close> stretch = closes.subList(start, Math.min(start + STRETCH, closes.size()));
      long on = stretch.stream().filter(close -> isOnStep(listing, close)).count();
      if (on < FEWEST_ON * stretch.size()) {
        return Finding.OFF;
      }
    }
    return fine ? Finding.ON_STEPS : Finding.UNKNOWN;
  }

  /**
   * Why prices that are all printed whole are not believed: they were rounded, or lost their
   * decimal point, where a share trades in smaller steps. Empty where they may be right.
   */
  static Optional<String> refusal(Delivered history) {
    ListingId listing = history.listing();
    List<Delivered.Row> rows = history.rows();
    boolean known =
        rows.size() >= MANY
            && !FINEST_ALONE.contains(listing.mic())
            && Steady.OF.stream().anyMatch(grid -> grid.has(listing, rows.getFirst().session()));
    boolean whole =
        known
            && rows.stream().map(Delivered.Row::close).distinct().count() >= DIFFERENT
            && rows.stream().allMatch(row -> isWholeAmongSmallerSteps(listing, row));
    return whole
        ? Optional.of(
            "all %d bars have whole prices, though the share trades in smaller steps: they look rounded, or without their decimal point"
                .formatted(rows.size()))
        : Optional.empty();
  }

  private static boolean isWholeAmongSmallerSteps(ListingId listing, Delivered.Row row) {
    return row.close().compareTo(DEAR) < 0
        && row.prices().stream().allMatch(price -> price.scale() <= 0)
        && step(listing, new Close(row.session(), row.close()))
            .map(step -> step.compareTo(BigDecimal.ONE) < 0)
            .orElse(false);
  }

  private static Optional<BigDecimal> step(ListingId listing, Close close) {
    return Ticks.OF.tick(listing, close.price(), close.session());
  }

  private static boolean isOnStep(ListingId listing, Close close) {
    double step = step(listing, close).map(BigDecimal::doubleValue).orElse(0.0);
    if (step <= 0) {
      return true;
    }
    double steps = close.price().doubleValue() / step;
    double noise = Math.min(MOST_OF_A_STEP, close.price().doubleValue() * NOISE / step);
    return Math.abs(steps - Math.rint(steps)) <= Math.max(noise, 1e-6);
  }
}
