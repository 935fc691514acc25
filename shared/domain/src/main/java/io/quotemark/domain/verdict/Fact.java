package io.quotemark.domain.verdict;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One fact that a reason names, in a form that no language shapes: the sentence writes it out.
 *
 * @param text its canonical form, see {@link Kind}
 */
public record Fact(Kind kind, String text) {
  private static final int DECIMALS = 4;

  /** What a fact is, and how its text is written. */
  public enum Kind {
    /**
     * An amount in major units: {@code 118.42} in the currency of the prices, else {@code 7 USD}.
     */
    PRICE,
    /** A move in money or points with its sign, as a price. */
    MOVE,
    /** A move in per cent with its sign: {@code -2.02166}. */
    PERCENT,
    /** A count, a rate or a ratio. */
    NUMBER,
    /** {@code 2025-03-11}; as far as it is known {@code 2025-03} or {@code 2025}. */
    DAY,
    /** A time on the exchange's clock with its zone: {@code 08:12 EST}. */
    TIME,
    /** A stretch of time in whole minutes. */
    MINUTES,
    /** A name or printed words, as they are. */
    NAME,
    /** A share on its exchange: {@code XNYS:BABA}. */
    LISTING,
    /** One of a few things that a sentence says in its own words: {@code up}, {@code close}. */
    CODE
  }

  public static Fact price(BigDecimal amount) {
    return new Fact(Kind.PRICE, amount.toPlainString());
  }

  /**
   * @param currency ISO 4217, null for that of the prices
   */
  public static Fact price(BigDecimal amount, @Nullable String currency) {
    String text = amount.toPlainString();
    return new Fact(Kind.PRICE, currency == null ? text : text + " " + currency);
  }

  public static Fact move(BigDecimal amount) {
    return new Fact(Kind.MOVE, amount.toPlainString());
  }

  /** Kept to four decimals: no article prints more. */
  public static Fact percent(BigDecimal percent) {
    BigDecimal kept =
        percent.scale() > DECIMALS ? percent.setScale(DECIMALS, RoundingMode.HALF_UP) : percent;
    return new Fact(Kind.PERCENT, kept.toPlainString());
  }

  public static Fact number(BigDecimal number) {
    return new Fact(Kind.NUMBER, number.toPlainString());
  }

  public static Fact day(LocalDate day) {
    return new Fact(Kind.DAY, day.toString());
  }

  public static Fact name(String name) {
    return new Fact(Kind.NAME, name);
  }

  public static Fact code(String code) {
    return new Fact(Kind.CODE, code);
  }

  /** Only of kinds that are numbers; the currency is left out. */
  public BigDecimal amount() {
    int space = text.indexOf(' ');
    return new BigDecimal(space < 0 ? text : text.substring(0, space));
  }

  // by hand: a record's own would make the JDK spin classes in a first answer
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Fact fact && kind == fact.kind && text.equals(fact.text);
  }

  @Override
  public int hashCode() {
    return 31 * kind.hashCode() + text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
