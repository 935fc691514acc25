package io.quotemark.market.prices;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceSeries.Basis;
import io.quotemark.domain.price.PriceSeries.Dividend;
import io.quotemark.domain.price.PriceSeries.Split;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One listing's history as a source delivered it, before its basis is known.
 *
 * @param rows ascending by session
 * @param splits ascending; may lie before the first and after the last row
 * @param dividends ascending
 * @param stated the basis the file states, null where it states none
 * @param documented the basis that the source documents, null where it is not known
 * @param fine whether its closes are printed with more places than prices are quoted with
 */
record Delivered(
    ListingId listing,
    List<Row> rows,
    List<Split> splits,
    List<Dividend> dividends,
    @Nullable Basis stated,
    Layout.@Nullable Adjusted documented,
    boolean fine) {

  /**
   * @param open null where the source has none; so {@code high} and {@code low}
   * @param adjusted the source's adjusted close beside the close, null where it has none
   */
  record Row(
      LocalDate session,
      @Nullable BigDecimal open,
      @Nullable BigDecimal high,
      @Nullable BigDecimal low,
      BigDecimal close,
      @Nullable BigDecimal adjusted,
      @Nullable Long volume) {

    /** Whether the high is the highest and the low the lowest. */
    void requireOrder() throws Cells.BadCell {
      requireOrder("high", high, "low", low);
      requireOrder("high", high, "open", open);
      requireOrder("high", high, "close", close);
      requireOrder("open", open, "low", low);
      requireOrder("close", close, "low", low);
    }

    private static void requireOrder(
        String upper, @Nullable BigDecimal above, String lower, @Nullable BigDecimal below)
        throws Cells.BadCell {
      if (above != null && below != null && above.compareTo(below) < 0) {
        throw new Cells.BadCell("%s %s is below %s %s".formatted(upper, above, lower, below));
      }
    }

    /** The open, or the close where there is none. */
    BigDecimal openOrClose() {
      return open == null ? close : open;
    }

    /** The prices that are there. */
    List<BigDecimal> prices() {
      List<BigDecimal> prices = new ArrayList<>(4);
      for (BigDecimal price : new @Nullable BigDecimal[] {open, high, low, close}) {
        if (price != null) {
          prices.add(price);
        }
      }
      return prices;
    }
  }

  Delivered {
    rows = List.copyOf(rows);
    splits = List.copyOf(splits);
    dividends = List.copyOf(dividends);
  }

  Delivered withRows(List<Row> others) {
    return new Delivered(listing, others, splits, dividends, stated, documented, fine);
  }

  Delivered withSplits(List<Split> others) {
    return new Delivered(listing, rows, others, dividends, stated, documented, fine);
  }
}
