package io.quotemark.market.verdicts;

import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Searches history backwards for sessions at or beyond a level, in the shares of a given day. */
final class Lookback {
  private final History history;
  private final boolean up;
  private final Function<Bar, BigDecimal> price;

  /**
   * @param up whether beyond means above
   */
  Lookback(History history, boolean up, Function<Bar, BigDecimal> price) {
    this.history = history;
    this.up = up;
    this.price = price;
  }

  /** The latest session before position {@code end} at or beyond {@code level}. */
  Optional<Bar> latest(BigDecimal level, LocalDate asOf, int end) {
    return latest(level, asOf, end, 1);
  }

  /** The {@code nth} such session, counted back from {@code end}. */
  Optional<Bar> latest(BigDecimal level, LocalDate asOf, int end, int nth) {
    List<PriceSeries.Split> splits =
        history.series().splits().stream()
            .filter(split -> !split.firstSession().isAfter(asOf))
            .sorted(Comparator.comparing(PriceSeries.Split::firstSession).reversed())
            .toList();
    int passed = 0;
    int found = 0;
    BigDecimal scaled = level;
    for (int i = end - 1; i >= 0; i--) {
      Bar bar = history.at(i);
      while (passed < splits.size() && bar.session().isBefore(splits.get(passed).firstSession())) {
        scaled = scaled.multiply(splits.get(passed++).ratio());
      }
      int order = price.apply(bar).compareTo(scaled);
      boolean beyond = up ? order >= 0 : order <= 0;
      if (beyond && ++found == nth) {
        return Optional.of(bar);
      }
    }
    return Optional.empty();
  }
}
