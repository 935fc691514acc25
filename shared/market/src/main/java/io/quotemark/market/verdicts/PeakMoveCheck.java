package io.quotemark.market.verdicts;

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
 * "Rose as much as 5.2 %": the session's extreme against the previous close. What was printed while
 * the session ran may have been passed later, never have fallen short.
 */
final class PeakMoveCheck implements Check {
  @Override
  public Needed needs(Question question) {
    return Needed.RANGE;
  }

  @Override
  public List<EvidenceNeed> looksAt(Question q) {
    return q.printed().isEmpty() ? Looks.nowhere() : Looks.withSessionBefore(q, needs(q)).all();
  }

  @Override
  public Finding check(Question q) {
    Optional<BigDecimal> reference = q.previousClose();
    if (reference.isEmpty()) {
      return q.noPrevious();
    }
    Printed printed = q.printed().map(Printed::withoutHedge).orElse(null);
    if (printed == null) {
      return Finding.unverifiable(Unverifiable.NO_FIGURE, "no move is printed");
    }
    BigDecimal previous = reference.get();
    boolean up = printed.value().signum() >= 0;
    BigDecimal extreme = up ? q.bar().high() : q.bar().low();
    BigDecimal computed = Percent.move(previous, extreme);
    String what =
        "the day's %s %s is %s against the previous close %s"
            .formatted(
                up ? "high" : "low",
                Percent.price(extreme),
                Percent.text(computed),
                Percent.price(previous));
    Fit fit = printed.fit(computed);
    Finding finding;
    if (fit.holds()) {
      finding =
          Finding.verified(fit == Fit.EXACT ? Strength.EXACT : Strength.ROUNDED, what)
              .flagIf(fit == Fit.DRIFT, Flag.ROUNDING_DRIFT);
    } else if (up
        ? computed.compareTo(printed.value()) > 0
        : computed.compareTo(printed.value()) < 0) {
      finding =
          q.afterClose()
              ? Finding.loose(Strength.UNDERSTATED, what + ", further than printed")
              : Finding.verified(Strength.WITHIN_RANGE, what + " by the end, after publication");
    } else {
      finding = Finding.fails(what + ", short of what is printed");
    }
    return finding
        .computed(computed)
        .on(up ? PriceField.HIGH : PriceField.LOW, q.session())
        .evidence(q.history().series(), q.previous().orElse(q.bar()), q.bar());
  }
}
