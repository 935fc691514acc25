package io.quotemark.market.verdicts;

import io.quotemark.domain.claim.Window;
import io.quotemark.domain.price.Bar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;

/**
 * A history cut into weeks, months, quarters or years, each counted by its last close; the one that
 * the last session is of ends with that session. Or into stretches of some sessions, one ending on
 * each.
 */
final class Periods {
  private final History history;
  private final int step;

  /** Position of the last bar of each period. */
  private final List<Integer> ends = new ArrayList<>();

  /** Whether the last period is known to be over. */
  private final boolean complete;

  private Periods(History history, int here, LocalDate next, Window over) {
    this.history = history;
    this.step = step(over);
    for (int i = 0; i <= here; i++) {
      LocalDate day = history.at(i).session();
      if (i == here || period(day, over) != period(history.at(i + 1).session(), over)) {
        ends.add(i);
      }
    }
    this.complete = period(history.at(here).session(), over) != period(next, over);
  }

  /**
   * The periods up to the question's session.
   *
   * @param over {@code 2d} for stretches of two sessions, {@code 1w}, {@code 1m}, {@code 3m}, …;
   *     {@code ytd} and {@code 2011} are years
   */
  static Periods of(Question q, Window over) {
    LocalDate next = q.calendar().plusSessions(q.session(), 1);
    return new Periods(q.history(), q.history().index(q.session()), next, over);
  }

  /** A day that lies the length of a period and no less before another. */
  static LocalDate before(LocalDate day, Window over) {
    return switch (over) {
      case Window.Last(int count, Window.Unit unit) ->
          switch (unit) {
            case D -> day.minusDays(2L * count + 5);
            case W -> day.minusWeeks(count);
            case M -> day.minusMonths(count);
            case Y -> day.minusYears(count);
          };
      case Window.ToDate.WTD -> day.minusWeeks(1);
      case Window.ToDate.MTD -> day.minusMonths(1);
      case Window.ToDate.QTD -> day.minusMonths(3);
      default -> day.minusYears(1);
    };
  }

  /** How many periods a move spans: a "two-week gain" two weeks. */
  private static int step(Window over) {
    return switch (over) {
      case Window.Last(int count, Window.Unit unit) when unit != Window.Unit.M || 12 % count != 0 ->
          count;
      default -> 1;
    };
  }

  /** A number that is the same for all days of a period. */
  private static long period(LocalDate day, Window over) {
    return switch (over) {
      case Window.Last(int count, Window.Unit unit) ->
          switch (unit) {
            case D -> day.toEpochDay();
            case W -> week(day);
            case M -> 12 % count == 0 ? months(day, count) : months(day, 1);
            case Y -> day.getYear();
          };
      case Window.ToDate.WTD -> week(day);
      case Window.ToDate.MTD -> months(day, 1);
      case Window.ToDate.QTD -> months(day, 3);
      default -> day.getYear();
    };
  }

  private static long week(LocalDate day) {
    return day.get(IsoFields.WEEK_BASED_YEAR) * 100L + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
  }

  private static long months(LocalDate day, int length) {
    return (day.getYear() * 12L + day.getMonthValue() - 1) / length;
  }

  /** How many there are. */
  int size() {
    return ends.size();
  }

  /** Whether the last one is over with its last session. */
  boolean lastIsComplete() {
    return complete;
  }

  /** The last bar of a period. */
  Bar end(int period) {
    return history.at(ends.get(period));
  }

  /** The first session of the stretch that ends with a period. */
  LocalDate start(int period) {
    return history.at(ends.get(period - step) + 1).session();
  }

  /** The first period whose move has a close before it to be measured from. */
  int first() {
    return step;
  }

  /** The period that ends before the stretch of another begins. */
  int before(int period) {
    return period - step;
  }

  /** The move over the stretch that ends with a period, in percent; splits undone. */
  BigDecimal move(int period) {
    Bar before = end(period - step);
    Bar bar = end(period);
    return Percent.move(
        history.inSharesOf(before.close(), before.session(), bar.session()), bar.close());
  }
}
