package io.quotemark.refresh.providers;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.market.prices.PriceFile;
import io.quotemark.market.prices.PriceFiles;
import io.quotemark.market.prices.RowProblem;
import io.quotemark.refresh.providers.PriceSource.Outcome;
import io.quotemark.runtime.json.Node;
import io.quotemark.securities.Securities;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * Rows of a provider taken through the same reader as a price file, so that the same rows are
 * refused and the same proof of their basis is asked.
 */
final class Rows {
  private static final String PLAIN = "[0-9A-Za-z+.:/ -]*";

  private final StringBuilder csv = new StringBuilder();

  /**
   * @param source name of the provider
   * @param unit what prices stand in, empty where the securities master says
   */
  Rows(ListingId listing, String source, String unit, String header) {
    csv.append("# listing: ").append(listing).append('\n');
    csv.append("# source: ").append(source).append('\n');
    csv.append("# basis: as_traded\n");
    if (!unit.isEmpty()) {
      csv.append("# unit: ").append(unit).append('\n');
    }
    csv.append(header).append('\n');
  }

  void row(Node row, List<String> names) {
    row(names.stream().map(name -> row.at(name).textOr("")).toList());
  }

  /**
   * @param cells as the header names them
   */
  void row(List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      csv.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
    }
    csv.append('\n');
  }

  /** A provider's text never becomes another cell, line or comment. */
  private static String cell(String text) {
    return text.matches(PLAIN) ? text : "?";
  }

  PriceFile parsed(Instant now, Securities master) {
    return PriceFiles.parse(
        "provider.csv", csv.toString().getBytes(StandardCharsets.UTF_8), now, master);
  }

  Outcome read(Instant now, Securities master) {
    PriceFile file = parsed(now, master);
    List<String> notes = file.problems().stream().map(RowProblem::reason).toList();
    return file.series().isEmpty()
        ? new Outcome.BadPayload(String.join("; ", notes.stream().limit(3).toList()))
        : new Outcome.Ok(file.series().getFirst(), notes);
  }
}
