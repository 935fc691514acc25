package io.quotemark.market.verdicts;

import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.verdict.EvidenceNeed;
import io.quotemark.domain.verdict.Verdict.Alternative;
import io.quotemark.domain.verdict.Verdict.Flag;
import io.quotemark.domain.verdict.Verdict.Outcome;
import io.quotemark.domain.verdict.Verdict.Strength;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import io.quotemark.market.verdicts.Printed.Fit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * "Up 70 % this year": from the close of every plausible anchor session to the close, and where
 * that fails to any price of the session or the close before it.
 */
final class PeriodReturnCheck implements Check {
  @Override
  public Needed needs(Question question) {
    return question.wordedAsClose() ? Needed.CLOSES : Needed.RANGE_TO_CONTRADICT;
  }

  @Override
  public List<EvidenceNeed> looksAt(Question q) {
    Optional<Anchors> anchors = Anchors.of(q);
    return q.printed().isEmpty() || anchors.isEmpty()
        ? Looks.nowhere()
        : Looks.since(q, anchors.get().from(), needs(q)).all();
  }

  @Override
  public Finding check(Question q) {
    Printed printed = q.printed().orElse(null);
    Optional<Anchors> anchors = Anchors.of(q);
    if (printed == null || anchors.isEmpty()) {
      return Finding.unverifiable(
          Unverifiable.DATE_AMBIGUOUS, "the words do not say over which time the return is meant");
    }
    List<Start> starts = anchors.get().starts(q);
    if (starts.isEmpty() || beginsEarlier(q)) {
      return q.history().first().isAfter(anchors.get().from())
          ? Finding.unverifiable(
              Unverifiable.HISTORY_TOO_SHORT,
              "the history starts on %s, after %s"
                  .formatted(q.history().first(), anchors.get().from()))
          : Finding.unverifiable(
              Unverifiable.HISTORY_GAP,
              "no bar around %s is in store".formatted(anchors.get().from()));
    }
    Finding best = null;
    List<Alternative> alternatives = new ArrayList<>();
    for (Start start : starts) {
      Finding finding = from(q, printed, start, anchors.get());
      alternatives.add(alternative(finding, start));
      if (best == null || finding.rank() > best.rank()) {
        best = finding;
      }
    }
    if (best == null) {
      throw new IllegalStateException("no anchor for " + q.claim());
    }
    alternatives.forEach(best::alternative);
    if (best.failed() && starts.stream().map(Start::bar).allMatch(Bar::lowConfidence)) {
      best.softened(
          Unverifiable.HISTORY_GAP,
          "the anchor's row has no volume and one price all day, likely filled in");
    }
    if (best.failed() && mayLieBefore(q, best)) {
      best.softened(
          Unverifiable.HISTORY_TOO_SHORT,
          "the history starts on %s, and the record may lie before".formatted(q.history().first()));
    }
    boolean secondAnchor =
        q.claim().compared().window() instanceof Window.ToDate
            && best.outcome() == Outcome.VERIFIED
            && alternatives.getFirst().outcome() == Outcome.CONTRADICTED;
    if (secondAnchor) {
      best.loosened(
          "from the last close before the period it does not hold: "
              + alternatives.getFirst().note());
    }
    boolean differ = alternatives.stream().map(Alternative::outcome).distinct().count() > 1;
    return best.flagIf(differ && best.holds(), Flag.BASIS_SENSITIVE);
  }

  /** Whether the history begins within the stretch that a peak is looked for in. */
  private static boolean beginsEarlier(Question q) {
    if (!(q.claim().compared().window() instanceof Window.FromPeak peak) || isRecord(peak)) {
      return false;
    }
    LocalDate start = Stretch.of(peak, q.session(), q.calendar()).start();
    return q.history().first().isAfter(q.calendar().onOrAfter(start));
  }

  /** "20 percent below its record": an older and higher one would make the distance larger. */
  private static boolean mayLieBefore(Question q, Finding finding) {
    BigDecimal claimed = q.claim().value();
    BigDecimal computed = finding.computed();
    if (claimed == null
        || computed == null
        || !(q.claim().compared().window() instanceof Window.FromPeak peak)
        || !isRecord(peak)) {
      return false;
    }
    int order = computed.compareTo(claimed);
    return peak.direction() == Direction.HIGH ? order > 0 : order < 0;
  }

  private static boolean isRecord(Window.FromPeak peak) {
    return peak.of() == Window.AllTime.RECORD;
  }

  private static Alternative alternative(Finding finding, Start start) {
    return new Alternative(
        ("close".equals(start.what()) ? "from " : "from the " + start.what() + " of ")
            + start.bar().session(),
        finding.failed() ? Outcome.CONTRADICTED : finding.outcome(),
        start.bar().session(),
        start.price(),
        "return " + (finding.computed() == null ? "unknown" : Percent.text(finding.computed())));
  }

  private static Finding from(Question q, Printed printed, Start from, Anchors anchors) {
    Bar end = anchors.end(q);
    Bar start = from.bar();
    BigDecimal base = q.history().inSharesOf(from.price(), start.session(), end.session());
    BigDecimal computed = Percent.move(base, end.close());
    String what =
        "close %s of %s against %s%s of %s is %s"
            .formatted(
                Percent.price(end.close()),
                end.session(),
                "close".equals(from.what()) ? "" : "the " + from.what() + " ",
                Percent.price(base),
                start.session(),
                Percent.text(computed));
    Fit fit = printed.fit(computed);
    Fit withDividends = printed.fit(computed.add(dividends(q, start, end, base)));
    Finding finding;
    if (fit == Fit.BEYOND) {
      finding = Finding.loose(Strength.UNDERSTATED, what + ", further than the words say");
    } else if (fit.holds()) {
      finding =
          Finding.verified(fit == Fit.EXACT ? Strength.EXACT : Strength.ROUNDED, what)
              .flagIf(fit == Fit.DRIFT, Flag.ROUNDING_DRIFT);
    } else if (withinSession(q, printed, base, end)) {
      finding =
          Finding.loose(Strength.WITHIN_RANGE, "true of a price during the session; " + what)
              .flagIf(q.afterClose(), Flag.STALE_AT_PUBLISH);
    } else if (withDividends.holds()) {
      finding =
          Finding.loose(Strength.ROUNDED, what + "; with dividends it comes to what is printed");
    } else {
      finding = Finding.fails(what);
    }
    return finding
        .flagIf(fit.holds() != withDividends.holds(), Flag.ADJUSTMENT_SENSITIVE)
        .computed(computed)
        .on(io.quotemark.domain.price.PriceField.CLOSE, end.session())
        .evidence(q.history().series(), start, end);
  }

  private static boolean withinSession(Question q, Printed printed, BigDecimal base, Bar end) {
    if (q.wordedAsClose() || !end.session().equals(q.session())) {
      return false;
    }
    boolean before =
        q.previousClose()
            .filter(close -> printed.fit(Percent.move(base, close)).holds())
            .isPresent();
    return before
        || printed.fitWithin(Percent.move(base, end.low()), Percent.move(base, end.high())).holds();
  }

  /** Dividends paid in between, in per cent of the starting price. */
  private static BigDecimal dividends(Question q, Bar start, Bar end, BigDecimal base) {
    BigDecimal sum = BigDecimal.ZERO;
    for (PriceSeries.Dividend dividend : q.history().series().dividends()) {
      LocalDate ex = dividend.exDate();
      if (ex.isAfter(start.session()) && !ex.isAfter(end.session())) {
        sum = sum.add(q.history().inSharesOf(dividend.amount(), ex, end.session()));
      }
    }
    return sum.signum() == 0 ? sum : Percent.move(base, base.add(sum));
  }

  static Optional<SessionWords.Period> period(Question q) {
    return q.claim().session() instanceof SessionWords.Period p ? Optional.of(p) : Optional.empty();
  }
}
