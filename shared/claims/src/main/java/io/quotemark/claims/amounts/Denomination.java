package io.quotemark.claims.amounts;

import org.jspecify.annotations.Nullable;

/** What a sum is printed in: one currency, or a sign that several countries write alike. */
sealed interface Denomination {
  /** As numbers.tsv writes it: {@code USD}, {@code ?DOLLAR}, {@code ¢USD}. */
  String written();

  /**
   * @param written a currency of numbers.tsv
   */
  static Denomination of(String written) {
    return switch (written.charAt(0)) {
      case '?' -> new Shared(written);
      case '¢' -> new BeforeCents(written.substring(1));
      default -> new One(written);
    };
  }

  static boolean same(@Nullable Denomination one, @Nullable Denomination other) {
    return one != null && other != null && one.written().equals(other.written());
  }

  /** The currency's code, null where several share the sign. */
  default @Nullable String code() {
    return null;
  }

  /**
   * One currency.
   *
   * @param code ISO 4217, or {@code CNH}
   */
  record One(String code) implements Denomination {
    @Override
    public String written() {
      return code;
    }
  }

  /**
   * A sign or word of several countries ("$", "pounds"), which the text has to tell apart.
   *
   * @param written its class, {@code ?DOLLAR}; {@link Currencies} says which it may be
   */
  record Shared(String written) implements Denomination {}

  /**
   * One currency, but only where cents follow ("US72¢").
   *
   * @param cents ISO 4217
   */
  record BeforeCents(String cents) implements Denomination {
    @Override
    public String written() {
      return "¢" + cents;
    }
  }
}
