package io.quotemark.market.verdicts;

import io.quotemark.domain.claim.Window;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.EvidenceNeed;
import io.quotemark.domain.verdict.Verdict.Strength;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * "Only seven closes higher": how many earlier closes of the stretch, or of all history, lie beyond
 * this one. Compared are the session's close and, where the statement prints a price that the
 * session showed, that price; closes that equal it may be counted or not.
 */
final class RankCheck implements Check {
  /** Closes beyond a price, and those that equal it. */
  private record Count(int beyond, int equal) {
    boolean fits(int wanted) {
      return wanted >= beyond && wanted <= beyond + equal;
    }
  }

  @Override
  public Needed needs(Question question) {
    return Needed.CLOSES;
  }

  @Override
  public List<EvidenceNeed> looksAt(Question q) {
    return q.claim().value() == null
        ? Looks.nowhere()
        : Looks.since(q, Stretch.of(q).map(Stretch::start).orElse(LocalDate.MIN), needs(q)).all();
  }

  @Override
  public Finding check(Question q) {
    BigDecimal value = q.claim().value();
    if (value == null) {
      return Finding.unverifiable(Unverifiable.NO_FIGURE, "no count is printed");
    }
    Stretch stretch = Stretch.of(q).orElse(Stretch.record("on record"));
    BigDecimal close = q.bar().close();
    Finding byClose = against(q, stretch, close, value.intValue());
    Optional<BigDecimal> level = shown(q).filter(price -> price.compareTo(close) != 0);
    Finding byLevel =
        level.map(price -> against(q, stretch, price, value.intValue())).orElse(byClose);
    boolean intraday = byLevel.holds() && !byClose.holds();
    Finding finding =
        intraday
            ? byLevel.loosened("it holds for the price printed beside it, not for the close")
            : byClose;
    return finding
        .on(intraday ? PriceField.LAST : PriceField.CLOSE, q.session())
        .evidence(q.history().series(), q.bar());
  }

  /** The price printed in the same statement, where the session showed it. */
  private static Optional<BigDecimal> shown(Question q) {
    return q.wordedAsClose() ? Optional.empty() : q.levelInRange();
  }

  private static Finding against(Question q, Stretch stretch, BigDecimal price, int wanted) {
    Count count = count(q, from(q, stretch), price);
    String what =
        "%d closes %s were %s than %s"
            .formatted(
                count.beyond(),
                stretch.wholeHistory() ? "since " + q.history().first() : stretch.text(),
                q.upward() ? "higher" : "lower",
                Percent.price(price));
    Finding finding;
    if (count.beyond() > wanted) {
      finding = Finding.fails(what);
    } else {
      Depth depth = Depth.of(q, stretch, null);
      finding =
          switch (depth.outcome()) {
            case VERIFIED, VERIFIED_LOOSE ->
                count.fits(wanted) ? Finding.verified(Strength.EXACT, what) : Finding.fails(what);
            default -> depth.finding(what);
          };
    }
    return finding.computed(BigDecimal.valueOf(count.beyond()));
  }

  /**
   * The first day whose close counts: of "this year" the stretch starts with the close before it.
   */
  private static LocalDate from(Question q, Stretch stretch) {
    boolean calendar =
        q.claim().compared().window() instanceof Window.ToDate
            || q.claim().compared().window() instanceof Window.CalendarYear;
    return calendar ? stretch.start().plusDays(1) : stretch.start();
  }

  private static Count count(Question q, LocalDate from, BigDecimal price) {
    History history = q.history();
    int beyond = 0;
    int equal = 0;
    for (int i = 0; i < history.index(q.session()); i++) {
      Bar bar = history.at(i);
      if (!bar.session().isBefore(from)) {
        int order = history.inSharesOf(bar.close(), bar.session(), q.session()).compareTo(price);
        equal += order == 0 ? 1 : 0;
        beyond += (q.upward() ? order > 0 : order < 0) ? 1 : 0;
      }
    }
    return new Count(beyond, equal);
  }
}
