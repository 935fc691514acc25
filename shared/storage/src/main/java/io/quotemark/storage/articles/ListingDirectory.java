package io.quotemark.storage.articles;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.storage.table.Attributes;
import io.quotemark.storage.table.Item;
import io.quotemark.storage.table.Range;
import io.quotemark.storage.table.Schema;
import io.quotemark.storage.table.Schema.Articles;
import io.quotemark.storage.table.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which listings articles name, by exchange: {@code MIC#XHKG} / {@code XHKG:9988}. An entry holds
 * the day of the latest such article and only ever grows, so that it comes out the same in whatever
 * order articles are stored, and however often.
 */
public final class ListingDirectory {
  private final Table table;

  ListingDirectory(Table table) {
    this.table = table;
  }

  /**
   * @param first day of the earliest article that names it
   * @param last day of the latest that ever did
   */
  public record Named(ListingId listing, LocalDate first, LocalDate last) {}

  static Item entry(String listing, String day) {
    return new Item(Articles.EXCHANGE.of(listing.substring(0, listing.indexOf(':'))), listing)
        .number(Attributes.LAST, LocalDate.parse(day).toEpochDay());
  }

  /** Listings of an exchange that stored articles name, in order of their ids. */
  public List<Named> of(String mic) {
    return table.query(Range.of(Articles.EXCHANGE.of(mic))).stream()
        .flatMap(entry -> named(entry).stream())
        .toList();
  }

  /** Empty where the articles that named it are gone. */
  private Optional<Named> named(Item entry) {
    String listing = entry.text(Schema.SK);
    return table.query(Range.of(Articles.LISTING.of(listing)).limit(1)).stream()
        .findFirst()
        .map(article ->
            new Named(
                ListingId.parse(listing),
                LocalDate.parse(article.text(Schema.SK).substring(0, 10)),
                LocalDate.ofEpochDay(entry.number(Attributes.LAST))));
  }
}
