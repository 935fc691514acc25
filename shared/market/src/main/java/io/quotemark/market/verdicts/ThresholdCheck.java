package io.quotemark.market.verdicts;

import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.EvidenceNeed;
import io.quotemark.domain.verdict.Verdict.Flag;
import io.quotemark.domain.verdict.Verdict.Outcome;
import io.quotemark.domain.verdict.Verdict.Strength;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * "Above NT$1,000 for the first time": the session stood beyond the mark, on the close or during
 * the day, and where a time is named no session within it had before.
 */
final class ThresholdCheck implements Check {
  @Override
  public Needed needs(Question question) {
    return Stretch.of(question).isPresent() ? Needed.RANGES : Needed.RANGE_TO_CONTRADICT;
  }

  @Override
  public List<EvidenceNeed> looksAt(Question q) {
    return q.claim().value() == null
        ? Looks.nowhere()
        : Looks.since(q, Stretch.of(q).map(Stretch::start).orElse(q.session()), needs(q)).all();
  }

  @Override
  public Finding check(Question q) {
    BigDecimal mark = q.claim().value();
    if (mark == null) {
      return Finding.unverifiable(Unverifiable.NO_FIGURE, "no mark is printed");
    }
    boolean up = q.upward();
    Bar bar = q.bar();
    BigDecimal extreme = up ? bar.high() : bar.low();
    boolean closed = beyond(bar.close(), mark, up);
    boolean touched = beyond(extreme, mark, up);
    List<Bar> bars = new ArrayList<>(List.of(bar));
    String what =
        "the close was %s, the day's %s %s"
            .formatted(Percent.price(bar.close()), up ? "high" : "low", Percent.price(extreme));
    Finding finding;
    if (closed || (touched && q.claim().field() != PriceField.CLOSE)) {
      Finding crossed = first(q, mark, up, closed, what, bars);
      finding =
          closed || !crossed.holds() || q.claim().field() == PriceField.HIGH
              ? crossed
              : Finding.loose(Strength.WITHIN_RANGE, "during the session only; " + what)
                  .flagIf(q.afterClose(), Flag.STALE_AT_PUBLISH);
    } else {
      finding = Finding.fails("it did not get there: " + what);
    }
    return finding
        .computed(closed ? bar.close() : extreme)
        .on(closed ? PriceField.CLOSE : PriceField.LAST, q.session())
        .evidence(q.history().series(), bars);
  }

  private static Finding first(
      Question q, BigDecimal mark, boolean up, boolean closed, String what, List<Bar> bars) {
    Optional<Stretch> stretch = Stretch.of(q);
    if (stretch.isEmpty()) {
      return Finding.verified(Strength.EXACT, what);
    }
    Function<Bar, BigDecimal> extreme = up ? Bar::high : Bar::low;
    List<Function<Bar, BigDecimal>> bases =
        closed ? List.of(Bar::close, extreme) : List.of(extreme);
    Depth best = null;
    for (Function<Bar, BigDecimal> basis : bases) {
      Bar found =
          new Lookback(q.history(), up, basis)
              .latest(mark, q.session(), q.history().index(q.session()))
              .orElse(null);
      Depth depth = Depth.of(q, stretch.get(), found == null ? null : found.session());
      if (found != null && depth.outcome() == Outcome.CONTRADICTED) {
        bars.add(found);
        what = what + "; " + Percent.price(basis.apply(found)) + " on " + found.session();
      }
      if (best == null || depth.rank() > best.rank()) {
        best = depth;
      }
    }
    return best == null ? Finding.fails(what) : best.finding(what);
  }

  private static boolean beyond(BigDecimal price, BigDecimal mark, boolean up) {
    return up ? price.compareTo(mark) >= 0 : price.compareTo(mark) <= 0;
  }
}
