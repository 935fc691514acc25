package io.quotemark.domain.verdict;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What price history says about one claim, with everything it rests on.
 *
 * @param strength what the agreement is worth, null where there is none
 * @param code why a claim is unverifiable, null otherwise
 * @param reasons sentences for people, the deciding one first
 * @param basis field and session that decided, null where none was reached
 * @param alternatives every basis that was evaluated, with what it says
 * @param evidence what was looked at, null where nothing was
 * @param repair the likely intended statement where a flag names a slip, else null
 * @param odds of a contradicted or doubtful claim, how likely the statement is false; else null
 * @param needs prices that are not in store and without which this is not decided; none where it is
 *     decided, or where no price file would decide it
 */
public record Verdict(
    Outcome outcome,
    @Nullable Strength strength,
    @Nullable Unverifiable code,
    List<String> reasons,
    Set<Flag> flags,
    @Nullable Basis basis,
    List<Alternative> alternatives,
    @Nullable Evidence evidence,
    @Nullable String repair,
    @Nullable Odds odds,
    List<EvidenceNeed> needs) {

  public enum Outcome {
    VERIFIED,
    VERIFIED_LOOSE,
    CONTRADICTED,
    /** The tape does not bear out what was read, but the reading is too unsure to accuse. */
    DOUBTFUL,
    UNVERIFIABLE,
    PENDING,
    NOT_CHECKABLE
  }

  public enum Strength {
    /** Equals the field the words name. */
    EXACT,
    /** Equals it after the printed rounding. */
    ROUNDED,
    /** Inside the day's range only. */
    WITHIN_RANGE,
    /** True, and more than is said. */
    UNDERSTATED,
    /** Follows from the text alone. */
    INTERNAL
  }

  /** Why a claim cannot be decided; each says one thing, which the first reason says in full. */
  public enum Unverifiable {
    /**
     * Prices, a reference rate, a volume or a count of shares that would decide is not in store.
     */
    NO_PRICE_DATA,
    /** The history, or the exchange's calendar, starts after what the claim compares with. */
    HISTORY_TOO_SHORT,
    /** A session that the claim needs is missing in the history, or its row is filled in. */
    HISTORY_GAP,
    /**
     * It speaks of trading that daily bars do not show: before or after hours, one deal of many.
     */
    SESSION_NOT_COVERED,
    /** It is not sure enough whose price is meant, on which exchange or against what. */
    LISTING_AMBIGUOUS,
    /** It is not clear which session or which stretch of time is meant. */
    DATE_AMBIGUOUS,
    /** Two sources differ, or count otherwise than the article may have. */
    DATA_CONFLICT,
    /** The exchange did not trade on the day that is meant. */
    MARKET_CLOSED,
    /** The figure is in another currency than the prices, or in none that is stated. */
    CURRENCY_MISMATCH,
    /** Nothing is printed to hold against prices: no figure, no length, no direction. */
    NO_FIGURE
  }

  public enum Flag {
    STALE_AT_PUBLISH,
    BASIS_SENSITIVE,
    ADJUSTMENT_SENSITIVE,
    ROUNDING_DRIFT,
    INTERNAL_INCONSISTENT,
    UNIT_SLIP,
    SCALE_SLIP,
    /** Up and down changed places. */
    SIGN_SLIP,
    /** One digit is wrong, or two neighbouring digits changed places. */
    DIGIT_SLIP,
    WRONG_LISTING,
    WRONG_CURRENCY,
    WRONG_SESSION_DATE,
    /** So near to the bar that another venue's close may be meant. */
    CLOSE_VENUE,
    PROVISIONAL,
    PROPAGATED,
    SAMPLE_DATA
  }

  /** The price and session a verdict was reached on. */
  public record Basis(@Nullable PriceField field, @Nullable LocalDate session) {}

  /**
   * One of several bases a claim was evaluated on.
   *
   * @param name {@code close/close}, {@code high/high}, {@code last/close} …
   * @param date the deciding earlier session, null where there is none
   * @param value what stood there
   */
  public record Alternative(
      String name,
      Outcome outcome,
      @Nullable LocalDate date,
      @Nullable BigDecimal value,
      String note) {}

  /**
   * @param listing whose bars these are
   * @param computed the figure the bars give for the claim (move in per cent, implied rate …), null
   *     where it is a bar's own
   * @param minutes those that decided, null where none did
   */
  public record Evidence(
      @Nullable ListingId listing,
      List<Bar> bars,
      @Nullable String source,
      @Nullable Instant retrievedAt,
      @Nullable BigDecimal computed,
      @Nullable DecidingMinutes minutes) {
    public Evidence {
      bars = List.copyOf(bars);
    }

    /** Of bars of sessions alone. */
    public Evidence(
        @Nullable ListingId listing,
        List<Bar> bars,
        @Nullable String source,
        @Nullable Instant retrievedAt,
        @Nullable BigDecimal computed) {
      this(listing, bars, source, retrievedAt, computed, null);
    }

    public Evidence with(DecidingMinutes deciding) {
      return new Evidence(listing, bars, source, retrievedAt, computed, deciding);
    }
  }

  public Verdict {
    reasons = List.copyOf(reasons);
    alternatives = List.copyOf(alternatives);
    needs = List.copyOf(needs);
    EnumSet<Flag> ordered = EnumSet.noneOf(Flag.class);
    ordered.addAll(flags);
    flags = Collections.unmodifiableSet(ordered);
    if ((outcome == Outcome.UNVERIFIABLE) != (code != null)) {
      throw new IllegalArgumentException(
          "unverifiable needs a reason code, and only it: " + outcome + ", " + code);
    }
    if (odds != null && outcome != Outcome.CONTRADICTED && outcome != Outcome.DOUBTFUL) {
      throw new IllegalArgumentException("only what failed has odds, not " + outcome);
    }
    if (!needs.isEmpty() && outcome != Outcome.UNVERIFIABLE && outcome != Outcome.PENDING) {
      throw new IllegalArgumentException("what is " + outcome + " needs no more evidence");
    }
  }

  /** A verdict without odds: whatever is neither contradicted nor doubtful. */
  public Verdict(
      Outcome outcome,
      @Nullable Strength strength,
      @Nullable Unverifiable code,
      List<String> reasons,
      Set<Flag> flags,
      @Nullable Basis basis,
      List<Alternative> alternatives,
      @Nullable Evidence evidence,
      @Nullable String repair) {
    this(
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
        List.of());
  }

  /** The same verdict with one more flag, and the sentence that explains it. */
  public Verdict flagged(Flag flag, String reason) {
    Set<Flag> more = EnumSet.of(flag);
    more.addAll(flags);
    List<String> sentences = new ArrayList<>(reasons);
    sentences.add(reason);
    return new Verdict(
        outcome,
        strength,
        code,
        sentences,
        more,
        basis,
        alternatives,
        evidence,
        repair,
        odds,
        needs);
  }

  /** The same verdict with one more sentence on what it rests on. */
  public Verdict because(String reason) {
    List<String> sentences = new ArrayList<>(reasons);
    sentences.add(reason);
    return new Verdict(
        outcome,
        strength,
        code,
        sentences,
        flags,
        basis,
        alternatives,
        evidence,
        repair,
        odds,
        needs);
  }

  /** A claim that failed, weighed: contradicted or doubtful, with its odds and what it may be. */
  public Verdict weighed(Outcome weighed, Odds odds, Set<Flag> more) {
    if (weighed != Outcome.CONTRADICTED && weighed != Outcome.DOUBTFUL) {
      throw new IllegalArgumentException("only what failed is weighed, not " + weighed);
    }
    Set<Flag> all = EnumSet.noneOf(Flag.class);
    all.addAll(flags);
    all.addAll(more);
    return new Verdict(
        weighed,
        strength,
        null,
        reasons,
        all,
        basis,
        alternatives,
        evidence,
        repair,
        odds,
        List.of());
  }

  /** The same finding, of which it cannot be said what it means for the claim. */
  public Verdict undecided(Unverifiable why, String reason) {
    List<String> sentences = new ArrayList<>(List.of(reason));
    sentences.addAll(reasons);
    return new Verdict(
        Outcome.UNVERIFIABLE,
        null,
        why,
        sentences,
        flags,
        basis,
        alternatives,
        evidence,
        repair,
        null,
        List.of());
  }

  public static Verdict notCheckable(String reason) {
    return new Verdict(
        Outcome.NOT_CHECKABLE, null, null, List.of(reason), Set.of(), null, List.of(), null, null);
  }

  public static Verdict unverifiable(Unverifiable code, String reason) {
    return new Verdict(
        Outcome.UNVERIFIABLE, null, code, List.of(reason), Set.of(), null, List.of(), null, null);
  }
}
