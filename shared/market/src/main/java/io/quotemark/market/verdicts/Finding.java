package io.quotemark.market.verdicts;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.MinuteBars;
import io.quotemark.domain.price.MinuteBars.Minute;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.verdict.DecidingMinutes;
import io.quotemark.domain.verdict.EvidenceNeed;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Verdict.Alternative;
import io.quotemark.domain.verdict.Verdict.Flag;
import io.quotemark.domain.verdict.Verdict.Outcome;
import io.quotemark.domain.verdict.Verdict.Strength;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a check found on one session, before it is known whether the listing and the session are
 * sure enough to accuse (rule 10). Filled in by one check, then frozen by {@link #verdict}.
 */
final class Finding {
  private Outcome outcome;
  private @Nullable Strength strength;
  private @Nullable Unverifiable code;
  private final List<String> reasons = new ArrayList<>();
  private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
  private Verdict.@Nullable Basis basis;
  private final List<Alternative> alternatives = new ArrayList<>();
  private final List<Bar> bars = new ArrayList<>();
  private @Nullable ListingId listing;
  private @Nullable PriceSeries series;
  private @Nullable BigDecimal computed;
  private @Nullable String repair;
  private List<EvidenceNeed> needs = List.of();
  private List<Minute> minutes = List.of();
  private @Nullable MinuteBars minutesOf;

  private Finding(Outcome outcome, @Nullable Strength strength, @Nullable Unverifiable code) {
    this.outcome = outcome;
    this.strength = strength;
    this.code = code;
  }

  static Finding verified(Strength strength, String reason) {
    return new Finding(Outcome.VERIFIED, strength, null).because(reason);
  }

  static Finding loose(Strength strength, String reason) {
    return new Finding(Outcome.VERIFIED_LOOSE, strength, null).because(reason);
  }

  static Finding fails(String reason) {
    return new Finding(Outcome.CONTRADICTED, null, null).because(reason);
  }

  static Finding unverifiable(Unverifiable code, String reason) {
    return new Finding(Outcome.UNVERIFIABLE, null, code).because(reason);
  }

  static Finding pending(String reason) {
    return new Finding(Outcome.PENDING, null, null).because(reason);
  }

  Outcome outcome() {
    return outcome;
  }

  boolean holds() {
    return outcome == Outcome.VERIFIED || outcome == Outcome.VERIFIED_LOOSE;
  }

  /** Whether it rests on some moment of the session's range alone. */
  boolean isOfRange() {
    return strength == Strength.WITHIN_RANGE;
  }

  boolean failed() {
    return outcome == Outcome.CONTRADICTED;
  }

  boolean has(Flag flag) {
    return flags.contains(flag);
  }

  boolean isUnverifiable() {
    return outcome == Outcome.UNVERIFIABLE || outcome == Outcome.PENDING;
  }

  @Nullable Unverifiable code() {
    return code;
  }

  @Nullable BigDecimal computed() {
    return computed;
  }

  /** 4 for a plain agreement down to 0 for a disagreement; picks between plausible sessions. */
  int rank() {
    return switch (outcome) {
      case VERIFIED -> strength == Strength.EXACT ? 5 : 4;
      case VERIFIED_LOOSE -> 3;
      case PENDING -> 2;
      case UNVERIFIABLE, NOT_CHECKABLE -> 1;
      case CONTRADICTED, DOUBTFUL -> 0;
    };
  }

  /** The deciding reason. */
  String reason() {
    return reasons.getFirst();
  }

  Finding because(String reason) {
    reasons.add(reason);
    return this;
  }

  Finding flag(Flag flag) {
    flags.add(flag);
    return this;
  }

  Finding flagIf(boolean condition, Flag flag) {
    return condition ? flag(flag) : this;
  }

  Finding on(@Nullable PriceField field, @Nullable LocalDate session) {
    basis = new Verdict.Basis(field, session);
    return this;
  }

  Finding alternative(Alternative alternative) {
    alternatives.add(alternative);
    return this;
  }

  Finding computed(@Nullable BigDecimal figure) {
    computed =
        figure == null
            ? null
            : figure.setScale(Math.min(figure.scale(), 6), RoundingMode.HALF_EVEN);
    return this;
  }

  @Nullable BigDecimal computedFigure() {
    return computed;
  }

  Finding repair(String likely) {
    repair = likely;
    return this;
  }

  Finding repairIfNone(String likely) {
    return repair == null ? repair(likely) : this;
  }

  Finding evidence(PriceSeries from, Bar... looked) {
    return evidence(from, List.of(looked));
  }

  Finding evidence(PriceSeries from, List<Bar> looked) {
    listing = from.listing();
    series = from;
    for (Bar bar : looked) {
      if (!bars.contains(bar)) {
        bars.add(bar);
      }
    }
    return this;
  }

  /** The minutes that decided it. */
  Finding minutes(MinuteBars of, List<Minute> deciding) {
    minutesOf = of;
    minutes = deciding.stream().sorted(Comparator.comparing(Minute::start)).toList();
    return this;
  }

  /** Keeps what was found but says it cannot be held against the claim. */
  Finding softened(Unverifiable to, String reason) {
    outcome = Outcome.UNVERIFIABLE;
    strength = null;
    code = to;
    reasons.addFirst(reason);
    return this;
  }

  /** True, but weaker than it reads. */
  Finding loosened(String reason) {
    outcome = Outcome.VERIFIED_LOOSE;
    reasons.add(reason);
    return this;
  }

  /** A disagreement that further sessions would have to confirm. */
  Finding putOff(String reason) {
    outcome = Outcome.PENDING;
    strength = null;
    code = null;
    reasons.addFirst(reason);
    return this;
  }

  Finding internal(String reason) {
    outcome = Outcome.CONTRADICTED;
    strength = Strength.INTERNAL;
    code = null;
    reasons.addFirst(reason);
    return this;
  }

  /** Prices that would decide it; kept only where it stays undecided. */
  Finding needs(List<EvidenceNeed> missing) {
    needs = missing.stream().distinct().toList();
    return this;
  }

  Verdict verdict() {
    Verdict.Evidence evidence = null;
    PriceSeries from = series;
    if (from != null) {
      bars.sort(Comparator.comparing(Bar::session));
      evidence = new Verdict.Evidence(listing, bars, from.source(), from.retrievedAt(), computed);
    } else if (minutesOf != null) {
      evidence = new Verdict.Evidence(minutesOf.listing(), List.of(), null, null, computed);
    } else if (computed != null) {
      evidence = new Verdict.Evidence(null, List.of(), null, null, computed);
    }
    if (minutesOf != null && evidence != null) {
      evidence = evidence.with(new DecidingMinutes(minutesOf.source(), minutes));
    }
    if ((series != null && series.sample()) || (minutesOf != null && minutesOf.sample())) {
      flags.add(Flag.SAMPLE_DATA);
    }
    return new Verdict(
        outcome,
        strength,
        code,
        reasons,
        flags,
        basis,
        alternatives,
        evidence,
        repair,
        null,
        isUnverifiable() ? needs : List.of());
  }
}
