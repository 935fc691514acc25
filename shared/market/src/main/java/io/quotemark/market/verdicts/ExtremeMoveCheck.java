package io.quotemark.market.verdicts;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.EvidenceNeed;
import io.quotemark.domain.verdict.Verdict.Alternative;
import io.quotemark.domain.verdict.Verdict.Flag;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * "Biggest one-day gain since March 2009": the latest earlier session that moved as far, close to
 * close and, where the words leave it open, from the previous close to the day's extreme. Of weeks
 * and longer, see {@link PeriodExtreme}.
 */
final class ExtremeMoveCheck implements Check {
  private record Basis(String name, Function<Bar, BigDecimal> price) {}

  @Override
  public Needed needs(Question question) {
    return Needed.CLOSES;
  }

  @Override
  public List<EvidenceNeed> looksAt(Question q) {
    return Stretch.of(q)
        .map(stretch -> Looks.since(q, before(q, stretch.start()), needs(q)).all())
        .orElse(Looks.nowhere());
  }

  /** The first session's own move counts from the one before, that of a week from the week. */
  private static LocalDate before(Question q, LocalDate start) {
    if (start.equals(LocalDate.MIN)) {
      return start;
    }
    Window over = q.claim().compared().over();
    return q.calendar().previous(over == null ? start : Periods.before(start, over));
  }

  @Override
  public Finding check(Question q) {
    Optional<Stretch> stretch = Stretch.of(q);
    if (stretch.isEmpty()) {
      return Finding.unverifiable(
          Unverifiable.DATE_AMBIGUOUS, "the words do not say how far back the comparison reaches");
    }
    if (q.previousClose().isEmpty()) {
      return q.noPrevious();
    }
    boolean up = upward(q);
    Window over = q.claim().compared().over();
    if (over != null) {
      return PeriodExtreme.check(q, over, stretch.get(), up);
    }
    Basis closing = new Basis("close/close", Bar::close);
    List<Basis> bases =
        q.wordedAsClose()
            ? List.of(closing)
            : List.of(closing, new Basis(up ? "high/high" : "low/low", up ? Bar::high : Bar::low));
    Finding best = null;
    List<Alternative> alternatives = new ArrayList<>();
    int bestRank = -1;
    for (Basis basis : bases) {
      Bar found = latest(q, basis, up);
      Depth depth = depth(q, basis, up, stretch.get(), found);
      BigDecimal computed = move(q.history(), q.history().index(q.session()), basis);
      String note = found == null ? "none as far in store" : "last as far on " + found.session();
      alternatives.add(
          new Alternative(
              basis.name(),
              depth.outcome(),
              found == null ? null : found.session(),
              found == null ? null : move(q.history(), q.history().index(found.session()), basis),
              note));
      if (depth.rank() > bestRank) {
        bestRank = depth.rank();
        best =
            depth
                .finding("%s: %s, %s".formatted(basis.name(), Percent.text(computed), note))
                .computed(computed)
                .on(
                    basis.name().startsWith("close") ? PriceField.CLOSE : PriceField.LAST,
                    q.session())
                .evidence(
                    q.history().series(),
                    found == null ? List.of(q.bar()) : List.of(found, q.bar()));
      }
    }
    if (best == null) {
      throw new IllegalStateException("no basis for " + q.claim());
    }
    alternatives.forEach(best::alternative);
    boolean differ = alternatives.stream().map(Alternative::outcome).distinct().count() > 1;
    return best.flagIf(differ, Flag.BASIS_SENSITIVE);
  }

  private static Depth depth(
      Question q, Basis basis, boolean up, Stretch stretch, @Nullable Bar found) {
    int sign = move(q.history(), q.history().index(q.session()), basis).signum();
    return sign == (up ? 1 : -1)
        ? Depth.of(q, stretch, found == null ? null : found.session())
        : new Depth(io.quotemark.domain.verdict.Verdict.Outcome.CONTRADICTED, null, null);
  }

  /** By the words, else by the move printed beside them. */
  private static boolean upward(Question q) {
    if (q.claim().direction() != null) {
      return q.claim().direction() == Direction.UP || q.claim().direction() == Direction.HIGH;
    }
    return q.group().stream()
        .map(Claim::value)
        .filter(v -> v != null && v.signum() != 0)
        .noneMatch(v -> v.signum() < 0);
  }

  private static @Nullable Bar latest(Question q, Basis basis, boolean up) {
    History history = q.history();
    int here = history.index(q.session());
    BigDecimal reference = move(history, here, basis);
    int rank = q.claim().compared().rank() == null ? 1 : q.claim().compared().rank();
    int found = 0;
    for (int i = here - 1; i > 0; i--) {
      int order = move(history, i, basis).compareTo(reference);
      if ((up ? order >= 0 : order <= 0) && ++found == rank) {
        return history.at(i);
      }
    }
    return null;
  }

  private static BigDecimal move(History history, int index, Basis basis) {
    Bar bar = history.at(index);
    Bar before = history.at(index - 1);
    return Percent.move(
        history.inSharesOf(before.close(), before.session(), bar.session()),
        basis.price().apply(bar));
  }
}
