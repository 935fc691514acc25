package io.quotemark.storage.prices;

import io.quotemark.storage.table.Attributes;
import io.quotemark.storage.table.Item;
import io.quotemark.storage.table.Schema.Prices;
import io.quotemark.storage.table.Table;
import java.util.Optional;

/**
 * The latest run of each kind that came to its end: by it a run that is started twice is known, and
 * an operator's command sees what became of its order.
 */
public final class RunBook {
  /** Why a run fetched nothing where prices come from files alone. */
  public static final String NO_SOURCE = "no price provider is configured";

  private final Table table;

  RunBook(Table table) {
    this.table = table;
  }

  /**
   * @param run which one: the time it was scheduled for, or an operator's own name
   * @param fetched listings whose prices came
   * @param covered listings that needed nothing
   * @param refused listings that the provider does not have, or would not give
   * @param left listings not asked for any more in this run
   * @param why it ended, for people
   */
  public record Ended(
      String run, long fetched, long covered, long refused, long left, String why) {}

  /**
   * @param kind which runs: the exchanges of a schedule, or {@code orders} of an operator
   */
  public Optional<Ended> latest(String kind) {
    return table
        .get(Prices.RUNS, kind)
        .map(item ->
            new Ended(
                item.text(Attributes.RUN),
                item.number(Attributes.FETCHED),
                item.number(Attributes.COVERED),
                item.number(Attributes.REFUSED),
                item.number(Attributes.LEFT),
                item.text(Attributes.WHY)));
  }

  public void write(String kind, Ended ended) {
    table.put(
        new Item(Prices.RUNS, kind)
            .text(Attributes.RUN, ended.run())
            .number(Attributes.FETCHED, ended.fetched())
            .number(Attributes.COVERED, ended.covered())
            .number(Attributes.REFUSED, ended.refused())
            .number(Attributes.LEFT, ended.left())
            .text(Attributes.WHY, ended.why()));
  }
}
