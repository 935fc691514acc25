package io.quotemark.market.verdicts;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.Direction;
import io.quotemark.market.verdicts.Printed.Fit;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a claim says of one price: that it is a level, that it lies so far from a close, or on which
 * side of it.
 *
 * @param printed null where only a direction is said
 * @param upward the direction; of a level of no meaning
 * @param from the close that a move is counted from; null of a level
 * @param percent whether a move is in per cent
 */
record Figure(
    @Nullable Printed printed, boolean upward, @Nullable BigDecimal from, boolean percent) {

  /**
   * @param before the close that moves are counted from, if it is known
   * @return empty where the kind is none of one price, or the close is not known
   */
  static Optional<Figure> of(Question q, Optional<BigDecimal> before) {
    Claim claim = q.claim();
    Printed printed = q.printed().orElse(null);
    boolean up = printed == null ? q.upward() : printed.value().signum() >= 0;
    return switch (claim.kind()) {
      case PRICE_LEVEL, INDEX_LEVEL ->
          printed == null ? Optional.empty() : Optional.of(new Figure(printed, up, null, false));
      case MOVE_PCT, INDEX_MOVE_PCT, PEAK_MOVE_PCT ->
          before.flatMap(close -> move(claim, printed, up, close, true));
      case MOVE_ABS, INDEX_MOVE_PTS ->
          before.flatMap(close -> move(claim, printed, up, close, false));
      default -> Optional.empty();
    };
  }

  private static Optional<Figure> move(
      Claim claim, @Nullable Printed printed, boolean up, BigDecimal close, boolean percent) {
    boolean nothing = printed == null && (claim.direction() == null || claim.limit());
    return nothing || claim.direction() == Direction.FLAT
        ? Optional.empty()
        : Optional.of(new Figure(printed, up, close, percent));
  }

  /** The same without a hedge: "as much as" is what an extreme is anyway. */
  Figure plain() {
    return new Figure(printed == null ? null : printed.withoutHedge(), upward, from, percent);
  }

  /** What a price makes of it: itself, or the move to it. */
  BigDecimal of(BigDecimal price) {
    return from == null ? price : percent ? Percent.move(from, price) : price.subtract(from);
  }

  Fit fit(BigDecimal price) {
    if (printed != null) {
      return printed.fit(of(price));
    }
    return of(price).signum() == (upward ? 1 : -1) ? Fit.EXACT : Fit.NONE;
  }

  Fit within(Hours.Range range) {
    if (printed != null) {
      return printed.fitWithin(of(range.low()), of(range.high()));
    }
    return fit(upward ? range.high() : range.low());
  }

  /** Whether a price lies beyond what is printed, in its direction. */
  boolean isPassedBy(BigDecimal price) {
    if (printed == null) {
      return false;
    }
    int order = of(price).compareTo(printed.value());
    return upward ? order > 0 : order < 0;
  }

  /** {@code 142.10}, {@code 142.10, +4.02 % against the close 136.61}. */
  String said(BigDecimal price) {
    return from == null
        ? Percent.price(price)
        : "%s, %s against the close %s"
            .formatted(
                Percent.price(price),
                percent ? Percent.text(of(price)) : Percent.units(of(price)),
                Percent.price(from));
  }
}
