package io.quotemark.market.verdicts;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.MinuteBars;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.verdict.EvidenceNeed;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import io.quotemark.market.calendar.SessionClass;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Trading before and after the session: prices of these hours are compared with the last close of a
 * session before them. Minutes decide it; without them nothing does.
 */
final class OffHours {
  static final String NOT_COVERED = "daily bars do not cover trading outside the session";

  /** Prices that differ more from the close before are of other shares, or in another unit. */
  private static final BigDecimal TIMES = BigDecimal.valueOf(3);

  private OffHours() {}

  static Optional<SessionClass> of(Claim claim) {
    return claim.field() == PriceField.PRE
        ? Optional.of(SessionClass.PRE)
        : claim.field() == PriceField.POST ? Optional.of(SessionClass.POST) : Optional.empty();
  }

  /** Undecided for want of minutes, with what would decide it. */
  static Finding notCovered(Question q, SessionClass kind) {
    Finding finding =
        Finding.unverifiable(Unverifiable.SESSION_NOT_COVERED, NOT_COVERED)
            .on(q.claim().field(), q.session());
    boolean decides =
        q.calendar().hours(q.session(), kind).isPresent()
            && isOfOnePrice(q)
            && !q.listing().mic().equals(Missing.NO_MARKET);
    return decides ? finding.needs(needs(q, kind)) : finding;
  }

  private static boolean isOfOnePrice(Question q) {
    return switch (q.claim().kind()) {
      case PRICE_LEVEL, INDEX_LEVEL -> q.printed().isPresent() && !q.listing().isIndex();
      case MOVE_PCT, MOVE_ABS, PEAK_MOVE_PCT ->
          (q.printed().isPresent() || q.claim().direction() != null) && !q.claim().limit();
      default -> false;
    };
  }

  private static List<EvidenceNeed> needs(Question q, SessionClass kind) {
    List<EvidenceNeed> needs = new ArrayList<>();
    LocalDate reference = reference(q, kind);
    if (q.history().isEmpty() || q.history().bar(reference).isEmpty()) {
      needs.add(
          new EvidenceNeed(
              q.listing(), reference, reference, EnumSet.of(EvidenceNeed.Field.CLOSE)));
    }
    needs.add(
        new EvidenceNeed(
            q.listing(), q.session(), q.session(), EnumSet.of(EvidenceNeed.Field.MINUTES)));
    return needs;
  }

  /** The session whose close the hours come after. */
  private static LocalDate reference(Question q, SessionClass kind) {
    return kind == SessionClass.PRE ? q.calendar().previous(q.session()) : q.session();
  }

  /**
   * What minutes say; the question of the answer is that of these hours, as if they were a session.
   *
   * @param check of the claim's kind
   */
  static Answer answer(Question q, Check check, SessionClass kind) {
    Optional<MinuteBars> stored = q.market().minutes(q.listing(), q.session());
    Optional<Hours> seen =
        stored.flatMap(bars -> Hours.of(bars, q.calendar(), kind, q.publication().at()));
    if (seen.isEmpty() || !isOfOnePrice(q)) {
      return new Answer(q, check, notCovered(q, kind));
    }
    Hours hours = seen.get();
    Optional<Bar> reference =
        q.history().isEmpty() ? Optional.empty() : q.history().bar(reference(q, kind));
    boolean level = q.claim().kind().name().endsWith("LEVEL");
    if (reference.isEmpty() || q.history().series().isStillAdjusted()) {
      Finding lacking =
          Finding.unverifiable(
                  Unverifiable.NO_PRICE_DATA,
                  "the close of %s before %s is not in store"
                      .formatted(reference(q, kind), hours.name()))
              .on(q.claim().field(), q.session())
              .needs(needs(q, kind));
      return new Answer(q, check, lacking);
    }
    if (level && q.otherCurrency().isPresent()) {
      return new Answer(
          q,
          check,
          Finding.unverifiable(
              Unverifiable.CURRENCY_MISMATCH,
              "%s trades in another currency than the price is printed in".formatted(q.listing())));
    }
    Question of = asSession(q, hours, reference.get(), kind);
    BigDecimal close = of.previousClose().orElseThrow();
    Finding finding =
        areOfOthers(hours, close)
            ? Finding.unverifiable(
                Unverifiable.DATA_CONFLICT,
                "minutes of %s at %s are of another unit or other shares than the close %s"
                    .formatted(hours.bars().source(), hours.range(), Percent.price(close)))
            : decided(of, hours, close);
    return new Answer(
        of,
        check,
        finding.on(q.claim().field(), q.session()).evidence(q.history().series(), reference.get()));
  }

  private static Finding decided(Question of, Hours hours, BigDecimal close) {
    MinuteFindings findings =
        new MinuteFindings(hours, Figure.of(of, Optional.of(close)).orElseThrow());
    return switch (of.claim().kind()) {
      case PEAK_MOVE_PCT -> findings.peak();
      default -> findings.last();
    };
  }

  private static boolean areOfOthers(Hours hours, BigDecimal close) {
    Hours.Range range = hours.range();
    return range.high().compareTo(close.multiply(TIMES)) > 0
        || range.low().multiply(TIMES).compareTo(close) < 0;
  }

  /**
   * The question with a history in which these hours are the session and the close before them the
   * one before, so that whatever looks at a failed claim sees what the claim speaks of.
   */
  private static Question asSession(Question q, Hours hours, Bar reference, SessionClass kind) {
    PriceSeries series = q.history().series();
    LocalDate before = q.calendar().previous(q.session());
    List<Bar> bars = new ArrayList<>();
    series.bars().stream().filter(bar -> bar.session().isBefore(before)).forEach(bars::add);
    BigDecimal close = reference.close();
    bars.add(
        kind == SessionClass.PRE
            ? reference
            : new Bar(before, close, close, close, close, reference.volume()));
    Hours.Range range = hours.range();
    bars.add(
        new Bar(
            q.session(),
            hours.path().getFirst().open(),
            range.high(),
            range.low(),
            hours.last().close(),
            null));
    PriceSeries seen =
        new PriceSeries(
            series.listing(),
            series.source(),
            series.delivered(),
            series.retrievedAt(),
            bars,
            series.splits().stream()
                .filter(s -> kind == SessionClass.PRE || !s.firstSession().equals(q.session()))
                .toList(),
            series.dividends(),
            series.sample());
    Claim last = q.claim().toBuilder().field(null).build();
    return new Question(
        last,
        q.group().stream().map(c -> c.equals(q.claim()) ? last : c).toList(),
        q.listing(),
        q.calendar(),
        new History(seen, q.calendar()),
        q.session(),
        q.publication(),
        q.market());
  }
}
