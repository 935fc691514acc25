package io.quotemark.market.prices;

import io.quotemark.market.prices.Delivered.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells bars that are one price four times over. A source that has closes alone may fill the other
 * columns with them: nobody's high may be held against that. One that has no prices may print the
 * same figure everywhere.
 */
final class FlatBars {
  /** From so many sessions on a share that trades at one price, to the last digit, is none. */
  private static final int MANY = 20;

  /** Moves that tell something of the bars that made them. */
  private static final int FEWEST_MOVES = 5;

  private FlatBars() {}

  /** Why the history is none of prices that moved; empty where it may be one. */
  static Optional<String> refusal(Delivered history) {
    List<Row> rows = history.rows();
    if (history.listing().isCurrencyPair() || rows.size() < MANY) {
      return Optional.empty();
    }
    BigDecimal one = rows.getFirst().close();
    boolean same = areAll(one, rows);
    // a share of a few steps stays where it is for long, and so does one that is suspended
    boolean stands = one.compareTo(BigDecimal.ONE) < 0 || hasIdleDays(rows);
    return same && !stands
        ? Optional.of(
            "all %d bars have the one price %s: these are no prices of a share"
                .formatted(rows.size(), one.toPlainString()))
        : Optional.empty();
  }

  /**
   * How many bars give their close as open, high and low too, in a history whose moves are mostly
   * made by such bars; 0 in any other. Shares that trade seldom have some.
   */
  static int closesAlone(Delivered history) {
    List<Row> rows = history.rows();
    if (history.listing().isCurrencyPair()) {
      return 0;
    }
    int moves = 0;
    int flat = 0;
    for (int i = 1; i < rows.size(); i++) {
      if (rows.get(i).close().compareTo(rows.get(i - 1).close()) != 0) {
        moves++;
        flat += isFlat(rows.get(i)) ? 1 : 0;
      }
    }
    return moves >= FEWEST_MOVES && 2 * flat > moves
        ? (int) rows.stream().filter(FlatBars::isFlat).count()
        : 0;
  }

  /** The history with closes alone for its flat bars. */
  static Delivered withoutFill(Delivered history) {
    List<Row> rows = new ArrayList<>();
    for (Row row : history.rows()) {
      rows.add(
          isFlat(row)
              ? new Row(row.session(), null, null, null, row.close(), row.adjusted(), row.volume())
              : row);
    }
    return history.withRows(rows);
  }

  private static boolean isFlat(Row row) {
    return row.prices().size() == 4 && areAll(row.close(), List.of(row));
  }

  private static boolean hasIdleDays(List<Row> rows) {
    for (Row row : rows) {
      if (row.volume() != null && row.volume() == 0) {
        return true;
      }
    }
    return false;
  }

  /** A loop: a stream's lambdas are classes that a cold start would make. */
  private static boolean areAll(BigDecimal one, List<Row> rows) {
    for (Row row : rows) {
      for (BigDecimal price : row.prices()) {
        if (price.compareTo(one) != 0) {
          return false;
        }
      }
    }
    return true;
  }
}
