package io.quotemark.market.odds;

import io.quotemark.domain.CheckedClaim;
import io.quotemark.domain.Entity;
import io.quotemark.domain.Odds;
import io.quotemark.domain.SourceKind;
import io.quotemark.domain.Verdict;
import io.quotemark.domain.Verdict.Flag;
import io.quotemark.domain.Verdict.Outcome;
import io.quotemark.market.verdicts.Accusation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Weighs every claim of an article that failed: is it false, or was it misread? It is contradicted
 * where it is likelier false than not and the words do not plainly allow another reading that
 * holds; else it is doubtful.
 */
public final class Weighing {
  private static final double EVEN = 0.5;

  private final Scorecard scorecard;
  private final SignWords words = SignWords.shipped();
  private final Watch watch;

  public Weighing(Scorecard scorecard, Watch watch) {
    this.scorecard = scorecard;
    this.watch = watch;
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
    Map<String, Accusation> byClaim = new HashMap<>();
    accusations.forEach(accusation -> byClaim.put(accusation.claim().id(), accusation));
    FeatureReader reader = new FeatureReader(claims, entities);
    List<CheckedClaim> weighed = new ArrayList<>();
    for (CheckedClaim checked : claims) {
      Accusation accusation = byClaim.get(checked.claim().id());
      weighed.add(
          accusation == null
              ? checked
              : new CheckedClaim(
                  checked.claim(), weighed(reader.of(accusation, checked.verdict()), source)));
    }
    return weighed;
  }

  private Verdict weighed(Features features, SourceKind source) {
    List<String> signs = Signs.of(features);
    watch.failed(features.claim(), signs);
    double probability = scorecard.probability(signs, source);
    Odds odds = words.odds(probability, features, signs, scorecard);
    boolean accused = probability >= EVEN && !PlainReadings.allow(features);
    return features
        .verdict()
        .weighed(accused ? Outcome.CONTRADICTED : Outcome.DOUBTFUL, odds, flags(features));
  }

  private static Set<Flag> flags(Features features) {
    return switch (features.shape()) {
      case SIGN -> Set.of(Flag.SIGN_SLIP);
      case DIGIT, SWAP -> features.digits() > 2 ? Set.of(Flag.DIGIT_SLIP) : Set.of();
      case SCALE, NONE -> Set.of();
    };
  }
}
