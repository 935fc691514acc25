package io.quotemark.market.verdicts;

import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.EvidenceNeed;
import io.quotemark.domain.verdict.Verdict.Flag;
import io.quotemark.domain.verdict.Verdict.Strength;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** "Outperformed the Hang Seng": the difference of the two returns over the same sessions. */
final class RelativeCheck implements Check {
  @Override
  public Needed needs(Question question) {
    return Needed.RANGE_TO_CONTRADICT;
  }

  @Override
  public List<EvidenceNeed> looksAt(Question q) {
    ListingId benchmark = q.claim().benchmark();
    if (benchmark == null || q.claim().direction() == null) {
      return Looks.nowhere();
    }
    LocalDate from = Anchors.of(q).map(Anchors::from).orElse(q.calendar().previous(q.session()));
    return Looks.since(q, from, needs(q))
        .and(benchmark, from, EnumSet.of(EvidenceNeed.Field.CLOSE))
        .all();
  }

  @Override
  public Finding check(Question q) {
    ListingId benchmark = q.claim().benchmark();
    Direction direction = q.claim().direction();
    if (benchmark == null || direction == null) {
      return Finding.unverifiable(
          Unverifiable.LISTING_AMBIGUOUS, "the words do not say against what it is compared");
    }
    Optional<History> other = q.market().history(benchmark);
    if (other.isEmpty()) {
      return Finding.unverifiable(
          Unverifiable.NO_PRICE_DATA,
          "no prices of %s are in store; a price file of it would decide".formatted(benchmark));
    }
    Optional<LocalDate> start = start(q);
    if (start.isEmpty()) {
      return q.noPrevious();
    }
    Optional<Bar> otherEnd = other.get().bar(q.session());
    Optional<Bar> otherStart = other.get().onOrBefore(start.get());
    Optional<Bar> ownStart = q.history().onOrBefore(start.get());
    if (otherEnd.isEmpty() || otherStart.isEmpty() || ownStart.isEmpty()) {
      return Finding.unverifiable(
          Unverifiable.HISTORY_GAP, "%s has no bars for the same sessions".formatted(benchmark));
    }
    BigDecimal base = inShares(q.history(), ownStart.get(), q.session());
    BigDecimal otherBase = inShares(other.get(), otherStart.get(), q.session());
    BigDecimal own = Percent.move(base, q.bar().close());
    BigDecimal theirs = Percent.move(otherBase, otherEnd.get().close());
    int wanted =
        direction == Direction.UNDER || direction == Direction.DOWN || direction == Direction.BELOW
            ? -1
            : 1;
    String what =
        "%s returned %s, %s %s"
            .formatted(q.listing(), Percent.text(own), benchmark, Percent.text(theirs));
    Finding finding;
    if (own.compareTo(theirs) == wanted) {
      finding = Finding.verified(Strength.EXACT, what);
    } else if (!q.wordedAsClose() && duringSession(q, base, otherBase, otherEnd.get(), wanted)) {
      finding =
          Finding.loose(Strength.WITHIN_RANGE, "possible during the session only; " + what)
              .flagIf(q.afterClose(), Flag.STALE_AT_PUBLISH);
    } else {
      finding = Finding.fails(what);
    }
    return finding
        .computed(own.subtract(theirs))
        .on(PriceField.CLOSE, q.session())
        .evidence(q.history().series(), ownStart.get(), q.bar());
  }

  private static Optional<LocalDate> start(Question q) {
    return Anchors.of(q).map(Anchors::from).or(() -> q.previous().map(Bar::session));
  }

  private static BigDecimal inShares(History history, Bar bar, LocalDate session) {
    return history.inSharesOf(bar.close(), bar.session(), session);
  }

  /**
   * Whether the two ranges leave room for it, where the article may have been written in between.
   */
  private static boolean duringSession(
      Question q, BigDecimal base, BigDecimal otherBase, Bar other, int wanted) {
    BigDecimal own = Percent.move(base, wanted > 0 ? q.bar().high() : q.bar().low());
    BigDecimal theirs = Percent.move(otherBase, wanted > 0 ? other.low() : other.high());
    return (own.compareTo(theirs) == wanted || !other.hasRange()) && !q.afterClose();
  }
}
