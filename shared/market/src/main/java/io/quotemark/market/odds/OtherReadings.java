package io.quotemark.market.odds;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.market.odds.OtherReading.Kind;
import io.quotemark.market.verdicts.History;
import io.quotemark.market.verdicts.Question;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What else a figure that failed may have been meant of: other sessions, prices, stretches of time
 * and listings, as far as the tape reached at publication. A figure that meets one is misread
 * rather than wrong, and the more so the less likely it met it by chance.
 */
final class OtherReadings {
  private static final int BEFORE = 6;
  private static final int[] DAYS = {2, 3, 4, 5, 6};
  private static final int[] ABOUT_A_MONTH = {10, 20, 21, 22};
  private static final int[] LONGER = {63, 126, 252};
  private static final int YEAR = 252;

  /** How many times the printed precision the neighbourhood reaches that tells chance. */
  private static final double NEIGHBOURHOOD = 10;

  private final Question question;
  private final Group group;
  private final double printed;
  private final double slack;
  private final Map<Kind, String> hits = new EnumMap<>(Kind.class);

  /** Figures in the neighbourhood; one that is met in two ways is one. */
  private final Map<Kind, Set<Double>> near = new EnumMap<>(Kind.class);

  /** Kinds met by a whole range, which chance meets easily. */
  private final Set<Kind> ranges = EnumSet.noneOf(Kind.class);

  private OtherReadings(Question question, Group group, double printed, double slack) {
    this.question = question;
    this.group = group;
    this.printed = printed;
    this.slack = slack;
  }

  /**
   * @param sentence other listings that the sentence names
   * @param article other listings that the article names
   */
  static List<OtherReading> of(
      Question question, Group group, Set<ListingId> sentence, Set<ListingId> article) {
    BigDecimal value = question.claim().value();
    BigDecimal step = question.claim().step();
    boolean comparable =
        group == Group.LEVEL
            || group == Group.MOVE
            || group == Group.UNITS
            || group == Group.RETURN;
    if (value == null || step == null || !comparable) {
      return List.of();
    }
    double slack = step.doubleValue() * (question.claim().hedge() == null ? 0.51 : 1);
    OtherReadings readings = new OtherReadings(question, group, value.doubleValue(), slack);
    readings.own();
    readings.others(Kind.SENTENCE, sentence);
    readings.others(Kind.ARTICLE, article);
    List<OtherReading> found = new ArrayList<>();
    readings.hits.forEach(
        (kind, words) -> found.add(new OtherReading(kind, readings.isRare(kind), words)));
    return found;
  }

  private boolean isRare(Kind kind) {
    return !ranges.contains(kind) && near.getOrDefault(kind, Set.of()).size() <= 1;
  }

  private void own() {
    History history = question.history();
    int here = history.index(question.session());
    if (here < 0) {
      return;
    }
    for (int at = Math.max(1, here - BEFORE); at <= Math.min(history.size() - 1, here + 1); at++) {
      int away = Math.abs(here - at);
      Kind kind = away == 0 ? Kind.FIELD : away == 1 ? Kind.NEXT_SESSION : Kind.EARLIER_SESSION;
      session(history, at, kind, "");
    }
    if (group != Group.LEVEL) {
      stretches(history, here);
      dividend(history, here);
    }
  }

  /** The prices of a session, or its moves against the session before. */
  private void session(History history, int at, Kind kind, String whose) {
    Bar bar = history.at(at);
    String day = " of " + bar.session() + whose;
    double[] prices = prices(bar);
    String[] names = {"the open", "the high", "the low", "the close"};
    double before = at == 0 ? 0 : before(history, at, at - 1);
    for (int i = 0; i < prices.length; i++) {
      if (group == Group.LEVEL) {
        meets(prices[i], kind, names[i] + day);
      } else if (before > 0) {
        meets(change(before, prices[i]), kind, "the move to " + names[i] + day);
      }
    }
    if (group != Group.LEVEL) {
      meets(change(prices[0], prices[3]), kind, "the move from open to close" + day);
    } else if (kind != Kind.FIELD && printed >= prices[2] - slack && printed <= prices[1] + slack) {
      hits.putIfAbsent(kind, "inside the day's range" + day);
      ranges.add(kind);
    }
  }

  private void stretches(History history, int here) {
    int end = Math.max(1, here - 1);
    for (int at = here; at >= end; at--) {
      LocalDate day = history.at(at).session();
      double close = history.at(at).close().doubleValue();
      for (int n : DAYS) {
        since(history, at, at - n, close, Kind.DAYS, "the change over %d sessions to %s", n, day);
      }
      LocalDate sunday = day.minusDays(day.getDayOfWeek().getValue());
      since(
          history, at, until(history, sunday), close, Kind.WEEK, "the change of the week to ", day);
      LocalDate month = day.withDayOfMonth(1).minusDays(1);
      since(
          history,
          at,
          until(history, month),
          close,
          Kind.MONTH,
          "the change of the month to ",
          day);
      for (int n : ABOUT_A_MONTH) {
        since(history, at, at - n, close, Kind.MONTH, "the change over %d sessions to %s", n, day);
      }
      for (int n : LONGER) {
        since(history, at, at - n, close, Kind.LONGER, "the change over %d sessions to %s", n, day);
      }
      LocalDate year = day.withDayOfYear(1).minusDays(1);
      int yearEnd = until(history, year);
      since(history, at, yearEnd, close, Kind.LONGER, "the change of the year to ", day);
      extremes(history, at, Math.max(0, at - YEAR), close, day);
      extremes(history, at, yearEnd + 1, close, day);
    }
  }

  private void extremes(History history, int at, int from, double close, LocalDate day) {
    if (from < 0 || from >= at || at - from > YEAR) {
      return;
    }
    double high = 0;
    double low = Double.MAX_VALUE;
    double closeHigh = 0;
    double closeLow = Double.MAX_VALUE;
    for (int i = from; i <= at; i++) {
      Bar bar = history.at(i);
      double factor = before(history, at, i) / bar.close().doubleValue();
      high = Math.max(high, bar.high().doubleValue() * factor);
      low = Math.min(low, bar.low().doubleValue() * factor);
      closeHigh = Math.max(closeHigh, bar.close().doubleValue() * factor);
      closeLow = Math.min(closeLow, bar.close().doubleValue() * factor);
    }
    String since = " since " + history.at(from).session() + " to " + day;
    meets(change(high, close), Kind.FROM_EXTREME, "the change from the high" + since);
    meets(change(closeHigh, close), Kind.FROM_EXTREME, "the change from the highest close" + since);
    meets(change(low, close), Kind.FROM_EXTREME, "the change from the low" + since);
    meets(change(closeLow, close), Kind.FROM_EXTREME, "the change from the lowest close" + since);
  }

  private void since(
      History history, int at, int start, double close, Kind kind, String words, LocalDate day) {
    if (start >= 0 && start < at) {
      meets(change(before(history, at, start), close), kind, words + day);
    }
  }

  private void since(
      History history,
      int at,
      int start,
      double close,
      Kind kind,
      String words,
      int sessions,
      LocalDate day) {
    if (start >= 0 && start < at) {
      meets(change(before(history, at, start), close), kind, words.formatted(sessions, day));
    }
  }

  /** The quoted change of a day without the right to a dividend leaves the dividend out. */
  private void dividend(History history, int here) {
    Bar bar = history.at(here);
    if (here == 0) {
      return;
    }
    for (PriceSeries.Dividend dividend : history.series().dividends()) {
      if (dividend.exDate().equals(bar.session())) {
        double reference = before(history, here, here - 1) - dividend.amount().doubleValue();
        for (double price : prices(bar)) {
          meets(
              change(reference, price),
              Kind.EX_DIVIDEND,
              "the change without the dividend of " + bar.session());
        }
      }
    }
  }

  private void others(Kind kind, Set<ListingId> listings) {
    for (ListingId listing : listings) {
      History history =
          listing.equals(question.listing())
              ? null
              : question.market().history(listing).orElse(null);
      if (history == null) {
        continue;
      }
      int here = history.index(question.session());
      for (int at = here - 1; here >= 0 && at <= Math.min(history.size() - 1, here + 1); at++) {
        if (at >= 0) {
          session(history, at, kind, " (" + listing + ")");
        }
      }
    }
  }

  private void meets(double figure, Kind kind, String words) {
    double apart = Math.abs(figure - printed);
    if (apart <= slack * NEIGHBOURHOOD) {
      near.computeIfAbsent(kind, k -> new HashSet<>()).add(figure);
    }
    if (apart <= slack) {
      hits.putIfAbsent(kind, words);
    }
  }

  private double change(double from, double to) {
    return group == Group.UNITS ? to - from : (to / from - 1) * 100;
  }

  /** The close of a session, in the shares of a later one. */
  private static double before(History history, int at, int earlier) {
    Bar bar = history.at(earlier);
    return history.inSharesOf(bar.close(), bar.session(), history.at(at).session()).doubleValue();
  }

  /** The last bar up to a day, −1 where there is none. */
  private static int until(History history, LocalDate day) {
    int index = history.index(day);
    return index < 0 ? -index - 2 : index;
  }

  private static double[] prices(Bar bar) {
    return new double[] {
      bar.open().doubleValue(),
      bar.high().doubleValue(),
      bar.low().doubleValue(),
      bar.close().doubleValue()
    };
  }
}
