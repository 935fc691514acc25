package io.quotemark.market;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimBuilder;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.Hedge;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.market.StatementMaker.Made;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statements of the kinds {@link StatementMaker} leaves out: opening prices and gaps, 52 weeks and
 * records, marks crossed, comparisons with the index, shares traded, ranks. Only of sessions with
 * no split in the two years before, so that plain prices compare.
 */
final class RarerStatements {
  private static final int YEARS = 2;

  private final List<Bar> bars;
  private final ListingId listing;
  private final String currency;
  private final int here;
  private final Bar bar;
  private final double before;
  private final SessionWords words;
  private final @Nullable PriceSeries index;
  private final List<Made> made = new ArrayList<>();

  private RarerStatements(
      PriceSeries series,
      String currency,
      int here,
      SessionWords words,
      @Nullable PriceSeries index) {
    this.bars = series.bars();
    this.listing = series.listing();
    this.currency = currency;
    this.here = here;
    this.bar = bars.get(here);
    this.before = bars.get(here - 1).close().doubleValue();
    this.words = words;
    this.index = index;
  }

  /**
   * @param index what the listing is compared with, null where none is at hand
   */
  static List<Made> of(
      PriceSeries series,
      String currency,
      int here,
      SessionWords words,
      @Nullable PriceSeries index) {
    LocalDate day = series.bars().get(here).session();
    boolean split =
        series.splits().stream()
            .anyMatch(s ->
                !s.firstSession().isAfter(day) && s.firstSession().isAfter(day.minusYears(YEARS)));
    if (split) {
      return List.of();
    }
    RarerStatements statements = new RarerStatements(series, currency, here, words, index);
    statements.opening();
    statements.highest();
    statements.marks();
    statements.compared();
    statements.traded();
    return statements.made;
  }

  private void opening() {
    add("true open", level(bar.open(), PriceField.OPEN));
    add("true low", level(bar.low(), PriceField.LOW));
    add("false open", level(bar.high().multiply(new BigDecimal("1.03")), PriceField.OPEN));
    add("false low", level(bar.low().multiply(new BigDecimal("0.96")), PriceField.LOW));
    double gap = (bar.open().doubleValue() / before - 1) * 100;
    add("true gap", move(gap, PriceField.OPEN, null));
    add("false gap", move(gap > 0 ? gap + 9 : gap - 9, PriceField.OPEN, null));
    double fall = (bar.low().doubleValue() / before - 1) * 100;
    if (fall < -0.2) {
      add("true fall as much as", move(fall, null, Hedge.AS_MUCH_AS));
      add("false fall as much as", move(fall - 2, null, Hedge.AS_MUCH_AS));
    }
  }

  private void highest() {
    LocalDate yearAgo = bar.session().minusWeeks(52);
    if (!bars.getFirst().session().isBefore(yearAgo.minusDays(10))) {
      return;
    }
    double high = 0;
    double low = Double.MAX_VALUE;
    for (int i = here - 1; i >= 0 && bars.get(i).session().isAfter(yearAgo.minusDays(5)); i--) {
      high = Math.max(high, bars.get(i).high().doubleValue());
      low = Math.min(low, bars.get(i).low().doubleValue());
    }
    boolean higher = bar.high().doubleValue() > high;
    boolean lower = bar.low().doubleValue() < low;
    if (higher || lower) {
      add("true 52 weeks", extreme(higher, higher ? PriceField.HIGH : PriceField.LOW, "52w"));
    }
    if (bar.high().doubleValue() < high * 0.97) {
      add("false 52 weeks", extreme(true, PriceField.HIGH, "52w"));
      add("false record", extreme(true, PriceField.CLOSE, "record"));
    }
    if (bar.low().doubleValue() > low * 1.03) {
      add("false 52-week low", extreme(false, PriceField.LOW, "52w"));
    }
  }

  private void marks() {
    add("true mark", mark(bar.close(), Direction.UP));
    add("true mark below", mark(bar.close().setScale(0, RoundingMode.UP), Direction.DOWN));
    add("false mark", mark(bar.high().multiply(new BigDecimal("1.02")), Direction.UP));
    add("false mark below", mark(bar.low().multiply(new BigDecimal("0.98")), Direction.DOWN));
  }

  private void compared() {
    double own = (bar.close().doubleValue() / before - 1) * 100;
    double market = index == null ? Double.NaN : move(index.bars(), bar.session());
    if (index == null || Double.isNaN(market) || Math.abs(own - market) < 0.05) {
      return;
    }
    add("true against the index", relative(index.listing(), own > market));
    add("false against the index", relative(index.listing(), own < market));
  }

  /** NaN where the index lacks this session or has another one before it. */
  private double move(List<Bar> of, LocalDate session) {
    for (int i = 1; i < of.size(); i++) {
      if (of.get(i).session().equals(session)
          && of.get(i - 1).session().equals(bars.get(here - 1).session())) {
        return (of.get(i).close().doubleValue() / of.get(i - 1).close().doubleValue() - 1) * 100;
      }
    }
    return Double.NaN;
  }

  private void traded() {
    Long volume = bar.volume();
    if (volume != null && volume > 0) {
      BigDecimal rounded = BigDecimal.valueOf(volume).round(new MathContext(3));
      add(
          "true volume",
          claim(ClaimKind.TURNOVER, "shares")
              .value(rounded, BigDecimal.ONE.movePointLeft(rounded.scale()))
              .build());
    }
  }

  private void add(String what, Claim claim) {
    made.add(new Made(what, claim));
  }

  private ClaimBuilder claim(ClaimKind kind, String printed) {
    return Cases.claim(kind, listing, printed).session(words);
  }

  private Claim level(BigDecimal price, PriceField field) {
    BigDecimal printed = price.setScale(2, RoundingMode.HALF_UP);
    return claim(ClaimKind.PRICE_LEVEL, printed.toPlainString())
        .value(printed, new BigDecimal("0.01"))
        .currency(currency, null)
        .field(field)
        .build();
  }

  private Claim move(double percent, @Nullable PriceField field, @Nullable Hedge hedge) {
    BigDecimal printed = BigDecimal.valueOf(percent).setScale(1, RoundingMode.HALF_UP);
    ClaimKind kind = hedge == null ? ClaimKind.MOVE_PCT : ClaimKind.PEAK_MOVE_PCT;
    return claim(kind, printed.toPlainString())
        .value(printed, new BigDecimal("0.1"))
        .field(field)
        .hedge(hedge)
        .build();
  }

  private Claim extreme(boolean high, PriceField field, String window) {
    return claim(ClaimKind.EXTREME, window)
        .direction(high ? Direction.HIGH : Direction.LOW)
        .field(field)
        .window(Window.parse(window))
        .build();
  }

  private Claim mark(BigDecimal mark, Direction direction) {
    return claim(ClaimKind.THRESHOLD, mark.toPlainString())
        .value(mark, BigDecimal.ONE)
        .currency(currency, null)
        .direction(direction)
        .build();
  }

  private Claim relative(ListingId benchmark, boolean out) {
    return claim(ClaimKind.RELATIVE, benchmark.toString())
        .benchmark(benchmark)
        .direction(out ? Direction.OUT : Direction.UNDER)
        .build();
  }
}
