package io.quotemark.market.verdicts;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.market.calendar.TradingCalendar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One source's bars of one listing, looked up by session. Prices are as traded unless said. */
public final class History {
  private final PriceSeries series;
  private final TradingCalendar calendar;
  private final List<Bar> bars;
  private final LocalDate reaches;

  /**
   * @param reaches the last session that the source has a bar of, seen or not
   */
  History(PriceSeries series, TradingCalendar calendar, LocalDate reaches) {
    this.series = series;
    this.calendar = calendar;
    this.bars = series.bars();
    this.reaches = reaches;
  }

  History(PriceSeries series, TradingCalendar calendar) {
    this(series, calendar, series.bars().getLast().session());
  }

  /** Of a listing that nothing is in store of. */
  static History none(ListingId listing, TradingCalendar calendar) {
    PriceSeries nothing =
        new PriceSeries(
            listing,
            "",
            PriceSeries.Basis.AS_TRADED,
            Instant.EPOCH,
            List.of(),
            List.of(),
            List.of(),
            false);
    return new History(nothing, calendar, LocalDate.MIN);
  }

  public PriceSeries series() {
    return series;
  }

  boolean isEmpty() {
    return bars.isEmpty();
  }

  public int size() {
    return bars.size();
  }

  public Bar at(int index) {
    return bars.get(index);
  }

  LocalDate first() {
    return bars.getFirst().session();
  }

  /** Whether the source has bars of a session or later ones: then it will not bring more of it. */
  boolean reaches(LocalDate session) {
    return !session.isAfter(reaches);
  }

  LocalDate last() {
    return bars.getLast().session();
  }

  /** Position of a session, or {@code -(insertion point) - 1} where it has no bar. */
  public int index(LocalDate session) {
    int low = 0;
    int high = bars.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = bars.get(middle).session().compareTo(session);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -(low + 1);
  }

  public Optional<Bar> bar(LocalDate session) {
    int index = index(session);
    return index < 0 ? Optional.empty() : Optional.of(bars.get(index));
  }

  /** The last bar before a day, whatever lies between. */
  Optional<Bar> before(LocalDate day) {
    int index = index(day);
    int previous = (index < 0 ? -index - 1 : index) - 1;
    return previous < 0 ? Optional.empty() : Optional.of(bars.get(previous));
  }

  Optional<Bar> onOrBefore(LocalDate day) {
    Optional<Bar> on = bar(day);
    return on.isPresent() ? on : before(day);
  }

  /**
   * The first session the calendar knows from {@code from} to {@code to}, both inclusive, that has
   * no bar. Where the calendar does not reach, a session is what the bars say.
   */
  Optional<LocalDate> gap(LocalDate from, LocalDate to) {
    int index = index(from);
    int next = index < 0 ? -index - 1 : index;
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      boolean has = next < bars.size() && bars.get(next).session().equals(day);
      if (has) {
        next++;
      } else if (calendar.covers(day) && calendar.isSession(day)) {
        return Optional.of(day);
      }
    }
    return Optional.empty();
  }

  /** What a price of session {@code of} is in the shares of {@code asOf}, a later day. */
  public BigDecimal inSharesOf(BigDecimal price, LocalDate of, LocalDate asOf) {
    BigDecimal result = price;
    for (PriceSeries.Split split : series.splits()) {
      if (split.firstSession().isAfter(of) && !split.firstSession().isAfter(asOf)) {
        result = result.divide(split.ratio(), MathContext.DECIMAL64);
      }
    }
    return result;
  }

  public boolean hasSplitBetween(LocalDate of, LocalDate asOf) {
    return series.splits().stream()
        .anyMatch(s -> s.firstSession().isAfter(of) && !s.firstSession().isAfter(asOf));
  }
}
