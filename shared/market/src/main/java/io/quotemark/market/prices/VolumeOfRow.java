package io.quotemark.market.prices;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.market.prices.Cells.BadCell;
import io.quotemark.market.prices.Columns.Field;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The shares traded that a row states, in single shares where the layout counts in lots. */
final class VolumeOfRow {
  private final Columns columns;
  private final Layout layout;
  private final NumberStyle numbers;
  private boolean rounded;

  VolumeOfRow(Columns columns, Layout layout, NumberStyle numbers) {
    this.columns = columns;
    this.layout = layout;
    this.numbers = numbers;
  }

  /** Null where the source has none, or counts in what is not known for this exchange. */
  @Nullable Long of(CsvTable.Row row, ListingId listing) throws BadCell {
    String cell = columns.cell(row, Field.VOLUME);
    boolean lots = layout.lot() != 1;
    boolean known = true;
    for (List<String> mics : layout.markets().values()) {
      known &= mics.contains(listing.mic());
    }
    if (Cells.absent(cell) || layout.lot() == 0 || (lots && !known)) {
      return null;
    }
    String whole = numbers.whole(cell);
    rounded |= whole.isEmpty();
    Long count = Cells.volume(whole);
    return count == null ? null : (Long) (count * layout.lot());
  }

  /** Says that volumes were rounded, which are none to keep; empty where none was. */
  Optional<String> leftOut() {
    return rounded ? Optional.of("rounded volumes are left out") : Optional.empty();
  }
}
