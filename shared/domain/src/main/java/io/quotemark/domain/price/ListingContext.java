package io.quotemark.domain.price;

import io.quotemark.domain.listing.ListingId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the price of one listing did around an article; association, never cause (rule 14). Figures
 * are null where history does not reach. Percentages are in per cent, simple returns.
 *
 * @param asOf last session any figure here may use: the previous session of the claim's session
 * @param previousClose close of that session
 * @param returns by window: {@code 1d 5d 20d 60d 250d ytd}, to {@code asOf}
 * @param volatility by window {@code 20d 60d 250d}: annualised, sample standard deviation of log
 *     returns × √252, in per cent, to {@code asOf}
 * @param volumeVs20d volume of {@code asOf} over the mean of the 20 sessions before it, rows with
 *     volume 0 that a source filled in left out
 * @param recordHigh null where history is too short to speak of a record
 * @param marketValue null where the number of shares is not known
 */
public record ListingContext(
    ListingId listing,
    @Nullable LocalDate asOf,
    @Nullable BigDecimal previousClose,
    Map<String, BigDecimal> returns,
    @Nullable Range range52w,
    Map<String, BigDecimal> volatility,
    @Nullable BigDecimal volumeVs20d,
    @Nullable MarketModel marketModel,
    @Nullable Parity adrParity,
    @Nullable SessionState sessionAtPublication,
    @Nullable Reaction reaction,
    @Nullable Stated stated,
    boolean sample,
    @Nullable RecordHigh recordHigh,
    @Nullable MarketValue marketValue) {

  public enum SessionState {
    OPEN,
    BREAK,
    PRE_OPEN,
    CLOSED,
    HOLIDAY
  }

  /**
   * @param asOf last session inside the range
   * @param position where {@code last} stands between low (0) and high (1)
   */
  public record Range(
      BigDecimal low,
      LocalDate lowSession,
      BigDecimal high,
      LocalDate highSession,
      @Nullable BigDecimal position,
      LocalDate asOf) {}

  /**
   * Market model over the 120 log returns that end 11 sessions before the event day (MacKinlay
   * 1997).
   *
   * @param abnormal log return of the event day beyond the model's, in per cent; null where the
   *     event day was not over at publication
   * @param tValue {@code abnormal} over the standard error of the regression (118 degrees of
   *     freedom)
   * @param from session of the first close the returns start from
   * @param to session of the last return
   * @param previous the same figures for the session before the event day, over the same window
   */
  public record MarketModel(
      ListingId index,
      BigDecimal beta,
      @Nullable BigDecimal abnormal,
      @Nullable BigDecimal tValue,
      LocalDate from,
      LocalDate to,
      @Nullable LocalDate eventDay,
      @Nullable Abnormal previous) {
    public MarketModel(
        ListingId index,
        BigDecimal beta,
        @Nullable BigDecimal abnormal,
        @Nullable BigDecimal tValue,
        LocalDate from,
        LocalDate to,
        @Nullable LocalDate eventDay) {
      this(index, beta, abnormal, tValue, from, to, eventDay, null);
    }
  }

  /**
   * What one session returned beyond the market model.
   *
   * @param value log return in per cent
   */
  public record Abnormal(LocalDate session, BigDecimal value, BigDecimal tValue) {}

  /**
   * The highest price of all history in store before the event day, after splits.
   *
   * @param distance of the close of {@code asOf} from it, in per cent, never above zero
   * @param since first session of that history
   */
  public record RecordHigh(
      BigDecimal high, LocalDate session, BigDecimal distance, LocalDate since) {}

  /**
   * Price × ordinary shares of the issuer, and the article's sums of money against it.
   *
   * @param value in {@code currency}, at the close of {@code asOf}
   * @param shares ordinary shares outstanding, as the securities master has them
   */
  public record MarketValue(
      BigDecimal value, String currency, long shares, LocalDate asOf, List<Part> amounts) {
    public MarketValue {
      amounts = List.copyOf(amounts);
    }

    /**
     * @param amount position in the article's list of amounts
     * @param percent of the market value, in per cent
     */
    public record Part(int amount, BigDecimal percent) {}
  }

  /**
   * @param implied price of one depositary share that the ordinary share implies
   * @param premium actual over implied, in per cent
   */
  public record Parity(
      ListingId ordinary,
      ListingId depositary,
      BigDecimal ratio,
      BigDecimal rate,
      BigDecimal implied,
      BigDecimal actual,
      BigDecimal premium,
      LocalDate asOf) {}

  /**
   * @param day0 first session that could react to publication
   * @param returns by {@code open day0 d1 d5 d20}: from the last close before day 0
   * @param versusIndex the same less the index's, where it has one
   * @param complete whether all of them are known, so that they will not change
   * @param sessions which session each of them is as of
   */
  public record Reaction(
      LocalDate day0,
      Map<String, BigDecimal> returns,
      Map<String, BigDecimal> versusIndex,
      boolean complete,
      Map<String, LocalDate> sessions) {
    public Reaction {
      returns = ordered(returns);
      versusIndex = ordered(versusIndex);
      sessions = ordered(sessions);
    }

    public Reaction(
        LocalDate day0,
        Map<String, BigDecimal> returns,
        Map<String, BigDecimal> versusIndex,
        boolean complete) {
      this(day0, returns, versusIndex, complete, Map.of());
    }
  }

  /**
   * What can be said without any price in store.
   *
   * @param printed the prices the article itself prints for this listing
   * @param wanted which price file would decide
   */
  public record Stated(List<String> printed, String wanted) {
    public Stated {
      printed = List.copyOf(printed);
    }
  }

  public ListingContext {
    returns = ordered(returns);
    volatility = ordered(volatility);
  }

  public ListingContext(
      ListingId listing,
      @Nullable LocalDate asOf,
      @Nullable BigDecimal previousClose,
      Map<String, BigDecimal> returns,
      @Nullable Range range52w,
      Map<String, BigDecimal> volatility,
      @Nullable BigDecimal volumeVs20d,
      @Nullable MarketModel marketModel,
      @Nullable Parity adrParity,
      @Nullable SessionState sessionAtPublication,
      @Nullable Reaction reaction,
      @Nullable Stated stated,
      boolean sample) {
    this(
        listing,
        asOf,
        previousClose,
        returns,
        range52w,
        volatility,
        volumeVs20d,
        marketModel,
        adrParity,
        sessionAtPublication,
        reaction,
        stated,
        sample,
        null,
        null);
  }

  /**
   * The same with another reaction.
   *
   * @param ofSample whether that rests on sample data
   */
  public ListingContext with(Reaction known, boolean ofSample) {
    return new ListingContext(
        listing,
        asOf,
        previousClose,
        returns,
        range52w,
        volatility,
        volumeVs20d,
        marketModel,
        adrParity,
        sessionAtPublication,
        known,
        stated,
        sample || ofSample,
        recordHigh,
        marketValue);
  }

  private static <T> Map<String, T> ordered(Map<String, T> figures) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }
}
