package io.quotemark.market.context;

import io.quotemark.domain.price.ListingContext.Reaction;
import io.quotemark.market.calendar.TradingCalendar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the price did after publication, from the last close before the first session that could
 * react: the session that was running or comes next.
 */
final class Reactions {
  private static final Map<String, Integer> AFTER = afterDayZero();

  private Reactions() {}

  /**
   * @param index null where the listing is compared with none
   */
  static Reaction of(
      History history, @Nullable History index, TradingCalendar calendar, Instant publication) {
    LocalDate dayZero = calendar.firstToReact(publication);
    int base = history.lastUpTo(dayZero.minusDays(1));
    Map<String, BigDecimal> returns = new LinkedHashMap<>();
    Map<String, BigDecimal> versus = new LinkedHashMap<>();
    Map<String, LocalDate> sessions = new LinkedHashMap<>();
    int start = history.at(dayZero);
    if (base < 0 || start < 0 || !history.unbroken(base, start)) {
      return new Reaction(dayZero, returns, versus, false, sessions);
    }
    if (publication.isBefore(calendar.open(dayZero))) {
      returns.put("open", history.percentToOpen(base, start));
      sessions.put("open", dayZero);
      int indexBase = index == null ? -1 : index.at(history.session(base));
      int indexStart = index == null ? -1 : index.at(dayZero);
      if (index != null && indexBase >= 0 && indexStart >= 0) {
        versus.put(
            "open", required(returns, "open").subtract(index.percentToOpen(indexBase, indexStart)));
      }
    }
    AFTER.forEach((name, later) -> {
      int at = start + later;
      if (history.unbroken(base, at)) {
        returns.put(name, history.percent(base, at));
        sessions.put(name, history.session(at));
        int indexBase = index == null ? -1 : index.at(history.session(base));
        int indexAt = index == null ? -1 : index.at(history.session(at));
        if (index != null && indexBase >= 0 && indexAt >= 0) {
          versus.put(name, required(returns, name).subtract(index.percent(indexBase, indexAt)));
        }
      }
    });
    boolean complete = returns.containsKey("d20") && (index == null || versus.containsKey("d20"));
    return new Reaction(dayZero, returns, versus, complete, sessions);
  }

  private static BigDecimal required(Map<String, BigDecimal> figures, String name) {
    BigDecimal figure = figures.get(name);
    if (figure == null) {
      throw new IllegalStateException("no figure " + name);
    }
    return figure;
  }

  private static Map<String, Integer> afterDayZero() {
    Map<String, Integer> after = new LinkedHashMap<>();
    after.put("day0", 0);
    after.put("d1", 1);
    after.put("d5", 5);
    after.put("d20", 20);
    return after;
  }
}
