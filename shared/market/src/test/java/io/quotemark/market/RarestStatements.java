package io.quotemark.market;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimBuilder;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.market.StatementMaker.Made;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;

/** Statements on currencies, parity, indices, ranks and dates whose truth is known by division. */
final class RarestStatements {
  private RarestStatements() {}

  /**
   * "109.61 yen to the dollar" and "150 billion yuan ($20.69 billion)".
   *
   * @param euroInBase what one euro cost in the base currency, by day
   */
  static List<Made> rates(
      LocalDate day,
      String base,
      String quote,
      NavigableMap<LocalDate, BigDecimal> euroInBase,
      NavigableMap<LocalDate, BigDecimal> euroInQuote) {
    double rate =
        euroInQuote.floorEntry(day).getValue().doubleValue()
            / euroInBase.floorEntry(day).getValue().doubleValue();
    List<Made> made = new ArrayList<>();
    made.add(new Made("true rate", rate(day, base, quote, rate)));
    made.add(new Made("true rate turned", rate(day, base, quote, 1 / rate)));
    made.add(new Made("false rate", rate(day, base, quote, rate * 1.08)));
    made.add(new Made("false rate below", rate(day, base, quote, rate * 0.92)));
    BigDecimal first = BigDecimal.valueOf(150_000_000_000L);
    made.add(new Made("true pair", pair(first, base, first.doubleValue() * rate, quote)));
    made.add(new Made("false pair", pair(first, base, first.doubleValue() * rate * 1.2, quote)));
    made.add(
        new Made("false pair scale", pair(first, base, first.doubleValue() * rate / 1000, quote)));
    return made;
  }

  private static Claim rate(LocalDate day, String base, String quote, double rate) {
    BigDecimal printed = BigDecimal.valueOf(rate).round(new MathContext(5));
    return Claim.of(ClaimKind.FX_RATE, Cases.span(printed.toPlainString()))
        .id("r")
        .value(printed, BigDecimal.ONE.movePointLeft(printed.scale()))
        .pair(ListingId.currencyPair(base, quote))
        .session(new SessionWords.OnDate(day))
        .build();
  }

  private static Claim pair(BigDecimal first, String base, double other, String quote) {
    BigDecimal second = BigDecimal.valueOf(other).round(new MathContext(4));
    return Claim.of(ClaimKind.FX_PAIR, Cases.span(second.toPlainString()))
        .id("p")
        .group("g")
        .value(first, BigDecimal.valueOf(1_000_000_000L))
        .currency(base, null)
        .second(second, BigDecimal.ONE.movePointLeft(second.scale()), quote)
        .build();
  }

  /** "equal to HK$139.80 per ordinary share", of a depositary share that stands for eight. */
  static List<Made> parity(Bar depositary, double dollarInHongKong) {
    double implied = depositary.close().doubleValue() / 8 * dollarInHongKong;
    return List.of(
        new Made("true parity", parity(depositary.session(), implied)),
        // well off the close of the session before too, which may be meant as well
        new Made("false parity", parity(depositary.session(), implied * 1.35)),
        new Made("false parity unconverted", parity(depositary.session(), implied / 7.8)));
  }

  private static Claim parity(LocalDate day, double implied) {
    BigDecimal printed = BigDecimal.valueOf(implied).setScale(1, RoundingMode.HALF_UP);
    return Cases.claim(ClaimKind.RATIO_PARITY, Cases.NEW_YORK, printed.toPlainString())
        .value(printed, new BigDecimal("0.1"))
        .currency("HKD", null)
        .session(new SessionWords.OnDate(day))
        .build();
  }

  /** An index's level, points and percentage; its close's place among all before it. */
  static List<Made> index(PriceSeries series, int here) {
    Bar bar = series.bars().get(here);
    double before = series.bars().get(here - 1).close().doubleValue();
    double points = bar.close().doubleValue() - before;
    double percent = points / before * 100;
    List<Made> made = new ArrayList<>();
    made.add(new Made("true index close", level(series, bar, bar.close().doubleValue())));
    made.add(new Made("false index close", level(series, bar, bar.high().doubleValue() * 1.02)));
    made.add(new Made("true points", move(series, bar, ClaimKind.INDEX_MOVE_PTS, points, 2)));
    made.add(new Made("true index move", move(series, bar, ClaimKind.INDEX_MOVE_PCT, percent, 1)));
    if (Math.abs(percent) > 0.5) {
      made.add(new Made("false points", move(series, bar, ClaimKind.INDEX_MOVE_PTS, -points, 2)));
      made.add(
          new Made("false index move", move(series, bar, ClaimKind.INDEX_MOVE_PCT, -percent, 1)));
    }
    long higher =
        series.bars().subList(0, here).stream()
            .filter(b -> b.close().compareTo(bar.close()) > 0)
            .count();
    if (higher > 2) {
      made.add(new Made("true rank", rank(series, bar, higher)));
      made.add(new Made("false rank", rank(series, bar, higher / 2)));
    }
    return made;
  }

  private static ClaimBuilder claim(PriceSeries series, Bar bar, ClaimKind kind, String words) {
    return Cases.claim(kind, series.listing(), words)
        .session(new SessionWords.OnDate(bar.session()));
  }

  private static Claim level(PriceSeries series, Bar bar, double value) {
    BigDecimal printed = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    return claim(series, bar, ClaimKind.INDEX_LEVEL, printed.toPlainString())
        .value(printed, new BigDecimal("0.01"))
        .field(PriceField.CLOSE)
        .build();
  }

  private static Claim move(
      PriceSeries series, Bar bar, ClaimKind kind, double value, int decimals) {
    BigDecimal printed = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    return claim(series, bar, kind, printed.toPlainString())
        .value(printed, BigDecimal.ONE.movePointLeft(decimals))
        .build();
  }

  private static Claim rank(PriceSeries series, Bar bar, long higher) {
    return claim(series, bar, ClaimKind.RANK, "only " + higher + " closes higher")
        .value(BigDecimal.valueOf(higher), BigDecimal.ONE)
        .direction(Direction.UP)
        .build();
  }

  /** "on Tuesday, September 9" of a session, of a wrong weekday and of a day without trading. */
  static List<Made> dates(PriceSeries series, LocalDate session) {
    LocalDate sunday = session.plusDays(7 - session.getDayOfWeek().getValue());
    return List.of(
        new Made("true date", date(series, session, session)),
        new Made("false weekday", date(series, session, session.plusDays(1))),
        new Made("false date", date(series, sunday, sunday)));
  }

  private static Claim date(PriceSeries series, LocalDate date, LocalDate namedAs) {
    String weekday = namedAs.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    return Cases.claim(ClaimKind.SESSION_DATE, series.listing(), weekday + ", " + date)
        .session(new SessionWords.OnDate(date))
        .build();
  }
}
