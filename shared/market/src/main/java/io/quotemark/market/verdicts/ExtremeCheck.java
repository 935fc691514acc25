package io.quotemark.market.verdicts;

import io.quotemark.domain.Bar;
import io.quotemark.domain.Claim;
import io.quotemark.domain.PriceField;
import io.quotemark.domain.Verdict.Alternative;
import io.quotemark.domain.Verdict.Flag;
import io.quotemark.domain.Verdict.Outcome;
import io.quotemark.domain.Verdict.Strength;
import io.quotemark.domain.Verdict.Unverifiable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
  public Finding check(Question q) {
    Optional<Stretch> stretch = stretch(q);
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
      if (rank(one.outcome()) > rank(best.outcome())) {
        best = one;
      }
    }
    return finding(q, best, all);
  }

  private static Optional<Stretch> stretch(Question q) {
    Claim claim = q.claim();
    if (claim.since() != null) {
      return Optional.of(Stretch.since(claim.since()));
    }
    return Optional.ofNullable(claim.window())
        .flatMap(window -> Stretch.of(window, q.session(), q.calendar()));
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

  private record Evaluated(
      Basis basis, Outcome outcome, Strength strength, Optional<Bar> found, String note) {}

  private static Evaluated evaluate(Question q, Basis basis, Stretch stretch) {
    History history = q.history();
    int here = history.index(q.session());
    boolean skip = basis.intraday() && stretch.latest().isBefore(q.session().minusDays(14));
    int end = skip ? Math.max(0, here - SAME_RISE) : here;
    int rank = q.claim().rank() == null ? 1 : q.claim().rank();
    Optional<Bar> found =
        new Lookback(history, q.upward(), basis.against())
            .latest(basis.level(), q.session(), end, rank);
    String date = found.map(bar -> described(bar, basis)).orElse("none earlier in store");
    LocalDate reach = found.map(Bar::session).orElse(history.first());
    if (found.isPresent() && reach.isAfter(stretch.latest())) {
      return new Evaluated(basis, Outcome.CONTRADICTED, Strength.EXACT, found, date);
    }
    if (found.isEmpty() && stretch.wholeHistory() && !complete(q)) {
      return new Evaluated(
          basis,
          Outcome.UNVERIFIABLE,
          Strength.EXACT,
          found,
          "history starts on " + history.first());
    }
    LocalDate needed =
        stretch.earliest().equals(LocalDate.MIN) ? stretch.latest() : stretch.earliest();
    if (found.isEmpty() && !stretch.wholeHistory() && history.first().isAfter(needed.plusDays(7))) {
      return new Evaluated(
          basis,
          Outcome.UNVERIFIABLE,
          Strength.EXACT,
          found,
          "history starts on " + history.first());
    }
    LocalDate from = reach.isBefore(needed) && !stretch.wholeHistory() ? needed : reach;
    Optional<LocalDate> gap = history.gap(from, q.session());
    if (gap.isPresent()) {
      return new Evaluated(
          basis, Outcome.UNVERIFIABLE, Strength.INTERNAL, found, "no bar for " + gap.get());
    }
    boolean older =
        !stretch.earliest().equals(LocalDate.MIN)
            && (found.isEmpty() || reach.isBefore(stretch.earliest()));
    return older
        ? new Evaluated(basis, Outcome.VERIFIED_LOOSE, Strength.UNDERSTATED, found, date)
        : new Evaluated(basis, Outcome.VERIFIED, Strength.EXACT, found, date);
  }

  private static String described(Bar bar, Basis basis) {
    return bar.session() + " at " + Percent.price(basis.against().apply(bar));
  }

  /** Whether history is known to start with the listing itself. */
  private static boolean complete(Question q) {
    return q.market()
        .securities()
        .listing(q.listing())
        .map(listing -> listing.validFrom())
        .filter(from -> !q.history().first().isAfter(from.plusDays(7)))
        .isPresent();
  }

  private static Finding finding(Question q, Evaluated best, List<Evaluated> all) {
    Basis basis = best.basis();
    String level = basis.name() + ": " + Percent.price(basis.level());
    String what =
        level + ", " + (q.upward() ? "last as high on " : "last as low on ") + best.note();
    Finding finding =
        switch (best.outcome()) {
          case VERIFIED -> Finding.verified(best.strength(), what);
          case VERIFIED_LOOSE ->
              Finding.loose(best.strength(), what + ", so it says less than is true");
          case CONTRADICTED -> Finding.fails(what);
          case UNVERIFIABLE, PENDING, NOT_CHECKABLE ->
              Finding.unverifiable(
                  best.strength() == Strength.INTERNAL
                      ? Unverifiable.HISTORY_GAP
                      : Unverifiable.HISTORY_TOO_SHORT,
                  level + " cannot be compared: " + best.note());
        };
    List<Bar> bars = new ArrayList<>(List.of(q.bar()));
    boolean differ = false;
    for (Evaluated one : all) {
      one.found().ifPresent(bars::add);
      differ |= one.outcome() != best.outcome();
      finding.alternative(
          new Alternative(
              one.basis().name(),
              one.outcome(),
              one.found().map(Bar::session).orElse(null),
              one.found().map(one.basis().against()).orElse(null),
              one.note()));
    }
    boolean closes = all.getFirst().outcome() == best.outcome();
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

  private static int rank(Outcome outcome) {
    return switch (outcome) {
      case VERIFIED -> 3;
      case VERIFIED_LOOSE -> 2;
      case UNVERIFIABLE, PENDING, NOT_CHECKABLE -> 1;
      case CONTRADICTED -> 0;
    };
  }
}
