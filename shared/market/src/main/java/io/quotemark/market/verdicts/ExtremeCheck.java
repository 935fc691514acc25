package io.quotemark.market.verdicts;

import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.EvidenceNeed;
import io.quotemark.domain.verdict.Verdict.Alternative;
import io.quotemark.domain.verdict.Verdict.Flag;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * "Highest since November 2021", "52-week low", "record close" (rule 7): the latest earlier session
 * at or beyond the level, on every basis that the words leave open.
 */
final class ExtremeCheck implements Check {
  /** Sessions just before, the same rise, whose intraday prices do not refute it. */
  private static final int SAME_RISE = 5;

  /**
   * @param level what the session is taken to have shown
   * @param against the price of earlier sessions it is compared with
   */
  private record Basis(
      String name, BigDecimal level, Function<Bar, BigDecimal> against, boolean intraday) {}

  @Override
  public Needed needs(Question question) {
    return question.claim().field() == PriceField.CLOSE ? Needed.CLOSES : Needed.RANGES;
  }

  @Override
  public List<EvidenceNeed> looksAt(Question q) {
    return Stretch.of(q)
        .map(stretch -> Looks.since(q, stretch.start(), needs(q)).all())
        .orElse(Looks.nowhere());
  }

  @Override
  public Finding check(Question q) {
    Optional<Stretch> stretch = Stretch.of(q);
    if (stretch.isEmpty()) {
      return Finding.unverifiable(
          Unverifiable.DATE_AMBIGUOUS, "the words do not say how far back the comparison reaches");
    }
    List<Evaluated> all = new ArrayList<>();
    for (Basis basis : bases(q)) {
      all.add(evaluate(q, basis, stretch.get()));
    }
    Evaluated best = all.getFirst();
    for (Evaluated one : all) {
      if (one.depth().rank() > best.depth().rank()) {
        best = one;
      }
    }
    return finding(q, best, all);
  }

  private static List<Basis> bases(Question q) {
    Bar bar = q.bar();
    boolean up = q.upward();
    String name = up ? "high" : "low";
    Function<Bar, BigDecimal> extreme = up ? Bar::high : Bar::low;
    Basis closing = new Basis("close/close", bar.close(), Bar::close, false);
    Basis intraday = new Basis(name + "/" + name, extreme.apply(bar), extreme, true);
    PriceField field = q.claim().field();
    if (field == PriceField.CLOSE) {
      return List.of(closing);
    }
    if (field == PriceField.HIGH || field == PriceField.LOW) {
      return List.of(intraday);
    }
    BigDecimal last = printedLevel(q).orElse(extreme.apply(bar));
    List<Basis> bases = new ArrayList<>(List.of(closing));
    if (last.compareTo(bar.close()) != 0) {
      bases.add(new Basis("last/close", last, Bar::close, false));
    }
    if (last.compareTo(extreme.apply(bar)) != 0) {
      bases.add(new Basis("last/" + name, last, extreme, true));
    }
    bases.add(intraday);
    return bases;
  }

  /** The price printed with the claim, where the session showed it. */
  private static Optional<BigDecimal> printedLevel(Question q) {
    Bar bar = q.bar();
    return Optional.ofNullable(q.claim().value())
        .filter(v -> v.compareTo(bar.low()) >= 0 && v.compareTo(bar.high()) <= 0)
        .or(q::levelInRange);
  }

  private record Evaluated(Basis basis, Depth depth, @Nullable Bar found, String note) {}

  private static Evaluated evaluate(Question q, Basis basis, Stretch stretch) {
    int here = q.history().index(q.session());
    boolean skip = basis.intraday() && stretch.latest().isBefore(q.session().minusDays(14));
    int end = skip ? Math.max(0, here - SAME_RISE) : here;
    int rank = q.claim().compared().rank() == null ? 1 : q.claim().compared().rank();
    Bar found =
        new Lookback(q.history(), q.upward(), basis.against())
            .latest(basis.level(), q.session(), end, rank)
            .orElse(null);
    Depth depth = Depth.of(q, stretch, found == null ? null : found.session());
    String note = found == null ? "none earlier in store" : described(found, basis);
    return new Evaluated(
        basis, depth, found, depth.lack() == null ? note : note + "; " + depth.lack());
  }

  private static String described(Bar bar, Basis basis) {
    return bar.session() + " at " + Percent.price(basis.against().apply(bar));
  }

  private static Finding finding(Question q, Evaluated best, List<Evaluated> all) {
    Basis basis = best.basis();
    String word = q.upward() ? "high" : "low";
    String what =
        best.found() == null
            ? "%s: %s, with no earlier session as %s in store"
                .formatted(basis.name(), Percent.price(basis.level()), word)
            : "%s: %s, last as %s on %s"
                .formatted(
                    basis.name(),
                    Percent.price(basis.level()),
                    word,
                    described(best.found(), basis));
    Finding finding = best.depth().finding(what);
    List<Bar> bars = new ArrayList<>(List.of(q.bar()));
    boolean differ = false;
    for (Evaluated one : all) {
      Bar found = one.found();
      if (found != null) {
        bars.add(found);
      }
      differ |= one.depth().outcome() != best.depth().outcome();
      finding.alternative(
          new Alternative(
              one.basis().name(),
              one.depth().outcome(),
              found == null ? null : found.session(),
              found == null ? null : one.basis().against().apply(found),
              one.note()));
    }
    boolean closes = all.getFirst().depth().outcome() == best.depth().outcome();
    boolean lastWorded = q.claim().field() == null || q.claim().field() == PriceField.LAST;
    return finding
        .flagIf(differ, Flag.BASIS_SENSITIVE)
        .flagIf(finding.holds() && !closes && lastWorded && q.afterClose(), Flag.STALE_AT_PUBLISH)
        .computed(basis.level())
        .on(field(basis), q.session())
        .evidence(q.history().series(), bars);
  }

  private static PriceField field(Basis basis) {
    return switch (basis.name().substring(0, 4)) {
      case "clos" -> PriceField.CLOSE;
      case "high" -> PriceField.HIGH;
      case "low/" -> PriceField.LOW;
      default -> PriceField.LAST;
    };
  }
}
