package io.quotemark.domain.listing;

/**
 * A security on one exchange, written {@code MIC:TICKER}: the ISO 10383 market code and the ticker
 * as the exchange writes it ({@code XHKG:9988}, {@code XNYS:BABA}). Indices are {@code INDEX:HSI},
 * currency pairs {@code FX:USDHKD} (price of one USD in HKD).
 */
public record ListingId(String mic, String ticker) implements Comparable<ListingId> {
  public static final String INDEX = "INDEX";
  public static final String FX = "FX";

  public ListingId {
    if (!isMic(mic) || !isTicker(ticker)) {
      throw new IllegalArgumentException("not a listing id (MIC:TICKER): " + mic + ":" + ticker);
    }
  }

  // Written out, and no expressions: a function makes five thousand of these before its first
  // answer, when expressions and what the compiler makes for records run slowest.

  private static boolean isMic(String text) {
    if (text.length() < 2 || text.length() > 5) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!isCapitalOrDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isTicker(String text) {
    if (text.isEmpty() || text.length() > 20 || !isCapitalOrDigit(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isCapitalOrDigit(c) && c != '.' && c != '&' && c != '_' && c != '/' && c != '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean isCapitalOrDigit(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ListingId id && mic.equals(id.mic) && ticker.equals(id.ticker);
  }

  @Override
  public int hashCode() {
    return 31 * mic.hashCode() + ticker.hashCode();
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
