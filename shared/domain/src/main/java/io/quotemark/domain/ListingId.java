package io.quotemark.domain;

import java.util.regex.Pattern;

/**
 * A security on one exchange, written {@code MIC:TICKER}: the ISO 10383 market code and the ticker
 * as the exchange writes it ({@code XHKG:9988}, {@code XNYS:BABA}). Indices are {@code INDEX:HSI},
 * currency pairs {@code FX:USDHKD} (price of one USD in HKD).
 */
public record ListingId(String mic, String ticker) implements Comparable<ListingId> {
  private static final Pattern MIC = Pattern.compile("[A-Z0-9]{2,5}");
  private static final Pattern TICKER = Pattern.compile("[A-Z0-9][A-Z0-9.&_/-]{0,19}");

  public static final String INDEX = "INDEX";
  public static final String FX = "FX";

  public ListingId {
    if (!MIC.matcher(mic).matches() || !TICKER.matcher(ticker).matches()) {
      throw new IllegalArgumentException("not a listing id (MIC:TICKER): " + mic + ":" + ticker);
    }
  }

  /**
   * @throws IllegalArgumentException where {@code text} is not of the form {@code MIC:TICKER}
   */
  public static ListingId parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("not a listing id (MIC:TICKER): " + text);
    }
    return new ListingId(text.substring(0, colon), text.substring(colon + 1));
  }

  public static ListingId index(String symbol) {
    return new ListingId(INDEX, symbol);
  }

  public static ListingId currencyPair(String base, String quote) {
    return new ListingId(FX, base + quote);
  }

  public boolean isIndex() {
    return mic.equals(INDEX);
  }

  public boolean isCurrencyPair() {
    return mic.equals(FX);
  }

  @Override
  public int compareTo(ListingId other) {
    int byMic = mic.compareTo(other.mic);
    return byMic != 0 ? byMic : ticker.compareTo(other.ticker);
  }

  @Override
  public String toString() {
    return mic + ":" + ticker;
  }
}
