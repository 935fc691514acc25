package io.quotemark.claims.figures;

import io.quotemark.claims.amounts.FoundAmount;
import io.quotemark.claims.entities.ExchangeTag;
import io.quotemark.claims.entities.Mention;
import io.quotemark.claims.rules.Match;
import io.quotemark.claims.times.TimeExpression;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.PartialDate;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.price.PriceField;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a match says, still without whom it is about and when it was so. */
public sealed interface Figure {
  Match match();

  /**
   * A move by a figure, or "flat".
   *
   * @param size unsigned, in the figure's unit
   * @param step one unit of its last printed digit
   * @param unit what it is printed in
   * @param amount null for a bare number and for "flat"
   * @param peak whether the session showed it and may have left it again
   * @param opening whether it is the move to the first price of the day
   * @param nearPoints whether points stand beside it
   * @param comparesPeriods whether reports compare so: "from the same period"
   * @param comparesYears whether reports compare so, and prices at times: "from a year earlier"
   */
  record Move(
      Match match,
      BigDecimal size,
      BigDecimal step,
      Direction direction,
      Unit unit,
      @Nullable FoundAmount amount,
      boolean peak,
      boolean opening,
      boolean nearPoints,
      boolean comparesPeriods,
      boolean comparesYears)
      implements Figure {
    /** What a move is printed in. */
    public enum Unit {
      PERCENT,
      MONEY,
      /** Points, or no unit at all. */
      POINTS
    }

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    public BigDecimal signed() {
      return direction == Direction.DOWN ? size.negate() : size;
    }

    /** "added 630,000 customers", "laid off 1,000": no share moves that far in bare points. */
    public boolean counts() {
      return size.compareTo(THOUSAND) >= 0;
    }
  }

  /**
   * "doubled", "a six-fold increase", "lost a third".
   *
   * @param percent how far it moved; null where the word tells no number
   * @param direction null where no word tells it
   * @param over whether it says more than that
   * @param noun whether a noun of motion follows: "a six-fold increase"
   * @param ofAnother whether something else than a price was multiplied: "doubled its stake"
   */
  record Multiple(
      Match match,
      @Nullable BigDecimal percent,
      @Nullable Direction direction,
      boolean over,
      boolean noun,
      boolean ofAnother)
      implements Figure {}

  /** Limit-up or limit-down without a figure. */
  record Limit(Match match, Direction direction) implements Figure {}

  /**
   * A price, the level of an index or a rate.
   *
   * @param amount null for a bare number
   * @param currency that of the amount, else of a move beside it; null where nobody tells it
   * @param wired whether prices of the sentence are in eighths: "eased 1/2 to 161"
   * @param fraction whether it is itself printed in a fraction
   * @param counted whether a word behind it is what a bare number counts: "to 5.6 items"
   * @param over the stretch some day of which is meant: "its high of $63 last month"
   */
  record Level(
      Match match,
      PrintedNumber number,
      @Nullable FoundAmount amount,
      @Nullable String currency,
      boolean wired,
      boolean fraction,
      boolean counted,
      @Nullable Window over)
      implements Figure {}

  /**
   * A mark that was crossed: "above the NT$1,000 mark for the first time".
   *
   * @param amount null for a bare number
   * @param first the stretch in which it was crossed for the first time; null where none is named
   */
  record Threshold(
      Match match,
      PrintedNumber number,
      @Nullable FoundAmount amount,
      Direction direction,
      @Nullable TimeExpression first)
      implements Figure {}

  /**
   * A high or a low.
   *
   * @param direction high or low
   * @param since the date behind "since"; else the stretch is a window
   * @param over the stretch some day of which is meant: "a record high last week"
   * @param rank 2 for "second highest"; null for the highest
   * @param field the price of the session that its words say, null where they say none
   * @param priced whether a word or figure of the market stands beside it
   */
  record Extreme(
      Match match,
      Direction direction,
      @Nullable PartialDate since,
      @Nullable Window window,
      @Nullable Window over,
      @Nullable Integer rank,
      @Nullable PriceField field,
      boolean priced)
      implements Figure {}

  /**
   * The biggest move of a stretch.
   *
   * @param compared the stretch it is the biggest of
   * @param over the stretch whose moves are compared, null for one session
   * @param ranked whether returns rank it: "biggest point drop" and "best run" they do not
   */
  record LargestMove(
      Match match,
      Direction direction,
      TimeExpression compared,
      @Nullable Window over,
      boolean ranked)
      implements Figure {}

  /**
   * Moves in one direction.
   *
   * @param count of sessions, weeks or months
   * @param ended whether it is over
   */
  record Streak(Match match, int count, Direction direction, Window.Unit unit, boolean ended)
      implements Figure {}

  /**
   * How many closes lie beyond a price: "only seven closes higher".
   *
   * @param direction up where they are higher
   * @param compared the stretch they are counted over; null for all of history
   */
  record Rank(Match match, int count, Direction direction, @Nullable TimeExpression compared)
      implements Figure {}

  /** A depositary share's price for one ordinary share: "equal to HK$139.80 per ordinary share". */
  record Parity(Match match, FoundAmount amount) implements Figure {}

  /**
   * A price or level that is foretold: "sees the S&amp;P 500 at 4,500".
   *
   * @param amount null for a bare number
   */
  record Forecast(Match match, PrintedNumber number, @Nullable FoundAmount amount)
      implements Figure {}

  /**
   * What a company is worth, or what it lost or gained of that.
   *
   * @param value signed where it is a change
   */
  record Worth(Match match, ClaimKind kind, BigDecimal value, FoundAmount amount)
      implements Figure {}

  /** Shares or money traded. */
  record Turnover(Match match, FoundAmount amount) implements Figure {}

  /** One sum in two currencies. */
  record Pair(Match match, FoundAmount first, FoundAmount second, String base, String quote)
      implements Figure {}

  /**
   * "$1 = 0.4993 pounds".
   *
   * @param quote null for a bare number
   */
  record Rate(Match match, PrintedNumber number, FoundAmount base, @Nullable FoundAmount quote)
      implements Figure {}

  /**
   * "outperformed the Hang Seng".
   *
   * @param benchmark the chunk it is compared with
   */
  record Comparison(Match match, @Nullable Direction direction, int benchmark) implements Figure {}

  /** An exchange and a ticker in brackets behind a company's name: "Alibaba (NYSE: BABA)". */
  record Tag(Match match, Mention name, ExchangeTag tag) implements Figure {}

  /** The day of the week and the date of a session: "on Tuesday, May 16". */
  record SessionDate(Match match, LocalDate date) implements Figure {}

  /** A figure that no price history decides: a target, earnings, a dividend. */
  record OtherPrice(Match match, ClaimKind kind, FoundAmount amount) implements Figure {}
}
