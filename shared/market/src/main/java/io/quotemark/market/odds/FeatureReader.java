package io.quotemark.market.odds;

import io.quotemark.domain.Bar;
import io.quotemark.domain.CheckedClaim;
import io.quotemark.domain.Claim;
import io.quotemark.domain.ClaimKind;
import io.quotemark.domain.Entity;
import io.quotemark.domain.ListingId;
import io.quotemark.domain.Verdict;
import io.quotemark.domain.Verdict.Flag;
import io.quotemark.market.verdicts.Accusation;
import io.quotemark.market.verdicts.Question;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the features of an article's accusations. */
final class FeatureReader {
  private static final List<String> BROAD = List.of("GSPC", "DJI", "IXIC");
  private static final int MOST_LISTINGS = 12;

  private final List<CheckedClaim> claims;
  private final List<Entity> entities;

  FeatureReader(List<CheckedClaim> claims, List<Entity> entities) {
    this.claims = claims;
    this.entities = entities;
  }

  Features of(Accusation accusation, Verdict verdict) {
    Claim claim = accusation.claim();
    Question question = accusation.question();
    Group group = Group.of(claim.kind());
    Shape shape = shape(claim, verdict, question, group);
    List<OtherReading> others =
        question == null
            ? List.of()
            : OtherReadings.of(question, group, ofSentence(claim), ofArticle(claim));
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
        Beside.of(claim, claims));
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
    if (group == Group.LEVEL && question != null) {
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
    Set<ListingId> listings = new LinkedHashSet<>();
    if (claim.listing() != null) {
      claim.listing().rejected().forEach(rejected -> listings.add(rejected.id()));
    }
    for (CheckedClaim other : claims) {
      boolean same =
          other.claim().at().in() == claim.at().in()
              && other.claim().wording().sentence() == claim.wording().sentence();
      ListingId listing = Beside.listing(other.claim());
      if (same && listing != null) {
        listings.add(listing);
      }
    }
    return listings;
  }

  private Set<ListingId> ofArticle(Claim claim) {
    Set<ListingId> listings = new LinkedHashSet<>();
    for (CheckedClaim other : claims) {
      ListingId listing = Beside.listing(other.claim());
      if (listing != null) {
        listings.add(listing);
      }
    }
    BROAD.forEach(index -> listings.add(ListingId.index(index)));
    entities.forEach(entity -> listings.addAll(entity.listings()));
    listings.removeAll(ofSentence(claim));
    return new LinkedHashSet<>(
        new ArrayList<>(listings).subList(0, Math.min(listings.size(), MOST_LISTINGS)));
  }
}
