package io.quotemark.market;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimBuilder;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.Hedge;
import io.quotemark.domain.claim.PartialDate;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.price.PriceSeries;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes statements about one session of a real history whose truth it knows, by doubles and plain
 * loops of its own.
 */
final class StatementMaker {
  record Made(String what, Claim claim) {}

  private final PriceSeries series;
  private final String currency;
  private final int here;
  private final Bar bar;
  private final double previousClose;
  private final double[] closes;
  private final SessionWords words;

  StatementMaker(PriceSeries series, String currency, int here, SessionWords words) {
    this.series = series;
    this.currency = currency;
    this.here = here;
    this.words = words;
    this.bar = series.bars().get(here);
    this.closes = new double[here + 1];
    for (int i = 0; i <= here; i++) {
      closes[i] = series.bars().get(i).close().doubleValue() / splits(i, here);
    }
    this.previousClose = closes[here - 1];
  }

  /** New shares of session {@code to} for one of session {@code from}. */
  private double splits(int from, int to) {
    LocalDate start = series.bars().get(from).session();
    LocalDate end = series.bars().get(to).session();
    double ratio = 1;
    for (PriceSeries.Split split : series.splits()) {
      if (split.firstSession().isAfter(start) && !split.firstSession().isAfter(end)) {
        ratio *= split.ratio().doubleValue();
      }
    }
    return ratio;
  }

  List<Made> trueOnes() {
    List<Made> made = new ArrayList<>();
    made.add(level("true close", bar.close().setScale(2, RoundingMode.HALF_UP), PriceField.CLOSE));
    made.add(level("true high", bar.high().setScale(2, RoundingMode.HALF_UP), PriceField.HIGH));
    made.add(
        level(
            "true rounded close", bar.close().setScale(0, RoundingMode.HALF_UP), PriceField.CLOSE));
    BigDecimal middle =
        bar.high().add(bar.low()).divide(BigDecimal.TWO).setScale(2, RoundingMode.HALF_UP);
    if (middle.compareTo(bar.low()) >= 0 && middle.compareTo(bar.high()) <= 0) {
      made.add(level("true price of the day", middle, null));
    }
    double move = (bar.close().doubleValue() / previousClose - 1) * 100;
    made.add(move("true move", ClaimKind.MOVE_PCT, round(move, 1), PriceField.CLOSE, null));
    made.add(move("true exact move", ClaimKind.MOVE_PCT, round(move, 2), null, null));
    BigDecimal floor = BigDecimal.valueOf(Math.abs(move)).setScale(0, RoundingMode.DOWN);
    if (floor.signum() > 0 && Math.abs(move) - floor.doubleValue() > 0.01) {
      BigDecimal signed = move < 0 ? floor.negate() : floor;
      made.add(move("true over", ClaimKind.MOVE_PCT, signed, null, Hedge.OVER));
    }
    made.add(
        move(
            "true move in money",
            ClaimKind.MOVE_ABS,
            round(bar.close().doubleValue() - previousClose, 2),
            null,
            null));
    double peak = (bar.high().doubleValue() / previousClose - 1) * 100;
    if (peak > 0.2) {
      made.add(move("true peak", ClaimKind.PEAK_MOVE_PCT, round(peak, 1), null, Hedge.AS_MUCH_AS));
    }
    int earlier = latestAtOrAbove();
    if (earlier >= 0 && here - earlier > 30) {
      LocalDate day = series.bars().get(earlier).session();
      made.add(extreme("true since", new PartialDate(day.getYear(), day.getMonthValue(), null)));
    }
    double year = yearToDate();
    if (!Double.isNaN(year)) {
      made.add(period("true this year", round(year, 1), Window.ToDate.YTD));
    }
    int streak = streak();
    if (streak >= 2 && streak < here - 1) {
      made.add(
          new Made(
              "true streak",
              claim(ClaimKind.STREAK, "streak")
                  .value(BigDecimal.valueOf(streak), BigDecimal.ONE)
                  .direction(closes[here] > closes[here - 1] ? Direction.UP : Direction.DOWN)
                  .build()));
    }
    int bigger = latestAsBig(move);
    if (Math.abs(move) > 2 && bigger > 0) {
      LocalDate day = series.bars().get(bigger).session();
      made.add(
          new Made(
              "true biggest move",
              claim(ClaimKind.EXTREME_MOVE, "biggest")
                  .direction(move > 0 ? Direction.UP : Direction.DOWN)
                  .field(PriceField.CLOSE)
                  .since(new PartialDate(day.getYear(), day.getMonthValue(), null))
                  .build()));
    }
    return made;
  }

  /**
   * @param sister a price of another listing of the same issuer in that session, null where there
   *     is none
   */
  List<Made> falseOnes(@Nullable BigDecimal sister) {
    List<Made> made = new ArrayList<>();
    BigDecimal above = bar.high().multiply(new BigDecimal("1.04")).setScale(2, RoundingMode.UP);
    made.add(level("false above the range", above, null));
    made.add(level("false close above the range", above, PriceField.CLOSE));
    made.add(
        level(
            "false below the range",
            bar.low().multiply(new BigDecimal("0.96")).setScale(2, RoundingMode.DOWN),
            null));
    made.add(
        level(
            "false unit",
            bar.close().multiply(new BigDecimal("100")).setScale(0, RoundingMode.HALF_UP),
            null));
    double move = (bar.close().doubleValue() / previousClose - 1) * 100;
    if (Math.abs(move) > 0.5) {
      made.add(move("false sign", ClaimKind.MOVE_PCT, round(-move, 1), PriceField.CLOSE, null));
      made.add(move("false size", ClaimKind.MOVE_PCT, round(move * 10, 1), PriceField.CLOSE, null));
    }
    Bar other = here > 3 ? series.bars().get(here - 3) : bar;
    if (splits(here - 3, here) == 1
        && (other.close().compareTo(bar.high()) > 0 || other.close().compareTo(bar.low()) < 0)) {
      made.add(
          level(
              "false session", other.close().setScale(2, RoundingMode.HALF_UP), PriceField.CLOSE));
    }
    if (sister != null && (sister.compareTo(bar.high()) > 0 || sister.compareTo(bar.low()) < 0)) {
      made.add(level("false listing", sister.setScale(2, RoundingMode.HALF_UP), PriceField.CLOSE));
    }
    int earlier = latestAtOrAbove();
    if (earlier >= 0) {
      LocalDate day = series.bars().get(earlier).session().minusMonths(5);
      made.add(extreme("false since", new PartialDate(day.getYear(), day.getMonthValue(), null)));
    }
    double later = splits(here, series.bars().size() - 1);
    if (later != 1) {
      made.add(
          level(
              "false split-adjusted",
              BigDecimal.valueOf(bar.close().doubleValue() / later)
                  .setScale(2, RoundingMode.HALF_UP),
              PriceField.CLOSE));
    }
    return made;
  }

  private int latestAtOrAbove() {
    int i = here - 1;
    while (i >= 0 && closes[i] < closes[here] * (1 - 1e-12)) {
      i--;
    }
    return i;
  }

  private int latestAsBig(double move) {
    int i = here - 1;
    while (i > 0) {
      double then = (closes[i] / closes[i - 1] - 1) * 100;
      if (move > 0 ? then >= move : then <= move) {
        return i;
      }
      i--;
    }
    return -1;
  }

  private double yearToDate() {
    int year = bar.session().getYear();
    int i = here;
    while (i >= 0 && series.bars().get(i).session().getYear() == year) {
      i--;
    }
    return i < 0 ? Double.NaN : (closes[here] / closes[i] - 1) * 100;
  }

  private int streak() {
    int sign = Double.compare(closes[here], closes[here - 1]);
    int i = here;
    while (i > 0 && sign != 0 && Double.compare(closes[i], closes[i - 1]) == sign) {
      i--;
    }
    return here - i;
  }

  private static BigDecimal round(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
  }

  private ClaimBuilder claim(ClaimKind kind, String printed) {
    return Cases.claim(kind, series.listing(), printed).session(words);
  }

  private Made level(String what, BigDecimal price, @Nullable PriceField field) {
    return new Made(
        what,
        claim(ClaimKind.PRICE_LEVEL, price.toPlainString())
            .value(price, BigDecimal.ONE.movePointLeft(price.scale()))
            .currency(currency, null)
            .field(field)
            .build());
  }

  private Made move(
      String what,
      ClaimKind kind,
      BigDecimal move,
      @Nullable PriceField field,
      @Nullable Hedge hedge) {
    return new Made(
        what,
        claim(kind, move.toPlainString())
            .value(move, BigDecimal.ONE.movePointLeft(move.scale()))
            .field(field)
            .hedge(hedge)
            .build());
  }

  private Made extreme(String what, PartialDate since) {
    return new Made(
        what,
        claim(ClaimKind.EXTREME, "highest close since " + since)
            .direction(Direction.HIGH)
            .field(PriceField.CLOSE)
            .since(since)
            .build());
  }

  private Made period(String what, BigDecimal value, Window window) {
    return new Made(
        what,
        claim(ClaimKind.PERIOD_RETURN, value.toPlainString())
            .value(value, BigDecimal.ONE.movePointLeft(value.scale()))
            .window(window)
            .build());
  }
}
