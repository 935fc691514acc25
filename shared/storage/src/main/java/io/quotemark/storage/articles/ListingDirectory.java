package io.quotemark.storage.articles;

import io.quotemark.domain.listing.ListingId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Which listings articles name, by exchange: {@code MIC#XHKG} / {@code XHKG:9988}. An entry holds
 * the day of the latest such article and only ever grows, so that it comes out the same in whatever
 * order articles are stored, and however often.
 */
public final class ListingDirectory {
  static final String LAST = "last";

  private final Table table;

  public ListingDirectory(DynamoDbClient client, String tableName) {
    this.table = new Table(client, tableName);
  }

  /**
   * @param first day of the earliest article that names it
   * @param last day of the latest that ever did
   */
  public record Named(ListingId listing, LocalDate first, LocalDate last) {}

  static Item entry(String listing, String day) {
    return new Item("MIC#" + listing.substring(0, listing.indexOf(':')), listing)
        .number(LAST, LocalDate.parse(day).toEpochDay());
  }

  /** Listings of an exchange that stored articles name, in order of their ids. */
  public List<Named> of(String mic) {
    return table
        .query(new Table.Range("MIC#" + mic, null, null, false, Integer.MAX_VALUE, null))
        .stream()
        .flatMap(entry -> named(entry).stream())
        .toList();
  }

  /** Empty where the articles that named it are gone. */
  private Optional<Named> named(Item entry) {
    String listing = entry.text("sk");
    return table
        .query(new Table.Range(ArticleRecord.LISTING + listing, null, null, false, 1, null))
        .stream()
        .findFirst()
        .map(article ->
            new Named(
                ListingId.parse(listing),
                LocalDate.parse(article.text("sk").substring(0, 10)),
                LocalDate.ofEpochDay(entry.number(LAST))));
  }
}
