package io.quotemark.market.odds;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Entity;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Verdict.Flag;
import io.quotemark.market.verdicts.Accusation;
import io.quotemark.market.verdicts.Market;
import io.quotemark.market.verdicts.Question;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects the features of an article's accusations. */
final class FeatureReader {
  private static final List<String> BROAD = List.of("GSPC", "DJI", "IXIC");
  private static final int MOST_LISTINGS = 12;

  private final Neighbours neighbours;

  /** Listings of all claims, then the broad indices, then those of all entities. */
  private final Set<ListingId> listings;

  /** Those of them that have bars, so that another reading of them can hold. */
  private @Nullable List<ListingId> priced;

  FeatureReader(List<CheckedClaim> claims, List<Entity> entities) {
    this.neighbours = new Neighbours(claims);
    this.listings = new LinkedHashSet<>(neighbours.ofArticle());
    BROAD.forEach(index -> listings.add(ListingId.index(index)));
    entities.forEach(entity -> listings.addAll(entity.listings()));
  }

  Features of(Accusation accusation, Verdict verdict) {
    Claim claim = accusation.claim();
    Question question = accusation.question();
    Group group = Group.of(claim.kind());
    Shape shape = shape(claim, verdict, question, group);
    Set<ListingId> ofSentence = ofSentence(claim);
    List<OtherReading> others =
        question == null
            ? List.of()
            : OtherReadings.of(
                question, group, ofSentence, ofArticle(ofSentence, question.market()));
    return new Features(
        claim,
        verdict,
        group,
        shape,
        digits(claim.value()),
        distance(claim, verdict, question, group),
        beaten(claim, verdict, question),
        others,
        accusation.stated(),
        accusation.anchored(),
        accusation.close(),
        accusation.isClear(),
        ago(question),
        neighbours.of(claim));
  }

  private static Shape shape(
      Claim claim, Verdict verdict, @Nullable Question question, Group group) {
    if (verdict.flags().contains(Flag.UNIT_SLIP) || verdict.flags().contains(Flag.SCALE_SLIP)) {
      return Shape.SCALE;
    }
    BigDecimal value = claim.value();
    BigDecimal step = claim.step();
    if (value == null || step == null || group == Group.EXTREME) {
      return Shape.NONE;
    }
    for (BigDecimal actual : actual(claim, verdict, question, group)) {
      Shape shape = Shape.of(value, step, actual);
      if (shape != Shape.NONE) {
        return shape;
      }
    }
    return Shape.NONE;
  }

  /** What the figure should have been, the likeliest first. */
  private static List<BigDecimal> actual(
      Claim claim, Verdict verdict, @Nullable Question question, Group group) {
    boolean ofSession = claim.compared().over() == null;
    if (group == Group.LEVEL && question != null && ofSession) {
      Bar bar = question.bar();
      return switch (claim.field()) {
        case OPEN -> List.of(bar.open());
        case HIGH -> List.of(bar.high());
        case LOW -> List.of(bar.low());
        case null, default -> List.of(bar.close());
      };
    }
    Verdict.Evidence evidence = verdict.evidence();
    return evidence == null || evidence.computed() == null || group == Group.RATE
        ? List.of()
        : List.of(evidence.computed());
  }

  private static int digits(@Nullable BigDecimal value) {
    return value == null ? 0 : value.abs().stripTrailingZeros().precision();
  }

  private static double distance(
      Claim claim, Verdict verdict, @Nullable Question question, Group group) {
    BigDecimal value = claim.value();
    if (value == null || question == null) {
      return Double.NaN;
    }
    Bar bar = question.bar();
    double close = bar.close().doubleValue();
    double printed = value.doubleValue();
    Verdict.Evidence evidence = verdict.evidence();
    BigDecimal computed = evidence == null ? null : evidence.computed();
    return switch (group) {
      case LEVEL, RATE -> printed > 0 ? Math.log(printed / close) : Double.NaN;
      case MOVE, RETURN -> computed == null ? Double.NaN : printed - computed.doubleValue();
      case UNITS ->
          computed == null ? Double.NaN : (printed - computed.doubleValue()) / close * 100;
      case EXTREME, OTHER -> Double.NaN;
    };
  }

  /**
   * Sessions since the latest bar, of any basis, that beats an extreme; the kindest basis counts.
   */
  private static int beaten(Claim claim, Verdict verdict, @Nullable Question question) {
    boolean extreme = claim.kind() == ClaimKind.EXTREME || claim.kind() == ClaimKind.EXTREME_MOVE;
    if (!extreme || question == null) {
      return -1;
    }
    LocalDate oldest = null;
    for (Verdict.Alternative alternative : verdict.alternatives()) {
      LocalDate date = alternative.date();
      if (date != null && (oldest == null || date.isBefore(oldest))) {
        oldest = date;
      }
    }
    return oldest == null
        ? -1
        : question.history().index(question.session()) - question.history().index(oldest);
  }

  private static int ago(@Nullable Question question) {
    if (question == null) {
      return -1;
    }
    return question
        .publication()
        .lastSeen(question.calendar())
        .map(last ->
            last.isBefore(question.session())
                ? 0
                : Math.min(99, question.calendar().sessionsBetween(question.session(), last)))
        .orElse(-1);
  }

  private Set<ListingId> ofSentence(Claim claim) {
    Set<ListingId> named = new LinkedHashSet<>();
    if (claim.listing() != null) {
      claim.listing().rejected().forEach(rejected -> named.add(rejected.id()));
    }
    named.addAll(neighbours.ofSentence(claim));
    return named;
  }

  private Set<ListingId> ofArticle(Set<ListingId> ofSentence, Market market) {
    List<ListingId> withBars = priced;
    if (withBars == null) {
      withBars = listings.stream().filter(l -> market.history(l).isPresent()).toList();
      priced = withBars;
    }
    return withBars.stream()
        .filter(listing -> !ofSentence.contains(listing))
        .limit(MOST_LISTINGS)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
