package io.quotemark.market.verdicts;

import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which prices of the bars a check decides by. A bar that lacks some may still bear a claim out; it
 * is held against a claim only where what it has suffices for that.
 *
 * @param toAffirm without these nothing is decided
 * @param toContradict without these nothing is held against the claim
 * @param everyBar whether the bars of earlier sessions are compared too, not the session's alone
 */
record Needed(Set<PriceField> toAffirm, Set<PriceField> toContradict, boolean everyBar) {
  private static final Set<PriceField> BOTH_ENDS = Set.of(PriceField.HIGH, PriceField.LOW);

  /** As far back as comparisons reach that a missing range could turn round. */
  private static final int BARS = 2_600;

  /** The closes are enough. */
  static final Needed CLOSES = new Needed(Set.of(), Set.of(), false);

  /** A price of during the day may be meant: only the whole range refutes that. */
  static final Needed RANGE_TO_CONTRADICT = new Needed(Set.of(), BOTH_ENDS, false);

  /** Decided by the session's range. */
  static final Needed RANGE = new Needed(BOTH_ENDS, BOTH_ENDS, false);

  /** Decided by the ranges of the session and those before. */
  static final Needed RANGES = new Needed(BOTH_ENDS, BOTH_ENDS, true);

  /** Of a figure that is about one price of the session. */
  static Needed of(Question q, boolean asClose) {
    PriceField field = q.claim().field();
    if (field == PriceField.OPEN) {
      return new Needed(Set.of(PriceField.OPEN), Set.of(PriceField.OPEN), false);
    }
    if (field == PriceField.HIGH || field == PriceField.LOW) {
      return new Needed(Set.of(field), BOTH_ENDS, false);
    }
    return asClose ? CLOSES : RANGE_TO_CONTRADICT;
  }

  /** The finding, as far as the bars it rests on have what it takes. */
  Finding limit(Question q, Finding finding) {
    List<Bar> looked = everyBar ? upToSession(q) : List.of(q.bar());
    Optional<Bar> blind = lacking(looked, toAffirm);
    if (blind.isPresent()) {
      return Finding.unverifiable(Unverifiable.HISTORY_GAP, said(q, blind.get(), toAffirm))
          .on(q.claim().field(), q.session())
          .evidence(q.history().series(), q.bar());
    }
    Optional<Bar> partial = finding.failed() ? lacking(looked, toContradict) : Optional.empty();
    return partial.isPresent()
        ? finding.softened(Unverifiable.HISTORY_GAP, said(q, partial.get(), toContradict))
        : finding;
  }

  private static List<Bar> upToSession(Question q) {
    int end = q.history().index(q.session()) + 1;
    return q.history().series().bars().subList(Math.max(0, end - BARS), end);
  }

  private static Optional<Bar> lacking(List<Bar> bars, Set<PriceField> fields) {
    return fields.isEmpty()
        ? Optional.empty()
        : bars.reversed().stream()
            .filter(bar -> fields.stream().anyMatch(bar.missing()::contains))
            .findFirst();
  }

  private static String said(Question q, Bar bar, Set<PriceField> fields) {
    Set<PriceField> missing = EnumSet.copyOf(fields);
    missing.retainAll(bar.missing());
    return "%s has no %s of %s for %s, without which this is not decided"
        .formatted(
            q.history().series().source(),
            String.join(
                " and ",
                missing.stream().map(f -> f.name().toLowerCase(java.util.Locale.ROOT)).toList()),
            q.listing(),
            bar.session());
  }
}
