package io.quotemark.market.verdicts;

import io.quotemark.domain.price.Bar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where two sources' bars of a session, or of the one before, differ by more than a tick (rule 9).
 */
final class SourceConflict {
  private SourceConflict() {}

  static Optional<String> between(Question q, History other) {
    LocalDate before = q.calendar().previous(q.session());
    for (LocalDate day : List.of(q.session(), before)) {
      Bar ours = q.history().bar(day).orElse(null);
      Bar theirs = other.bar(day).orElse(null);
      if (ours != null && theirs != null) {
        BigDecimal tick =
            q.market().ticks().tick(q.listing(), ours.close(), day).orElse(new BigDecimal("0.01"));
        boolean apart =
            apart(ours.close(), theirs.close(), tick)
                || (ours.hasRange()
                    && theirs.hasRange()
                    && (apart(ours.high(), theirs.high(), tick)
                        || apart(ours.low(), theirs.low(), tick)));
        if (apart) {
          return Optional.of(
              "%s and %s differ on %s: close %s against %s, range %s against %s"
                  .formatted(
                      q.history().series().source(),
                      other.series().source(),
                      day,
                      Percent.price(ours.close()),
                      Percent.price(theirs.close()),
                      LevelCheck.range(ours),
                      LevelCheck.range(theirs)));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean apart(BigDecimal one, BigDecimal other, BigDecimal tick) {
    return one.subtract(other).abs().compareTo(tick) > 0;
  }
}
