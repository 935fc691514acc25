package io.quotemark.market.verdicts;

import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.EvidenceNeed;
import io.quotemark.domain.verdict.Verdict.Flag;
import io.quotemark.domain.verdict.Verdict.Strength;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import io.quotemark.market.verdicts.Printed.Fit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A move in per cent, money or points against the previous session's close. Tried in order: the
 * field the words name, the close, the price printed beside it, one tick of slack in the previous
 * close, any price of the day.
 */
final class MoveCheck implements Check {
  /**
   * Daily price limits of mainland China and Taiwan, in per cent, and how near to one a close at it
   * is.
   */
  private static final List<BigDecimal> LIMITS =
      List.of(new BigDecimal("5"), BigDecimal.TEN, new BigDecimal("20"), new BigDecimal("30"));

  private static final BigDecimal AT_LIMIT = new BigDecimal("0.35");

  /** How far apart venues may close, in per cent of the price (rule 6). */
  private static final BigDecimal VENUES = new BigDecimal("0.5");

  private final boolean percent;

  private MoveCheck(boolean percent) {
    this.percent = percent;
  }

  static MoveCheck inPercent() {
    return new MoveCheck(true);
  }

  static MoveCheck inUnits() {
    return new MoveCheck(false);
  }

  private BigDecimal move(BigDecimal from, BigDecimal to) {
    return percent ? Percent.move(from, to) : to.subtract(from);
  }

  @Override
  public Needed needs(Question question) {
    return Needed.of(question, question.wordedAsClose() && !question.claim().limit());
  }

  @Override
  public List<EvidenceNeed> looksAt(Question q) {
    boolean otherCurrency = !percent && q.otherCurrency().isPresent();
    return otherCurrency ? Looks.nowhere() : Looks.withSessionBefore(q, needs(q)).all();
  }

  @Override
  public Finding check(Question q) {
    PriceField field = q.claim().field();
    if (field == PriceField.PRE || field == PriceField.POST) {
      return Finding.unverifiable(
          Unverifiable.SESSION_NOT_COVERED, "daily bars do not cover trading outside the session");
    }
    Optional<BigDecimal> reference = q.previousClose();
    if (reference.isEmpty()) {
      return q.noPrevious();
    }
    Optional<String> own = q.otherCurrency();
    if (!percent && own.isPresent()) {
      return Finding.unverifiable(
          Unverifiable.CURRENCY_MISMATCH,
          "%s trades in %s, the move is printed in %s"
              .formatted(q.listing(), own.get(), q.claim().currency()));
    }
    BigDecimal previous = reference.get();
    Finding finding =
        q.claim().limit()
            ? atLimit(q, previous)
            : q.printed()
                .map(printed -> printed(q, printed, previous))
                .orElseGet(() -> directionOnly(q, previous));
    List<Bar> bars = q.previous().map(before -> List.of(before, q.bar())).orElse(List.of(q.bar()));
    return finding.evidence(q.history().series(), bars);
  }

  private Finding printed(Question q, Printed printed, BigDecimal previous) {
    Bar bar = q.bar();
    PriceField field = q.claim().field() == null ? PriceField.CLOSE : q.claim().field();
    BigDecimal price =
        switch (field) {
          case OPEN -> bar.open();
          case HIGH -> bar.high();
          case LOW -> bar.low();
          case CLOSE, LAST, PRE, POST -> bar.close();
        };
    String name =
        field == PriceField.OPEN
            ? "open"
            : field == PriceField.HIGH ? "high" : field == PriceField.LOW ? "low" : "close";
    BigDecimal computed = move(previous, price);
    String what = said(name, price, previous);
    Fit fit = printed.fit(computed);
    if (fit.holds()) {
      return agreed(fit, what).computed(computed).on(field, q.session());
    }
    Optional<BigDecimal> level = q.wordedAsClose() ? Optional.empty() : q.levelInRange();
    if (level.isPresent()) {
      BigDecimal toLevel = move(previous, level.get());
      Fit atLevel = printed.fit(toLevel);
      if (atLevel.holds() || withSlack(q, printed, previous, level.get())) {
        return Finding.loose(
                Strength.WITHIN_RANGE,
                "it rests on " + said("the intraday price", level.get(), previous) + "; " + what)
            .flagIf(atLevel != Fit.EXACT && atLevel != Fit.ROUNDED, Flag.ROUNDING_DRIFT)
            .flagIf(q.afterClose(), Flag.STALE_AT_PUBLISH)
            .computed(toLevel)
            .on(PriceField.LAST, q.session());
      }
    }
    if (withSlack(q, printed, previous, price)) {
      return Finding.verified(Strength.ROUNDED, what + ", within one tick of the previous close")
          .flag(Flag.ROUNDING_DRIFT)
          .computed(computed)
          .on(field, q.session());
    }
    BigDecimal lowest = move(previous, bar.low());
    BigDecimal highest = move(previous, bar.high());
    boolean ofClose =
        q.wordedAsClose() || (q.leadsToClose() && farFrom(computed, printed, previous));
    if (!ofClose && printed.fitWithin(lowest, highest).holds()) {
      return Finding.loose(
              Strength.WITHIN_RANGE,
              "some moment of the day's range %s shows it, but %s"
                  .formatted(LevelCheck.range(bar), what))
          .flagIf(q.afterClose(), Flag.STALE_AT_PUBLISH)
          .computed(computed)
          .on(PriceField.LAST, q.session());
    }
    boolean moment = printed.fitWithin(lowest, highest).holds() || !bar.hasRange();
    if (!percent && moment && Venue.mayDiffer(q, previous.add(printed.value()), price)) {
      return Finding.loose(
              Strength.WITHIN_RANGE, what + "; the close of one venue may differ so much")
          .flag(Flag.CLOSE_VENUE)
          .computed(computed)
          .on(field, q.session());
    }
    return Finding.fails(
            "%s; the day's range allows %s to %s".formatted(what, figure(lowest), figure(highest)))
        .computed(computed)
        .on(field, q.session());
  }

  /** Further than another venue's close before would explain, half a per cent of the price. */
  private boolean farFrom(BigDecimal computed, Printed printed, BigDecimal previous) {
    BigDecimal apart = computed.subtract(printed.value()).abs();
    return apart.compareTo(percent ? VENUES : previous.movePointLeft(2).multiply(VENUES)) > 0;
  }

  private boolean withSlack(Question q, Printed printed, BigDecimal previous, BigDecimal price) {
    Optional<BigDecimal> tick = q.market().ticks().tick(q.listing(), previous, q.session());
    if (tick.isEmpty() || !percent || printed.hedge() != null) {
      return false;
    }
    BigDecimal one = move(previous.add(tick.get()), price);
    BigDecimal other = move(previous.subtract(tick.get()).max(tick.get()), price);
    BigDecimal half = printed.step().divide(BigDecimal.TWO);
    BigDecimal value = printed.value();
    return one.min(other).compareTo(value.add(half)) <= 0
        && one.max(other).compareTo(value.subtract(half)) >= 0
        && value.signum() == move(previous, price).signum();
  }

  private static Finding agreed(Fit fit, String what) {
    return switch (fit) {
      case EXACT -> Finding.verified(Strength.EXACT, what);
      case ROUNDED -> Finding.verified(Strength.ROUNDED, what);
      case DRIFT ->
          Finding.verified(Strength.ROUNDED, what + ", rounded twice or cut off")
              .flag(Flag.ROUNDING_DRIFT);
      case BEYOND, NONE ->
          Finding.loose(Strength.UNDERSTATED, what + ", further than the words say");
    };
  }

  private Finding directionOnly(Question q, BigDecimal previous) {
    Bar bar = q.bar();
    BigDecimal computed = move(previous, bar.close());
    String what = said("close", bar.close(), previous);
    int wanted = sign(q.claim().direction());
    Finding finding;
    if (computed.signum() == wanted) {
      finding = Finding.verified(Strength.EXACT, what);
    } else if (!q.wordedAsClose()
        && (wanted > 0 ? bar.high().compareTo(previous) > 0 : bar.low().compareTo(previous) < 0)) {
      finding =
          Finding.loose(Strength.WITHIN_RANGE, "true during the session only; " + what)
              .flagIf(q.afterClose(), Flag.STALE_AT_PUBLISH);
    } else {
      finding = Finding.fails(what);
    }
    return finding.computed(computed).on(PriceField.CLOSE, q.session());
  }

  private Finding atLimit(Question q, BigDecimal previous) {
    boolean up = q.upward();
    BigDecimal close = Percent.move(previous, q.bar().close());
    BigDecimal extreme = Percent.move(previous, up ? q.bar().high() : q.bar().low());
    String what = said("close", q.bar().close(), previous);
    Finding finding =
        isLimit(close, up)
            ? Finding.verified(Strength.ROUNDED, what)
            : isLimit(extreme, up)
                ? Finding.loose(Strength.WITHIN_RANGE, "at the limit during the session; " + what)
                    .flagIf(q.afterClose(), Flag.STALE_AT_PUBLISH)
                : Finding.fails(what + ", no daily price limit");
    return finding.computed(close).on(PriceField.CLOSE, q.session());
  }

  private static boolean isLimit(BigDecimal percent, boolean up) {
    return percent.signum() == (up ? 1 : -1)
        && LIMITS.stream()
            .anyMatch(limit -> percent.abs().subtract(limit).abs().compareTo(AT_LIMIT) <= 0);
  }

  private static int sign(@org.jspecify.annotations.Nullable Direction direction) {
    if (direction == null) {
      return 0;
    }
    return switch (direction) {
      case UP, HIGH, ABOVE, OUT -> 1;
      case DOWN, LOW, BELOW, UNDER -> -1;
      case FLAT -> 0;
    };
  }

  private String said(String name, BigDecimal price, BigDecimal previous) {
    return "%s %s is %s against the previous close %s"
        .formatted(
            name, Percent.price(price), figure(move(previous, price)), Percent.price(previous));
  }

  private String figure(BigDecimal moved) {
    return percent ? Percent.text(moved) : Percent.units(moved);
  }
}
