package io.quotemark.market.prices;

import io.quotemark.domain.ListingId;
import io.quotemark.domain.PriceSeries.Basis;
import io.quotemark.domain.PriceSeries.Dividend;
import io.quotemark.domain.PriceSeries.Split;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One listing's history as a source delivered it, before its basis is known.
 *
 * @param rows ascending by session
 * @param splits ascending; may lie before the first and after the last row
 * @param dividends ascending
 * @param stated the basis the file states, null where it states none
 */
record Delivered(
    ListingId listing,
    List<Row> rows,
    List<Split> splits,
    List<Dividend> dividends,
    @Nullable Basis stated) {

  /**
   * @param adjusted the source's adjusted close beside the close, null where it has none
   */
  record Row(
      LocalDate session,
      BigDecimal open,
      BigDecimal high,
      BigDecimal low,
      BigDecimal close,
      @Nullable BigDecimal adjusted,
      @Nullable Long volume) {}

  Delivered {
    rows = List.copyOf(rows);
    splits = List.copyOf(splits);
    dividends = List.copyOf(dividends);
  }

  Delivered withRows(List<Row> others) {
    return new Delivered(listing, others, splits, dividends, stated);
  }

  Delivered withSplits(List<Split> others) {
    return new Delivered(listing, rows, others, dividends, stated);
  }
}
