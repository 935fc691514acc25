package io.quotemark.market.prices;

import io.quotemark.domain.price.PriceSeries.Basis;
import io.quotemark.domain.price.PriceSeries.Split;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * On which basis a history was delivered: as the file states, unless its own prices speak against
 * it; else proved from how the price crosses its splits, or by the steps that its exchange trades
 * in; else as its source documents, or taken as traded where that is plausible, and said so. What
 * is adjusted and cannot be undone stays as it is.
 */
final class BasisProof {
  /** Smaller splits cannot be told from a day's move. */
  private static final double PROVABLE_RATIO = 1.4;

  /** Sessions further apart than this around a split prove nothing. */
  private static final int NEIGHBOUR_DAYS = 14;

  /** What a history's basis is and how that is known. */
  sealed interface Finding {
    /**
     * @param how what was assumed, null where the basis was stated or proved
     */
    record Known(Basis basis, Delivered history, @Nullable String how) implements Finding {}

    record Refused(String reason) implements Finding {}
  }

  private BasisProof() {}

  /**
   * @param delivered day of the delivery: what is adjusted by then may have been by a later split
   *     or dividend than the file has
   */
  static Finding of(Delivered history, LocalDate delivered) {
    Delivered complete = history.splits().isEmpty() ? withInferredSplits(history) : history;
    int asTraded = 0;
    int adjusted = 0;
    for (Split split : complete.splits()) {
      switch (crossing(complete.rows(), split)) {
        case AT_RATIO -> asTraded++;
        case LEVEL -> adjusted++;
        case UNCLEAR -> {}
      }
    }
    Basis stated = history.stated();
    if (asTraded > 0 && adjusted > 0) {
      return new Finding.Refused(
          "the close falls by the ratio at %d of its splits and runs through at %d: neither as traded nor split-adjusted"
              .formatted(asTraded, adjusted));
    }
    if (stated == Basis.AS_TRADED && adjusted > 0) {
      return new Finding.Refused("said to be as traded, but the close runs through its split");
    }
    if (stated != null && stated != Basis.AS_TRADED && asTraded > 0) {
      return new Finding.Refused(
          "said to be adjusted, but the close falls by the ratio at its split");
    }
    if (stated == Basis.DIVIDEND_ADJUSTED && complete.dividends().isEmpty()) {
      return stillAdjusted(complete);
    }
    if (stated != null) {
      return new Finding.Known(stated, complete, null);
    }
    if (asTraded > 0) {
      return new Finding.Known(Basis.AS_TRADED, complete, null);
    }
    return switch (complete.documented()) {
      case RAW ->
          new Finding.Known(adjusted > 0 ? Basis.SPLIT_ADJUSTED : Basis.AS_TRADED, complete, null);
      case SPLIT -> ofSplitAdjusted(complete, adjusted > 0);
      case TOTAL -> ofDividendAdjusted(complete, delivered);
      case null ->
          adjusted > 0
              ? new Finding.Known(Basis.SPLIT_ADJUSTED, complete, null)
              : assumed(complete);
    };
  }

  private static Finding ofSplitAdjusted(Delivered history, boolean proved) {
    Basis basis = history.splits().isEmpty() ? Basis.AS_TRADED : Basis.SPLIT_ADJUSTED;
    return switch (grid(history, basis)) {
      case OFF -> stillAdjusted(history);
      case ON_STEPS -> new Finding.Known(basis, history, null);
      case UNKNOWN ->
          new Finding.Known(
              basis,
              history,
              proved
                  ? null
                  : basis == Basis.AS_TRADED
                      ? "its source adjusts for splits and the file has none: taken as traded; if the share was split since, state '# split: 2024-06-10 10:1' and '# basis: split_adjusted'"
                      : "its source adjusts for splits: multiplied back by those of the file");
    };
  }

  /**
   * Undone by the file's own dividends and splits, where what comes out can be proved or is new.
   */
  private static Finding ofDividendAdjusted(Delivered history, LocalDate delivered) {
    boolean has = !history.dividends().isEmpty() || !history.splits().isEmpty();
    Basis basis = has ? Basis.DIVIDEND_ADJUSTED : Basis.AS_TRADED;
    return switch (grid(history, basis)) {
      case OFF -> stillAdjusted(history);
      case ON_STEPS -> new Finding.Known(basis, history, null);
      case UNKNOWN -> {
        boolean complete =
            ChronoUnit.DAYS.between(history.rows().getLast().session(), delivered)
                <= NEIGHBOUR_DAYS;
        yield has && complete
            ? new Finding.Known(
                basis, history, "adjusted for dividends; restored by those of the file")
            : stillAdjusted(history);
      }
    };
  }

  private static PriceGrid.Finding grid(Delivered history, Basis basis) {
    return AsTraded.plausible(history, basis)
        ? PriceGrid.of(
            history.listing(),
            AsTraded.bars(history, basis).stream()
                .map(bar -> new PriceGrid.Close(bar.session(), bar.close()))
                .toList(),
            history.fine() || basis != Basis.AS_TRADED)
        : PriceGrid.Finding.OFF;
  }

  private static Finding stillAdjusted(Delivered history) {
    return new Finding.Known(
        Basis.STILL_ADJUSTED,
        history,
        "adjusted for dividends or splits that the file does not have: kept as dividend_adjusted, which decides moves of one day but no price levels; for levels deliver prices as traded, or with columns of all dividends and splits up to today");
  }

  private static Finding assumed(Delivered history) {
    boolean exchange = !history.listing().isIndex() && !history.listing().isCurrencyPair();
    return switch (grid(history, Basis.AS_TRADED)) {
      case OFF -> stillAdjusted(history);
      case ON_STEPS -> new Finding.Known(Basis.AS_TRADED, history, null);
      case UNKNOWN ->
          new Finding.Known(Basis.AS_TRADED, history, exchange ? assumption(history) : null);
    };
  }

  private static String assumption(Delivered history) {
    long dividends =
        history.dividends().stream()
            .filter(d -> d.exDate().isAfter(history.rows().getFirst().session()))
            .filter(d -> !d.exDate().isAfter(history.rows().getLast().session()))
            .count();
    boolean hasAdjusted = history.rows().stream().anyMatch(r -> r.adjusted() != null);
    boolean same =
        history.rows().stream()
            .allMatch(r -> r.adjusted() == null || r.adjusted().compareTo(r.close()) == 0);
    if (hasAdjusted && same && dividends > 0) {
      return "the adjusted close equals the close across %d dividends, so it is not known whether the prices are adjusted; taken as traded, state '# basis: …' to settle it"
          .formatted(dividends);
    }
    return "basis neither stated nor provable (no split in the file); taken as traded";
  }

  enum Crossing {
    AT_RATIO,
    LEVEL,
    UNCLEAR
  }

  /** How the price goes over a split: by its ratio (as traded), level (adjusted), or unclear. */
  static Crossing crossing(List<Delivered.Row> rows, Split split) {
    Delivered.@Nullable Row before = null;
    for (Delivered.Row row : rows) {
      if (row.session().isBefore(split.firstSession())) {
        before = row;
        continue;
      }
      double ratio = Math.log(split.ratio().doubleValue());
      if (before == null
          || ChronoUnit.DAYS.between(before.session(), row.session()) > NEIGHBOUR_DAYS
          || Math.abs(ratio) < Math.log(PROVABLE_RATIO)) {
        return Crossing.UNCLEAR;
      }
      double drop =
          Math.log(before.close().doubleValue() / row.openOrClose().doubleValue()) / ratio;
      return drop > 0.7 && drop < 1.3
          ? Crossing.AT_RATIO
          : drop > -0.3 && drop < 0.3 ? Crossing.LEVEL : Crossing.UNCLEAR;
    }
    return Crossing.UNCLEAR;
  }

  /**
   * Splits that a source leaves out but its adjusted close shows: where close and adjusted close
   * part by a whole ratio from one session to the next and the close falls by it.
   */
  private static Delivered withInferredSplits(Delivered history) {
    List<Split> found = new ArrayList<>();
    for (int i = 1; i < history.rows().size(); i++) {
      Delivered.Row before = history.rows().get(i - 1);
      Delivered.Row row = history.rows().get(i);
      if (before.adjusted() == null || row.adjusted() == null) {
        continue;
      }
      double step = factor(row.close(), row.adjusted()) / factor(before.close(), before.adjusted());
      BigDecimal ratio = wholeRatio(step);
      if (ratio != null) {
        Split split = new Split(row.session(), ratio);
        if (crossing(history.rows(), split) == Crossing.AT_RATIO) {
          found.add(split);
        }
      }
    }
    return found.isEmpty() ? history : history.withSplits(found);
  }

  private static double factor(BigDecimal close, BigDecimal adjusted) {
    return adjusted.doubleValue() / close.doubleValue();
  }

  /**
   * {@code step} as n:1, 1:n or 3:2, within 2 % (a dividend may fall on the same day); else null.
   */
  private static @Nullable BigDecimal wholeRatio(double step) {
    if (Math.abs(step / 1.5 - 1) < 0.02) {
      return new BigDecimal("1.5");
    }
    double larger = step >= 1 ? step : 1 / step;
    long n = Math.round(larger);
    if (n < 2 || n > 1000 || Math.abs(larger / n - 1) > 0.02) {
      return null;
    }
    return step >= 1
        ? BigDecimal.valueOf(n)
        : BigDecimal.ONE.divide(BigDecimal.valueOf(n), java.math.MathContext.DECIMAL32);
  }
}
