package io.quotemark.market.prices;

import io.quotemark.domain.price.MinuteBars;
import io.quotemark.domain.price.PriceSeries;
import java.util.List;

/**
 * What one price file holds.
 *
 * @param series one per listing (and per source where the file has such a column), as traded
 * @param problems in the order of their lines; the good rows beside a bad one are in {@code series}
 * @param levelsChecked whether the file says that its operator has looked at its level
 * @param takenFor the layout it was recognised as, and what was left out; empty where there is
 *     nothing to tell
 * @param minutes one for each listing and session of a file of minute bars
 */
public record PriceFile(
    List<PriceSeries> series,
    List<RowProblem> problems,
    boolean levelsChecked,
    String takenFor,
    List<MinuteBars> minutes) {
  public PriceFile {
    series = List.copyOf(series);
    problems = List.copyOf(problems);
    minutes = List.copyOf(minutes);
  }

  /** Of sessions alone. */
  public PriceFile(
      List<PriceSeries> series, List<RowProblem> problems, boolean levelsChecked, String takenFor) {
    this(series, problems, levelsChecked, takenFor, List.of());
  }

  public PriceFile(List<PriceSeries> series, List<RowProblem> problems) {
    this(series, problems, false, "");
  }

  static PriceFile refused(String file, String reason) {
    return new PriceFile(List.of(), List.of(RowProblem.refused(file, reason)));
  }

  /** Whether nothing of the file can be used. */
  public boolean isRefused() {
    return series.isEmpty() && minutes.isEmpty();
  }
}
