package io.quotemark.market.prices;

import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.market.prices.Cells.BadCell;
import io.quotemark.market.prices.Columns.Field;
import io.quotemark.securities.Securities;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells in which unit the prices of a row are, as stated or as the exchange quotes them. */
final class UnitOfRow {
  private final String fileName;
  private final Columns columns;
  private final Statements statements;
  private final Securities master;
  private final List<RowProblem> problems;
  private final Set<ListingId> inMinorUnits = new HashSet<>();

  /**
   * @param problems where an assumption is noted, once for each listing
   */
  UnitOfRow(
      String fileName,
      Columns columns,
      Statements statements,
      Securities master,
      List<RowProblem> problems) {
    this.fileName = fileName;
    this.columns = columns;
    this.statements = statements;
    this.master = master;
    this.problems = problems;
  }

  /** 2 where prices stand in hundredths of the currency. */
  int minorPlaces(CsvTable.Row row, ListingId id) throws BadCell {
    Optional<String> inRow = columns.filled(row, Field.UNIT);
    Optional<String> stated = inRow.isPresent() ? inRow : statements.of("unit");
    Optional<Listing> listing = master.listing(id);
    if (stated.isPresent()) {
      if (listing.isPresent()) {
        Units.require(stated.get(), listing.get());
      }
      return Units.minorPlaces(stated.get());
    }
    int places = listing.isPresent() ? Units.minorPlaces(listing.get().unit()) : 0;
    if (places > 0 && NumberStyle.hasSign(columns.cell(row, Field.CLOSE))) {
      throw new BadCell(
          "%s is quoted in %s and the price has the sign of a currency; state '# unit: %s' or '# unit: %s'"
              .formatted(
                  id,
                  listing.orElseThrow().unit(),
                  listing.orElseThrow().unit(),
                  listing.orElseThrow().currency()));
    }
    if (places > 0 && inMinorUnits.add(id)) {
      problems.add(
          RowProblem.note(
              fileName,
              "%s: prices read as %s, as its exchange quotes them; state '# unit: …' if they are not"
                  .formatted(id, listing.orElseThrow().unit())));
    }
    return places;
  }
}
