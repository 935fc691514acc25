package io.quotemark.market.prices;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.market.verdicts.TickGrid;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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

  private static final int STRETCH = 20;

  /** Steps that have been the same for decades; elsewhere being off them proves nothing. */
  private static final List<String> STEADY =
      List.of("XNYS", "XNAS", "XASE", "ARCX", "BATS", "XHKG");

  /** The United States traded in sixteenths before. */
  private static final LocalDate DECIMALS = LocalDate.of(2001, 4, 9);

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
        STEADY.contains(listing.mic()) && !closes.getFirst().session().isBefore(DECIMALS);
    if (hundredths || !steady) {
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
