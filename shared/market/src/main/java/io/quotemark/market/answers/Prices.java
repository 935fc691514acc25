package io.quotemark.market.answers;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bars of a listing up to publication, by their place. */
record Prices(PriceSeries series, List<Bar> bars) {
  /** Null where nothing is in store, or only prices that never traded. */
  static @Nullable Prices of(Tape tape, ListingId listing, LocalDate last) {
    PriceSeries series = tape.series(listing).map(all -> all.until(last)).orElse(null);
    return series == null || series.bars().isEmpty() || series.isStillAdjusted()
        ? null
        : new Prices(series, series.bars());
  }

  int size() {
    return bars.size();
  }

  Bar at(int index) {
    return bars.get(index);
  }

  /** The place of the session's bar, below 0 where it has none. */
  int index(LocalDate session) {
    int low = 0;
    int high = bars.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = bars.get(middle).session().compareTo(session);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /** The close of the bar before, in the shares of this one. */
  BigDecimal closeBefore(int index) {
    Bar before = bars.get(index - 1);
    BigDecimal close = before.close();
    for (PriceSeries.Split split : series.splits()) {
      boolean between =
          split.firstSession().isAfter(before.session())
              && !split.firstSession().isAfter(bars.get(index).session());
      close = between ? close.divide(split.ratio(), MathContext.DECIMAL64) : close;
    }
    return close;
  }

  /** What a price is multiplied by to count in the shares of the last bar. */
  BigDecimal splitFactor(int index) {
    BigDecimal factor = BigDecimal.ONE;
    for (PriceSeries.Split split : series.splits()) {
      boolean later =
          split.firstSession().isAfter(bars.get(index).session())
              && !split.firstSession().isAfter(bars.getLast().session());
      factor = later ? factor.divide(split.ratio(), MathContext.DECIMAL64) : factor;
    }
    return factor;
  }

  /** What adjusted series multiply a price by for the dividends up to the last bar. */
  BigDecimal dividendFactor(int index) {
    BigDecimal factor = BigDecimal.ONE;
    for (PriceSeries.Dividend dividend : series.dividends()) {
      int ex = firstFrom(dividend.exDate());
      if (ex > index && ex < bars.size()) {
        BigDecimal share = dividend.amount().divide(closeBefore(ex), MathContext.DECIMAL64);
        factor = factor.multiply(BigDecimal.ONE.subtract(share), MathContext.DECIMAL64);
      }
    }
    return factor;
  }

  private int firstFrom(LocalDate day) {
    for (int i = 0; i < bars.size(); i++) {
      if (!bars.get(i).session().isBefore(day)) {
        return i;
      }
    }
    return bars.size();
  }
}
