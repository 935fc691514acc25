package io.quotemark.market.verdicts;

import io.quotemark.domain.Bar;
import io.quotemark.domain.PriceField;
import io.quotemark.domain.Verdict.Strength;
import io.quotemark.domain.Verdict.Unverifiable;
import java.math.BigDecimal;

/** "Only seven closes higher": how many earlier closes lie beyond this one. */
final class RankCheck implements Check {
  @Override
  public Needed needs(Question question) {
    return Needed.CLOSES;
  }

  @Override
  public Finding check(Question q) {
    BigDecimal value = q.claim().value();
    if (value == null) {
      return Finding.unverifiable(Unverifiable.DATE_AMBIGUOUS, "no count is printed");
    }
    History history = q.history();
    boolean up = q.upward();
    int count = 0;
    for (int i = 0; i < history.index(q.session()); i++) {
      Bar bar = history.at(i);
      int order =
          history.inSharesOf(bar.close(), bar.session(), q.session()).compareTo(q.bar().close());
      if (up ? order > 0 : order < 0) {
        count++;
      }
    }
    String what =
        "%d closes since %s were %s than %s"
            .formatted(
                count, history.first(), up ? "higher" : "lower", Percent.price(q.bar().close()));
    int wanted = value.intValue();
    Stretch record = Stretch.record("on record");
    Finding finding;
    if (count > wanted) {
      finding = Finding.fails(what);
    } else {
      Depth depth = Depth.of(q, record, null);
      finding =
          switch (depth.outcome()) {
            case VERIFIED ->
                count == wanted ? Finding.verified(Strength.EXACT, what) : Finding.fails(what);
            default -> depth.finding(what);
          };
    }
    return finding
        .computed(BigDecimal.valueOf(count))
        .on(PriceField.CLOSE, q.session())
        .evidence(history.series(), q.bar());
  }
}
