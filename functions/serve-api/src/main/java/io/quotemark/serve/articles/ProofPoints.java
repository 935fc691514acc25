package io.quotemark.serve.articles;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.serve.chart.Proof;
import io.quotemark.serve.http.Spoken;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The prices that decided a claim, and the price that its figure amounts to. */
final class ProofPoints {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private final CheckedClaim checked;
  private final LocalDate session;
  private final ToDoubleFunction<LocalDate> factor;

  /**
   * @param session that the claim is of
   * @param factor what a price as traded on a day is multiplied by to be one in shares of that
   *     session
   */
  ProofPoints(CheckedClaim checked, LocalDate session, ToDoubleFunction<LocalDate> factor) {
    this.checked = checked;
    this.session = session;
    this.factor = factor;
  }

  /** The claim's own session first, then what it is compared with. */
  List<Proof.Point> all() {
    List<Proof.Point> out = new ArrayList<>();
    List<Bar> bars = bars();
    for (Bar bar : bars) {
      if (bar.session().equals(session)) {
        out.add(new Proof.Point(session, price(bar).doubleValue(), verb()));
      }
    }
    Proof.Point other = isExtreme() ? rival() : reference(bars);
    if (other != null) {
      out.add(other);
    }
    return out;
  }

  private List<Bar> bars() {
    Verdict.Evidence evidence = checked.verdict().evidence();
    return evidence == null ? List.of() : evidence.bars();
  }

  private @Nullable PriceField field() {
    Verdict.Basis basis = checked.verdict().basis();
    return basis == null ? null : basis.field();
  }

  private BigDecimal price(Bar bar) {
    return switch (field()) {
      case OPEN -> bar.open();
      case HIGH -> bar.high();
      case LOW -> bar.low();
      case CLOSE, LAST, PRE, POST -> bar.close();
      case null -> bar.close();
    };
  }

  private String verb() {
    return switch (field()) {
      case OPEN -> "opened";
      case HIGH -> "high";
      case LOW -> "low";
      case CLOSE, LAST, PRE, POST -> "closed";
      case null -> "closed";
    };
  }

  private boolean isExtreme() {
    return checked.claim().kind() == ClaimKind.EXTREME;
  }

  /** The earlier price that a “highest since” met, on the basis that gave the verdict. */
  private Proof.@Nullable Point rival() {
    Verdict.Outcome outcome = checked.verdict().outcome();
    Verdict.Alternative found = null;
    for (Verdict.Alternative one : checked.verdict().alternatives()) {
      boolean usable = one.date() != null && one.value() != null && !session.equals(one.date());
      if (usable && (found == null || (found.outcome() != outcome && one.outcome() == outcome))) {
        found = one;
      }
    }
    return found == null || found.date() == null || found.value() == null
        ? null
        : new Proof.Point(
            found.date(), found.value().doubleValue(), DAY.format(found.date()) + ":");
  }

  /** The earlier close that a move starts from. */
  private Proof.@Nullable Point reference(List<Bar> bars) {
    Bar start = start(bars);
    return start == null
        ? null
        : new Proof.Point(
            start.session(),
            inShares(start.session(), start.close()),
            DAY.format(start.session()) + ":");
  }

  private double inShares(LocalDate day, BigDecimal price) {
    return price.doubleValue() * factor.applyAsDouble(day);
  }

  private @Nullable BigDecimal startClose() {
    Bar start = start(bars());
    return start == null ? null : BigDecimal.valueOf(inShares(start.session(), start.close()));
  }

  private @Nullable Bar start(List<Bar> bars) {
    boolean compares =
        switch (checked.claim().kind()) {
          case MOVE_PCT, MOVE_ABS, PEAK_MOVE_PCT, PERIOD_RETURN, INDEX_MOVE_PCT, INDEX_MOVE_PTS ->
              true;
          default -> false;
        };
    Bar start = null;
    for (Bar bar : bars) {
      if (bar.session().isBefore(session)) {
        start = checked.claim().kind() == ClaimKind.PERIOD_RETURN && start != null ? start : bar;
      }
    }
    return compares ? start : null;
  }

  /** All prices that round to what is printed; null where the claim amounts to no price. */
  Proof.@Nullable Band band(Function<BigDecimal, String> money) {
    Claim claim = checked.claim();
    BigDecimal value = claim.value();
    if (isExtreme()) {
      return atThatMoment(money);
    }
    if (value == null) {
      return null;
    }
    BigDecimal step = claim.step();
    BigDecimal half = step == null ? BigDecimal.ZERO : step.divide(TWO, MathContext.DECIMAL64);
    BigDecimal low = level(value.subtract(half));
    BigDecimal high = level(value.add(half));
    if (low == null || high == null) {
      return null;
    }
    return new Proof.Band(
        Math.min(low.doubleValue(), high.doubleValue()),
        Math.max(low.doubleValue(), high.doubleValue()),
        "claimed " + said(claim, value));
  }

  /** The price that a “highest since” was of, where it was not the session's close. */
  private Proof.@Nullable Band atThatMoment(Function<BigDecimal, String> money) {
    Verdict.Evidence evidence = checked.verdict().evidence();
    BigDecimal level = evidence == null ? null : evidence.computed();
    return level == null || field() != PriceField.LAST
        ? null
        : new Proof.Band(
            level.doubleValue(), level.doubleValue(), "stood at " + money.apply(level));
  }

  private String said(Claim claim, BigDecimal value) {
    Verdict.Evidence evidence = checked.verdict().evidence();
    String figure = Spoken.sentences().figure(claim, evidence == null ? null : evidence.currency());
    String sign =
        switch (claim.kind()) {
          case PRICE_LEVEL, INDEX_LEVEL, THRESHOLD -> "";
          default -> value.signum() < 0 ? "−" : "+";
        };
    return sign + (figure == null ? value.toPlainString() : figure);
  }

  private @Nullable BigDecimal level(BigDecimal figure) {
    BigDecimal start = startClose();
    return switch (checked.claim().kind()) {
      case PRICE_LEVEL, INDEX_LEVEL, THRESHOLD -> figure;
      case MOVE_PCT, PEAK_MOVE_PCT, PERIOD_RETURN, INDEX_MOVE_PCT ->
          start == null
              ? null
              : start.multiply(HUNDRED.add(figure)).divide(HUNDRED, MathContext.DECIMAL64);
      case MOVE_ABS, INDEX_MOVE_PTS -> start == null ? null : start.add(figure);
      default -> null;
    };
  }
}
