package io.quotemark.serve.articles;

import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Odds;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.serve.http.Spoken;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The claim of an article that a reader should see first, and what the prices say to it.
 *
 * @param claim its id in the article
 * @param quote the article's words
 * @param says one sentence
 * @param language of the sentence
 */
public record Worst(
    Verdict.Outcome outcome, String claim, String quote, String says, String language) {
  /** The graver, the smaller. */
  private static final Map<Verdict.Outcome, Integer> ORDER =
      Map.of(
          Verdict.Outcome.CONTRADICTED,
          0,
          Verdict.Outcome.DOUBTFUL,
          1,
          Verdict.Outcome.UNVERIFIABLE,
          2,
          Verdict.Outcome.PENDING,
          3,
          Verdict.Outcome.VERIFIED_LOOSE,
          4,
          Verdict.Outcome.VERIFIED,
          5,
          Verdict.Outcome.NOT_CHECKABLE,
          6);

  /** Of claims that are equally grave the surest, of equally sure ones the first. */
  private static final Comparator<CheckedClaim> GRAVITY =
      Comparator.comparingInt((CheckedClaim one) -> ORDER.get(one.verdict().outcome()))
          .thenComparing(Worst::sureness, Comparator.reverseOrder());

  /** Empty where no claim is about a share price. */
  static Optional<Worst> of(List<CheckedClaim> claims) {
    return claims.stream()
        .min(GRAVITY)
        .filter(worst -> worst.verdict().outcome() != Verdict.Outcome.NOT_CHECKABLE)
        .map(worst -> of(worst, claims));
  }

  private static Worst of(CheckedClaim worst, List<CheckedClaim> claims) {
    Verdict.Outcome outcome = worst.verdict().outcome();
    boolean fine = outcome == Verdict.Outcome.VERIFIED || outcome == Verdict.Outcome.VERIFIED_LOOSE;
    String all = fine ? allHold(claims) : null;
    return new Worst(
        outcome,
        worst.claim().id(),
        worst.claim().at().text().replaceAll("\\s+", " ").strip(),
        all == null ? Spoken.sentences().reason(worst) : all,
        all == null ? Spoken.sentences().language() : "en");
  }

  /** Null where there is one claim, whose own sentence says more. */
  private static @Nullable String allHold(List<CheckedClaim> claims) {
    long held =
        claims.stream().filter(c -> c.verdict().outcome() != Verdict.Outcome.NOT_CHECKABLE).count();
    return held < 2 ? null : held == 2 ? "Both claims hold." : "All " + held + " claims hold.";
  }

  private static BigDecimal sureness(CheckedClaim claim) {
    Odds odds = claim.verdict().odds();
    return odds == null ? BigDecimal.ZERO : odds.confidence();
  }
}
