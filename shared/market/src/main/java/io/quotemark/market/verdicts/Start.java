package io.quotemark.market.verdicts;

import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.price.Bar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A price that a return may be counted from.
 *
 * @param bar of its session
 * @param price as traded on that day
 * @param what for people: "close" or "high"
 */
record Start(Bar bar, BigDecimal price, String what) {
  static Start close(Bar bar) {
    return new Start(bar, bar.close(), "close");
  }

  /**
   * The highest close of a stretch, and the highest price where the words do not mean a close; for
   * a low the lowest ones. Empty where no bar of the stretch is in store.
   */
  static List<Start> peaks(Question q, Window.FromPeak peak) {
    boolean up = peak.direction() == Direction.HIGH;
    LocalDate last = peak.in() == null ? q.session() : peak.in().last();
    LocalDate first = Stretch.of(peak, q.session(), q.calendar()).start();
    List<Start> starts = new ArrayList<>();
    Bar close = extreme(q, first, last, up, Bar::close);
    if (close != null) {
      starts.add(close(close));
    }
    Function<Bar, BigDecimal> range = up ? Bar::high : Bar::low;
    Bar far = peak.closing() ? null : extreme(q, first, last, up, range);
    if (far != null) {
      starts.add(new Start(far, range.apply(far), up ? "high" : "low"));
    }
    return starts;
  }

  /** The first bar of the stretch with its extreme, in the shares of the claim's session. */
  private static @Nullable Bar extreme(
      Question q, LocalDate first, LocalDate last, boolean up, Function<Bar, BigDecimal> price) {
    History history = q.history();
    int index = history.index(first);
    Bar best = null;
    BigDecimal level = BigDecimal.ZERO;
    for (int i = index < 0 ? -index - 1 : index; i < history.size(); i++) {
      Bar bar = history.at(i);
      if (bar.session().isAfter(last) || bar.session().isAfter(q.session())) {
        break;
      }
      BigDecimal here = history.inSharesOf(price.apply(bar), bar.session(), q.session());
      boolean beyond = up ? here.compareTo(level) > 0 : here.compareTo(level) < 0;
      if (best == null || beyond) {
        best = bar;
        level = here;
      }
    }
    return best;
  }
}
