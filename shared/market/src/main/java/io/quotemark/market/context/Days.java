package io.quotemark.market.context;

import io.quotemark.domain.price.Bar;
import java.time.LocalDate;
import java.util.List;

/** Finds sessions in bars, which stand oldest first. */
final class Days {
  private Days() {}

  /** Index of the last bar not after {@code day}, −1 where there is none. */
  static int lastUpTo(List<Bar> bars, LocalDate day) {
    int low = 0;
    int high = bars.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (bars.get(middle).session().isAfter(day)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low - 1;
  }

  /** Index of the bar of exactly that session, −1 where there is none. */
  static int at(List<Bar> bars, LocalDate session) {
    int at = lastUpTo(bars, session);
    return at >= 0 && bars.get(at).session().equals(session) ? at : -1;
  }
}
