package io.quotemark.storage.prices;

import io.quotemark.storage.table.Attributes;
import io.quotemark.storage.table.Item;
import io.quotemark.storage.table.Range;
import io.quotemark.storage.table.Schema.Prices;
import io.quotemark.storage.table.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What became of price files: {@code FILES} / {@code time#key} in the price table. */
public final class PriceFileReports {
  private static final int MOST_LOOKED_AT = 200;
  private static final int MOST_PROBLEMS = 50;
  private static final int MOST_PROBLEM_CHARACTERS = 400;

  private final Table table;

  PriceFileReports(Table table) {
    this.table = table;
  }

  /**
   * @param key of the object in the bucket
   * @param delivered time of the event that announced it
   * @param listings whose prices it holds, {@code MIC:TICKER}; none where the file was refused
   * @param bars taken from it
   * @param problems as {@code file:line: reason}; the first of them where there are many
   */
  public record Report(
      String key, Instant delivered, List<String> listings, int bars, List<String> problems) {
    public Report {
      listings = List.copyOf(listings);
      problems = List.copyOf(problems);
    }

    public boolean refused() {
      return listings.isEmpty();
    }
  }

  /** The same event again leaves the same item. */
  public void record(Report report) {
    table.put(
        new Item(Prices.FILES, report.delivered() + "#" + report.key())
            .text(Attributes.KEY, report.key())
            .text(Attributes.DELIVERED, report.delivered().toString())
            .list(Attributes.LISTINGS, report.listings())
            .number(Attributes.BARS, report.bars())
            .list(
                Attributes.PROBLEMS,
                report.problems().stream()
                    .limit(MOST_PROBLEMS)
                    .map(PriceFileReports::shortened)
                    .toList()));
  }

  /** The last files, the newest first. */
  public List<Report> recent(int limit) {
    return read(Range.of(Prices.FILES).descending(true).limit(limit));
  }

  /** What became of a file by the key, of the last that were announced; empty while nothing has. */
  public Optional<Report> latest(String key, Instant since) {
    return recent(MOST_LOOKED_AT).stream()
        .filter(report -> report.key().equals(key) && !report.delivered().isBefore(since))
        .findFirst();
  }

  /** All files announced at a moment or later, the oldest first. */
  public List<Report> since(Instant moment) {
    String from = moment.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "");
    return read(Range.of(Prices.FILES).between(from, null));
  }

  private List<Report> read(Range range) {
    return table.query(range).stream()
        .map(item ->
            new Report(
                item.text(Attributes.KEY),
                Instant.parse(item.text(Attributes.DELIVERED)),
                item.texts(Attributes.LISTINGS),
                (int) item.number(Attributes.BARS),
                item.texts(Attributes.PROBLEMS)))
        .toList();
  }

  /** A problem as a report keeps it. */
  public static String shortened(String text) {
    return text.length() <= MOST_PROBLEM_CHARACTERS
        ? text
        : text.substring(0, MOST_PROBLEM_CHARACTERS) + "…";
  }
}
