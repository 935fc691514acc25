package io.quotemark.domain;

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
 *     returns × √252
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
    boolean sample) {

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
   * @param abnormal log return of the event day beyond the model's, in per cent
   */
  public record MarketModel(
      ListingId index,
      BigDecimal beta,
      @Nullable BigDecimal abnormal,
      @Nullable BigDecimal tValue,
      LocalDate from,
      LocalDate to,
      @Nullable LocalDate eventDay) {}

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
   */
  public record Reaction(
      LocalDate day0,
      Map<String, BigDecimal> returns,
      Map<String, BigDecimal> versusIndex,
      boolean complete) {
    public Reaction {
      returns = ordered(returns);
      versusIndex = ordered(versusIndex);
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

  private static Map<String, BigDecimal> ordered(Map<String, BigDecimal> figures) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }
}
