package io.quotemark.market.verdicts;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.verdict.Verdict.Flag;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one statement says of itself (rule 4): level, move in per cent and move in money or points
 * must fit each other, and the previous close that the article states, within their printed digits.
 */
final class InternalChecks {
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private InternalChecks() {}

  /**
   * @param culprit the claim a single slip would explain, or the one that is set against the others
   * @param involved all that cannot be right together
   */
  record Slip(
      Claim culprit,
      List<Claim> involved,
      String reason,
      @Nullable String repair,
      Set<Flag> flags) {}

  static Optional<Slip> of(List<Claim> group) {
    Claim level = only(group, ClaimKind.PRICE_LEVEL, ClaimKind.INDEX_LEVEL);
    Claim percent = only(group, ClaimKind.MOVE_PCT, ClaimKind.INDEX_MOVE_PCT);
    Claim units = only(group, ClaimKind.MOVE_ABS, ClaimKind.INDEX_MOVE_PTS);
    if (level == null || percent == null || !sameMoment(level, percent)) {
      return Optional.empty();
    }
    if (units != null && sameMoment(level, units) && sameCurrency(level, units)) {
      Optional<Slip> slip = three(level, percent, units);
      if (slip.isPresent()) {
        return slip;
      }
    }
    return againstStated(level, percent);
  }

  private static Optional<Slip> three(Claim level, Claim percent, Claim units) {
    Range levels = Range.of(level);
    Range moves = Range.of(units);
    if (fits(percent, levels, moves)) {
      return Optional.empty();
    }
    List<Claim> involved = List.of(level, percent, units);
    String reason =
        "%s and %s cannot both lead to %s"
            .formatted(percent.at().text(), units.at().text(), level.at().text());
    for (BigDecimal factor : List.of(new BigDecimal("0.01"), HUNDRED)) {
      if (fits(percent, levels, moves.times(factor))) {
        return Optional.of(
            new Slip(
                units,
                involved,
                reason,
                "a move of "
                    + Percent.price(moves.middle().multiply(factor))
                    + ", hundredths taken for the whole unit",
                EnumSet.of(Flag.INTERNAL_INCONSISTENT, Flag.UNIT_SLIP)));
      }
    }
    boolean swapped = new Printed(moves.middle(), moves.width(), null).fit(value(percent)).holds();
    BigDecimal implied = implied(levels.middle(), moves.middle());
    String repair =
        swapped
            ? "points or money taken for per cent: " + Percent.text(implied)
            : "the level and the move of "
                + Percent.price(moves.middle())
                + " make "
                + Percent.text(implied);
    return Optional.of(
        new Slip(percent, involved, reason, repair, EnumSet.of(Flag.INTERNAL_INCONSISTENT)));
  }

  private static Optional<Slip> againstStated(Claim level, Claim percent) {
    BigDecimal stated = percent.stated();
    if (stated == null || stated.signum() <= 0) {
      return Optional.empty();
    }
    Range levels = Range.of(level);
    BigDecimal low = Percent.move(stated, levels.low());
    BigDecimal high = Percent.move(stated, levels.high());
    if (printed(percent).fitWithin(low, high).holds()) {
      return Optional.empty();
    }
    return Optional.of(
        new Slip(
            percent,
            List.of(level, percent),
            "%s does not follow from %s and the previous close %s that the article states"
                .formatted(percent.at().text(), level.at().text(), Percent.price(stated)),
            Percent.text(Percent.move(stated, levels.middle())),
            EnumSet.of(Flag.INTERNAL_INCONSISTENT)));
  }

  /** Whether the printed per cent can follow from a move that led to a level. */
  private static boolean fits(Claim percent, Range levels, Range moves) {
    List<BigDecimal> corners =
        Stream.of(levels.low(), levels.high())
            .flatMap(level -> Stream.of(implied(level, moves.low()), implied(level, moves.high())))
            .sorted()
            .toList();
    return printed(percent).fitWithin(corners.getFirst(), corners.getLast()).holds();
  }

  private static BigDecimal implied(BigDecimal level, BigDecimal move) {
    BigDecimal previous = level.subtract(move);
    return previous.signum() <= 0
        ? HUNDRED
        : move.multiply(HUNDRED).divide(previous, MathContext.DECIMAL64);
  }

  /** A printed figure as the closed interval of its digits. */
  private record Range(BigDecimal low, BigDecimal middle, BigDecimal high) {
    static Range of(Claim claim) {
      BigDecimal half = claim.step() == null ? BigDecimal.ZERO : claim.step().multiply(HALF);
      BigDecimal value = value(claim);
      return new Range(value.subtract(half), value, value.add(half));
    }

    Range times(BigDecimal factor) {
      return new Range(low.multiply(factor), middle.multiply(factor), high.multiply(factor));
    }

    BigDecimal width() {
      BigDecimal width = high.subtract(low);
      return width.signum() == 0 ? BigDecimal.ONE : width;
    }
  }

  private static Printed printed(Claim claim) {
    BigDecimal step = claim.step();
    return new Printed(value(claim), step == null ? BigDecimal.ONE : step, null);
  }

  private static BigDecimal value(Claim claim) {
    BigDecimal value = claim.value();
    return value == null ? BigDecimal.ZERO : value;
  }

  /** The group's one claim of these kinds with a plain figure; null where there are several. */
  private static @Nullable Claim only(List<Claim> group, ClaimKind stock, ClaimKind index) {
    Claim found = null;
    for (Claim claim : group) {
      boolean plain = claim.value() != null && claim.hedge() == null;
      if (plain && (claim.kind() == stock || claim.kind() == index)) {
        if (found != null) {
          return null;
        }
        found = claim;
      }
    }
    return found;
  }

  private static boolean sameMoment(Claim one, Claim other) {
    boolean sameField =
        one.field() == null || other.field() == null || one.field() == other.field();
    boolean sameListing =
        one.listing() == null
            || other.listing() == null
            || one.listing().id().equals(other.listing().id());
    return sameField && sameListing && one.session().equals(other.session());
  }

  private static boolean sameCurrency(Claim one, Claim other) {
    return one.currency() == null
        || other.currency() == null
        || one.currency().equals(other.currency());
  }
}
