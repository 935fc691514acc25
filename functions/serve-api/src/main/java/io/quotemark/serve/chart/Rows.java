package io.quotemark.serve.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * The sessions of a chart for the script that reads them out under the pointer: position, day, then
 * open, high, low and close as traded, or the close alone where closes are drawn.
 */
final class Rows {
  private static final int MOST = 240;

  private Rows() {}

  static String of(Proof proof) {
    int each = Math.max(1, (int) Math.ceil(proof.sessions().size() / (double) MOST));
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < proof.sessions().size(); i += each) {
      Proof.Session session = proof.sessions().get(i);
      List<String> prices = session.traded();
      rows.add(
          i
              + "|"
              + session.day()
              + "|"
              + (proof.hasCandles() ? String.join("|", prices) : prices.getLast()));
    }
    return String.join(";", rows);
  }
}
