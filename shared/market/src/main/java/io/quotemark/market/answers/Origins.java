package io.quotemark.market.answers;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Origin;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.securities.Securities;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the price that a false figure equals and that may have been taken for the right one.
 * One is named only where it is the only one, and where chance would seldom give another: a price
 * of few digits equals many.
 */
final class Origins {
  /** Sessions before and after in which a figure may have been looked up. */
  private static final int WEEK = 5;

  /** Days by which "a year before" may fall on another session. */
  private static final int SLACK = 1;

  /** How many of the candidates chance may give, at the most. */
  private static final double MOST_CHANCE = 0.12;

  /** Sessions whose ranges tell how far apart neighbouring prices lie. */
  private static final int RANGES = 20;

  private static final int OTHERS = 12;

  private final Securities securities;
  private final Tape tape;

  Origins(Securities securities, Tape tape) {
    this.securities = securities;
    this.tape = tape;
  }

  /**
   * @param checked contradicted or doubtful
   * @param named listings that the text names
   * @param lastSeen the last session that was over or running at publication
   */
  @Nullable Origin of(CheckedClaim checked, Set<ListingId> named, LocalDate lastSeen) {
    Claim claim = checked.claim();
    Verdict.Basis basis = checked.verdict().basis();
    LocalDate session = basis == null ? null : basis.session();
    Measure measure = Measure.of(claim);
    ListingId listing = claim.listing() == null ? claim.pair() : claim.listing().id();
    if (session == null || measure == null || listing == null) {
      return null;
    }
    Prices own = Prices.of(tape, listing, lastSeen);
    int at = own == null ? -1 : own.index(session);
    if (own == null || at < 0) {
      return null;
    }
    List<Origin> found = new ArrayList<>();
    fields(measure, own, at, found);
    sessions(measure, own, at, found);
    if (claim.kind() == ClaimKind.PRICE_LEVEL) {
      adjusted(measure, own, at, found);
    }
    for (Listing sister : securities.sisters(listing)) {
      add(
          Origin.Kind.SISTER_LISTING,
          measure,
          Prices.of(tape, sister.id(), lastSeen),
          session,
          found);
    }
    named.stream()
        .filter(other -> !isOfCompany(other, listing))
        .limit(OTHERS)
        .forEach(other ->
            add(
                Origin.Kind.OTHER_COMPANY,
                measure,
                Prices.of(tape, other, lastSeen),
                session,
                found));
    boolean unique = found.size() == 1;
    return unique && chance(measure, own, at, found.getFirst()) <= MOST_CHANCE
        ? found.getFirst()
        : null;
  }

  private boolean isOfCompany(ListingId one, ListingId other) {
    return one.equals(other)
        || securities.sisters(other).stream().anyMatch(sister -> sister.id().equals(one));
  }

  /** The other prices of the session. */
  private static void fields(Measure measure, Prices own, int at, List<Origin> found) {
    for (PriceField field :
        List.of(PriceField.CLOSE, PriceField.OPEN, PriceField.HIGH, PriceField.LOW)) {
      if (field != measure.field()) {
        add(Origin.Kind.OTHER_FIELD, measure.on(field), own, at, found);
      }
    }
  }

  /** The same price a few sessions before or after, and a year before. */
  private static void sessions(Measure measure, Prices own, int at, List<Origin> found) {
    Set<Integer> others = new LinkedHashSet<>();
    for (int apart = 1; apart <= WEEK; apart++) {
      others.add(at - apart);
      others.add(at + apart);
    }
    LocalDate yearBefore = own.at(at).session().minusYears(1);
    for (int days = -SLACK; days <= SLACK; days++) {
      others.add(own.index(yearBefore.plusDays(days)));
    }
    for (int other : others) {
      if (other >= 0 && other < own.size() && other != at) {
        add(Origin.Kind.OTHER_SESSION, measure, own, other, found);
      }
    }
  }

  /** The price in later shares, and lowered by later dividends as adjusted series are. */
  private static void adjusted(Measure measure, Prices own, int at, List<Origin> found) {
    BigDecimal price = measure.value(own, at);
    if (price == null) {
      return;
    }
    BigDecimal split = own.splitFactor(at);
    BigDecimal paid = own.dividendFactor(at);
    boolean splits = split.compareTo(BigDecimal.ONE) != 0;
    boolean dividends = paid.compareTo(BigDecimal.ONE) != 0;
    if (splits) {
      offer(
          Origin.Kind.SPLIT_ADJUSTED,
          measure,
          own,
          at,
          price.multiply(split, MathContext.DECIMAL64),
          found);
    }
    if (dividends) {
      offer(
          Origin.Kind.DIVIDEND_ADJUSTED,
          measure,
          own,
          at,
          price.multiply(paid, MathContext.DECIMAL64).multiply(split, MathContext.DECIMAL64),
          found);
    }
  }

  private static void add(
      Origin.Kind kind,
      Measure measure,
      @Nullable Prices of,
      LocalDate session,
      List<Origin> found) {
    int at = of == null ? -1 : of.index(session);
    if (of != null && at >= 0) {
      add(kind, measure, of, at, found);
    }
  }

  private static void add(
      Origin.Kind kind, Measure measure, Prices of, int at, List<Origin> found) {
    BigDecimal value = measure.value(of, at);
    if (value != null) {
      offer(kind, measure, of, at, value, found);
    }
  }

  private static void offer(
      Origin.Kind kind, Measure measure, Prices of, int at, BigDecimal value, List<Origin> found) {
    if (measure.prints(value)) {
      found.add(
          new Origin(
              kind,
              of.series().listing(),
              of.at(at).session(),
              measure.field(),
              measure.shown(value)));
    }
  }

  /**
   * How many of the candidates a figure that was made up near the right one would equal by chance:
   * its last digit's share of the range in which neighbouring prices lie, for each candidate.
   */
  private static double chance(Measure measure, Prices own, int at, Origin origin) {
    boolean near =
        origin.kind() == Origin.Kind.OTHER_FIELD || origin.kind() == Origin.Kind.OTHER_SESSION;
    double spread = measure.spread(own, at, RANGES);
    return near && spread > 0 ? measure.step().doubleValue() / spread : 0;
  }
}
