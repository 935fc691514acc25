package io.quotemark.market.prices;

import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries.Basis;
import io.quotemark.domain.price.PriceSeries.Dividend;
import io.quotemark.domain.price.PriceSeries.Split;
import io.quotemark.market.packed.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a source's adjustments back, so that bars stand as they traded on the day.
 *
 * <p>Splits: a price before splits of ratios r1, r2 … was delivered divided by their product, its
 * volume multiplied by it. Dividends: the close before an ex-date was delivered as (close −
 * dividend) times the factor of all later ones, which gives close = delivered ÷ factor + dividend.
 */
final class AsTraded {
  private static final MathContext EXACT = MathContext.DECIMAL128;

  private AsTraded() {}

  /** All splits of a history together change its prices by less than this, either way. */
  private static final BigDecimal MOST_SPLIT = new BigDecimal("1e6");

  /** Whether taking the splits back leads to prices and volumes there can be. */
  static boolean plausible(Delivered history, Basis delivered) {
    BigDecimal highest = BigDecimal.ZERO;
    for (Delivered.Row row : history.rows()) {
      for (BigDecimal price : row.prices()) {
        highest = highest.max(price);
      }
    }
    BigDecimal factor = BigDecimal.ONE;
    for (Split split : history.splits().reversed()) {
      factor = factor.multiply(split.ratio(), EXACT);
      boolean tooMuch =
          factor.compareTo(MOST_SPLIT) > 0
              || factor.multiply(MOST_SPLIT).compareTo(BigDecimal.ONE) < 0
              || factor.multiply(highest).compareTo(Cells.MOST_PRICE) >= 0;
      if (tooMuch) {
        return delivered == Basis.AS_TRADED;
      }
    }
    return true;
  }

  static List<Bar> bars(Delivered history, Basis delivered) {
    if (delivered == Basis.AS_TRADED || delivered == Basis.STILL_ADJUSTED) {
      List<Bar> bars = new ArrayList<>(history.rows().size());
      for (Delivered.Row row : history.rows()) {
        bars.add(bar(row, BigDecimal.ONE, BigDecimal.ONE));
      }
      return bars;
    }
    List<Bar> backwards = new ArrayList<>();
    BigDecimal splits = productAfter(history);
    BigDecimal payouts = BigDecimal.ONE;
    Delivered.@Nullable Row later = null;
    for (Delivered.Row row : history.rows().reversed()) {
      if (later != null) {
        if (delivered == Basis.DIVIDEND_ADJUSTED) {
          for (Dividend paid : between(row, later, history.dividends(), Dividend::exDate)) {
            BigDecimal cumulative = row.close().multiply(payouts, EXACT).add(paid.amount());
            payouts = cumulative.divide(row.close(), EXACT);
          }
        }
        for (Split split : between(row, later, history.splits(), Split::firstSession)) {
          splits = splits.multiply(split.ratio(), EXACT);
        }
      }
      backwards.add(bar(row, splits.multiply(payouts, EXACT), splits));
      later = row;
    }
    return backwards.reversed();
  }

  /** Dividends per share as traded; split-adjusting sources divide them as well. */
  static List<Dividend> dividends(Delivered history, Basis delivered) {
    if (delivered == Basis.AS_TRADED) {
      return history.dividends();
    }
    return history.dividends().stream()
        .map(paid -> {
          BigDecimal factor =
              history.splits().stream()
                  .filter(s -> s.firstSession().isAfter(paid.exDate()))
                  .map(Split::ratio)
                  .reduce(BigDecimal.ONE, (a, b) -> a.multiply(b, EXACT));
          BigDecimal amount = paid.amount().multiply(factor, EXACT);
          int places = Decimals.placesKnown(amount, paid.amount(), factor);
          return new Dividend(
              paid.exDate(), amount.setScale(places, RoundingMode.HALF_EVEN), paid.currency());
        })
        .toList();
  }

  private static BigDecimal productAfter(Delivered history) {
    return history.splits().stream()
        .filter(s -> s.firstSession().isAfter(history.rows().getLast().session()))
        .map(Split::ratio)
        .reduce(BigDecimal.ONE, (a, b) -> a.multiply(b, EXACT));
  }

  private static <T> List<T> between(
      Delivered.Row row,
      Delivered.Row later,
      List<T> events,
      java.util.function.Function<T, java.time.LocalDate> day) {
    return events.reversed().stream()
        .filter(e -> day.apply(e).isAfter(row.session()))
        .filter(e -> !day.apply(e).isAfter(later.session()))
        .toList();
  }

  /** One number of places for all four prices, so that rounding cannot put them out of order. */
  private static Bar bar(Delivered.Row row, BigDecimal factor, BigDecimal splits) {
    if (factor.compareTo(BigDecimal.ONE) == 0) {
      return Bar.of(row.session(), row.open(), row.high(), row.low(), row.close(), row.volume());
    }
    int places =
        row.prices().stream()
            .mapToInt(p -> Decimals.placesKnown(p.multiply(factor, EXACT), p, factor))
            .max()
            .orElseThrow();
    @Nullable Long volume =
        row.volume() == null
            ? null
            : (Long)
                BigDecimal.valueOf(row.volume())
                    .divide(splits, 0, RoundingMode.HALF_UP)
                    .longValueExact();
    return Bar.of(
        row.session(),
        restoredOrNull(row.open(), factor, places),
        restoredOrNull(row.high(), factor, places),
        restoredOrNull(row.low(), factor, places),
        restored(row.close(), factor, places),
        volume);
  }

  private static @Nullable BigDecimal restoredOrNull(
      @Nullable BigDecimal price, BigDecimal factor, int places) {
    return price == null ? null : restored(price, factor, places);
  }

  private static BigDecimal restored(BigDecimal price, BigDecimal factor, int places) {
    return price.multiply(factor, EXACT).setScale(places, RoundingMode.HALF_EVEN);
  }
}
