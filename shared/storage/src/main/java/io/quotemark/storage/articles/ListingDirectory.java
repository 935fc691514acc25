package io.quotemark.storage.articles;

import io.quotemark.domain.ListingId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Which listings articles name, by exchange: {@code MIC#XHKG} / {@code XHKG:9988}. An entry holds
 * the day of the latest such article and only ever grows, so that it comes out the same in whatever
 * order articles are stored, and however often.
 */
public final class ListingDirectory {
  static final String LAST = "last";

  static final String PREFIX = "LST#";

  private final Table table;

  public ListingDirectory(DynamoDbClient client, String tableName) {
    this.table = new Table(client, tableName);
  }

  /**
   * @param first first day of the month of the earliest article that ever named it
   * @param last day of the latest
   */
  public record Named(ListingId listing, LocalDate first, LocalDate last) {}

  /**
   * @param partition the listing's, {@code LST#XHKG:9988}
   */
  static Item entry(String partition, String day) {
    String listing = partition.substring(PREFIX.length());
    return new Item("MIC#" + listing.substring(0, listing.indexOf(':')), listing)
        .number(LAST, LocalDate.parse(day).toEpochDay());
  }

  /** Listings of an exchange that stored articles name, in order of their ids. */
  public List<Named> of(String mic) {
    return table
        .query(new Table.Range("MIC#" + mic, null, null, false, Integer.MAX_VALUE, null))
        .stream()
        .map(item ->
            new Named(
                ListingId.parse(item.text("sk")),
                earliest(item.text("sk")),
                LocalDate.ofEpochDay(item.number(LAST))))
        .toList();
  }

  /** The months of a listing are written before its entry here. */
  private LocalDate earliest(String listing) {
    List<Item> months = table.query(new Table.Range(PREFIX + listing, null, null, false, 1, null));
    return YearMonth.parse(months.getFirst().text("sk")).atDay(1);
  }
}
