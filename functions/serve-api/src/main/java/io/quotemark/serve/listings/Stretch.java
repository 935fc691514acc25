package io.quotemark.serve.listings;

import io.quotemark.serve.http.Parameters;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far back a listing's chart goes. */
enum Stretch {
  M1("1M", "1 month"),
  M6("6M", "6 months"),
  Y1("1Y", "1 year"),
  Y5("5Y", "5 years"),
  MAX("Max", "all prices in store");

  static final String NAME = "range";
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

  private final String label;
  private final String words;

  Stretch(String label, String words) {
    this.label = label;
    this.words = words;
  }

  /** As the address has it. */
  String key() {
    return label.toLowerCase(Locale.ROOT);
  }

  String label() {
    return label;
  }

  String words() {
    return words;
  }

  LocalDate before(LocalDate last) {
    return switch (this) {
      case M1 -> last.minusMonths(1);
      case M6 -> last.minusMonths(6);
      case Y1 -> last.minusYears(1);
      case Y5 -> last.minusYears(5);
      case MAX -> EARLIEST;
    };
  }

  /** What a request chose, a year where it chose nothing. */
  static Stretch of(Parameters query) {
    List<String> keys = Arrays.stream(values()).map(Stretch::key).toList();
    @Nullable String chosen = query.oneOf(NAME, keys);
    return chosen == null ? Y1 : values()[keys.indexOf(chosen)];
  }
}
