package io.quotemark.market.odds;

import io.quotemark.domain.article.SourceKind;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Entity;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Odds;
import io.quotemark.domain.verdict.Reason;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Verdict.Flag;
import io.quotemark.domain.verdict.Verdict.Outcome;
import io.quotemark.domain.verdict.Verdict.Strength;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import io.quotemark.market.verdicts.Accusation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Weighs every claim of an article that failed: is it false, or was it misread? It is contradicted
 * where it is likelier false than not, the session is clear, and the words do not plainly allow
 * another reading that holds; else it is doubtful, or unverifiable where it is not even clear which
 * session it speaks of and nothing looks like a slip.
 */
public final class Weighing {
  private static final double EVEN = 0.5;
  private static final double BELOW_EVEN = 0.499;

  /** Below this, a claim of no certain session was most likely read of another one. */
  private static final double WORTH_A_LOOK = 0.003;

  private static final Reason STRANGER = Reason.of("listing.stranger");

  /** Null for the shipped one. */
  private final @Nullable Scorecard scorecard;

  private final Watch watch;

  public Weighing(Scorecard scorecard, Watch watch) {
    this.scorecard = scorecard;
    this.watch = watch;
  }

  private Weighing() {
    this.scorecard = null;
    this.watch = Watch.NOBODY;
  }

  /** By the points that are shipped, which are not read before something fails. */
  public static Weighing shipped() {
    return new Weighing();
  }

  /** Most articles accuse nobody, and a first answer should not wait for this. */
  private static final class Shipped {
    static final Scorecard SCORECARD = Scorecard.shipped();
    static final SignWords WORDS = SignWords.shipped();
  }

  /** The claims in their order, those that failed weighed. */
  public List<CheckedClaim> weigh(
      List<CheckedClaim> claims,
      List<Entity> entities,
      List<Accusation> accusations,
      SourceKind source) {
    if (accusations.isEmpty()) {
      return claims;
    }
    Map<Claim, Accusation> byClaim = new HashMap<>();
    accusations.forEach(accusation -> byClaim.put(accusation.claim(), accusation));
    FeatureReader reader = new FeatureReader(claims, entities);
    Set<ListingId> strangers = Strangers.in(claims);
    List<CheckedClaim> weighed = new ArrayList<>();
    for (CheckedClaim checked : claims) {
      Accusation accusation = byClaim.get(checked.claim());
      if (accusation == null) {
        weighed.add(checked);
      } else if (strangers.contains(Beside.listing(checked.claim()))) {
        weighed.add(
            new CheckedClaim(
                checked.claim(),
                checked.verdict().undecided(Unverifiable.LISTING_AMBIGUOUS, STRANGER)));
      } else {
        Features features = reader.of(accusation, checked.verdict());
        double labelled = Labelled.probability(accusation, source);
        weighed.add(new CheckedClaim(checked.claim(), weighed(features, source, labelled)));
      }
    }
    return weighed;
  }

  /**
   * @param least how likely the statement is false by its form alone
   */
  private Verdict weighed(Features features, SourceKind source, double least) {
    Scorecard points = scorecard == null ? Shipped.SCORECARD : scorecard;
    if (excludesItself(features)) {
      return features.verdict().weighed(Outcome.CONTRADICTED, SignWords.EXCLUDES_ITSELF, Set.of());
    }
    List<String> signs = Signs.of(features);
    watch.failed(features.claim(), signs);
    boolean plain = PlainReadings.allow(features) || isUnmeasured(features.claim().kind());
    double known = Math.max(least, points.probability(signs, source));
    double probability = plain ? Math.min(known, BELOW_EVEN) : known;
    boolean unsure = !features.clear() && !runsUpToNow(features.claim());
    if (unsure && probability < WORTH_A_LOOK) {
      return features
          .verdict()
          .undecided(Unverifiable.DATE_AMBIGUOUS, Reason.of("session.unstated"));
    }
    Odds odds = Shipped.WORDS.odds(probability, features, signs, points);
    // by what is told of it, in thousandths, so that nothing reads 0.500 and is doubtful
    boolean accused = odds.confidence().doubleValue() >= EVEN && features.clear() && !plain;
    return features
        .verdict()
        .weighed(accused ? Outcome.CONTRADICTED : Outcome.DOUBTFUL, odds, flags(features));
  }

  /** "up 30 percent this year", "on a six-day losing streak": what has been up to now. */
  private static boolean runsUpToNow(Claim claim) {
    boolean upToNow =
        switch (claim.kind()) {
          case PERIOD_RETURN -> claim.compared().window() != null;
          case STREAK, RELATIVE -> true;
          default -> false;
        };
    return upToNow && claim.session() instanceof SessionWords.Unstated;
  }

  /** A weekday beside a date with its year leaves no other reading, whatever prices were. */
  private static boolean excludesItself(Features features) {
    return features.claim().kind() == ClaimKind.SESSION_DATE
        && features.verdict().strength() == Strength.INTERNAL;
  }

  /** Whether too few failed claims of the kind are known to say how often they are false. */
  private static boolean isUnmeasured(ClaimKind kind) {
    return switch (kind) {
      case RANK, RATIO_PARITY, LISTING_TAG, SESSION_DATE -> true;
      default -> false;
    };
  }

  private static Set<Flag> flags(Features features) {
    if (features.verdict().flags().contains(Flag.WRONG_SESSION_DATE)) {
      return Set.of(); // true of another session, so its digits are right
    }
    return switch (features.shape()) {
      case SIGN -> Set.of(Flag.SIGN_SLIP);
      case DIGIT, SWAP -> features.digits() > 2 ? Set.of(Flag.DIGIT_SLIP) : Set.of();
      case SCALE, NONE -> Set.of();
    };
  }
}
