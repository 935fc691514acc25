package io.quotemark.storage.prices;

import io.quotemark.storage.articles.Decisions;
import io.quotemark.storage.articles.Decisions.Counts;
import io.quotemark.storage.table.Attributes;
import io.quotemark.storage.table.Item;
import io.quotemark.storage.table.Range;
import io.quotemark.storage.table.Schema.Prices;
import io.quotemark.storage.table.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What price files decided: {@code BEFORE} / {@code time#key} in the price table holds how the
 * claims stood that waited when the file came. What they came to is read off the articles as they
 * are, so that it grows while these are checked again and needs no count of events.
 */
public final class PriceFileEffects {
  /** More articles than this are not counted one by one. */
  private static final int MOST_ARTICLES = 500;

  private final Table table;
  private final Decisions decisions;

  PriceFileEffects(Table table, Decisions decisions) {
    this.table = table;
    this.decisions = decisions;
  }

  /**
   * @param since claims that were decided since, of them contradicted and doubtful, and those that
   *     still wait
   * @param articles with claims that waited
   * @param complete whether all of them were counted
   */
  public record Effect(Counts since, int articles, boolean complete) {}

  /**
   * Notes how the claims stand of articles that are about to be checked again, once for each event
   * of a file: what is there stays.
   */
  public void begin(String key, Instant delivered, Collection<String> articles) {
    List<String> looked = articles.stream().distinct().limit(MOST_ARTICLES).toList();
    Map<String, String> before = new LinkedHashMap<>();
    decisions
        .of(looked)
        .forEach((id, counts) -> {
          if (counts.waiting() > 0) {
            before.put(
                id, counts.decided() + " " + counts.contradicted() + " " + counts.doubtful());
          }
        });
    if (before.isEmpty()) {
      return; // nothing waited
    }
    boolean complete = looked.size() == articles.stream().distinct().count();
    // where one is there, a delivery before this one noted it, nearer to how things stood
    table.putIfAbsent(
        new Item(Prices.BEFORE, delivered + "#" + key)
            .map(Attributes.BEFORE, before)
            .flag(Attributes.COMPLETE, complete));
  }

  /** What some files decided together, by now; an article of several is counted once. */
  public Effect of(Collection<PriceFileReports.Report> reports) {
    Map<String, Counts> before = new LinkedHashMap<>();
    boolean complete = true;
    List<PriceFileReports.Report> inOrder = new ArrayList<>(reports);
    inOrder.sort(Comparator.comparing(PriceFileReports.Report::delivered));
    for (PriceFileReports.Report report : inOrder) {
      Item item = item(report);
      if (item != null) {
        item.map(Attributes.BEFORE).forEach((id, counts) -> before.putIfAbsent(id, read(counts)));
        complete &= item.flag(Attributes.COMPLETE);
      }
    }
    Map<String, Counts> now = decisions.of(before.keySet());
    Counts since = Counts.NONE;
    for (Map.Entry<String, Counts> one : now.entrySet()) {
      since = since.plus(one.getValue().since(before.getOrDefault(one.getKey(), Counts.NONE)));
    }
    return new Effect(since, before.size(), complete);
  }

  private @Nullable Item item(PriceFileReports.Report report) {
    String sk = report.delivered() + "#" + report.key();
    return table.query(Range.of(Prices.BEFORE).between(sk, sk).limit(1)).stream()
        .findFirst()
        .orElse(null);
  }

  private static Counts read(String text) {
    String[] parts = text.split(" ", -1);
    return new Counts(
        Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), 0);
  }
}
