package io.quotemark.bench.wordings;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.text.ShippedLines;
import java.util.List;

/**
 * Whose made-up prices statements of a language speak of.
 *
 * @param name as the language prints it
 * @param price first price, in the unit that is printed (pence of sterling)
 * @param level first level of the index
 * @param decimals of a printed price
 */
record Home(
    String language,
    ListingId listing,
    String name,
    ListingId index,
    String indexName,
    double price,
    double level,
    int decimals) {
  static List<Home> all() {
    return ShippedLines.rows(Home.class, "homes.tsv").stream()
        .map(row ->
            new Home(
                row.get(0),
                ListingId.parse(row.get(1)),
                row.get(2),
                ListingId.parse(row.get(3)),
                row.get(4),
                Double.parseDouble(row.get(5)),
                Double.parseDouble(row.get(6)),
                Integer.parseInt(row.get(7))))
        .toList();
  }
}
