package io.quotemark.serve.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the chart of one claim shows. Prices are in shares of the session that the claim is of:
 * those of before a split are divided, those of after it multiplied.
 *
 * @param title names the listing
 * @param description says in words what the picture shows
 * @param sessions oldest first, at least one
 * @param band the figure as printed, null where the claim has none that is a price
 * @param points the prices that decided, the claim's own session first
 * @param published position after which sessions came after publication, in sessions; null where
 *     that is not known or not in the window
 * @param splits in the window
 * @param money writes a price as the article does
 * @param verdict colour of the verdict on light paper, {@code #a81c26}
 */
public record Proof(
    String title,
    String description,
    List<Session> sessions,
    @Nullable Band band,
    List<Point> points,
    @Nullable Double published,
    List<Split> splits,
    Function<BigDecimal, String> money,
    String verdict) {
  /** More sessions than these are drawn as a line of closes. */
  private static final int MOST_CANDLES = 75;

  /**
   * @param traded its figures as traded: open, high, low and close, the first three empty where the
   *     source lacks them
   * @param volume in shares, zero where not known
   * @param later whether it began after publication
   */
  public record Session(
      LocalDate day,
      double open,
      double high,
      double low,
      double close,
      double volume,
      boolean later,
      List<String> traded) {
    public Session {
      traded = List.copyOf(traded);
    }
  }

  /** All prices that round to the printed figure; both the same for a level without rounding. */
  public record Band(double low, double high, String label) {}

  /** A price that decided. */
  public record Point(LocalDate day, double price, String label) {}

  /**
   * @param first session in new shares
   * @param label {@code 10 for 1 split}
   */
  public record Split(LocalDate first, String label) {}

  public Proof {
    sessions = List.copyOf(sessions);
    points = List.copyOf(points);
    splits = List.copyOf(splits);
    if (sessions.isEmpty()) {
      throw new IllegalArgumentException("a chart without a session: " + title);
    }
  }

  /** Whether days matter, or years do. */
  public boolean hasCandles() {
    return sessions.size() <= MOST_CANDLES;
  }

  /** Position of the session of the day, or of the last before it; −1 where there is none. */
  public int at(LocalDate day) {
    int at = -1;
    for (int i = 0; i < sessions.size() && !sessions.get(i).day().isAfter(day); i++) {
      at = i;
    }
    return at;
  }
}
