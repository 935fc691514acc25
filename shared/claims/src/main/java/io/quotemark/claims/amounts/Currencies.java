package io.quotemark.claims.amounts;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The classes of numbers.tsv: what several countries write alike, and its usual reading. */
record Currencies(@Nullable String usual, List<String> candidates) {
  private static final Map<String, Map<String, Currencies>> LOADED = new ConcurrentHashMap<>();

  Currencies {
    candidates = List.copyOf(candidates);
  }

  /**
   * @param code the language whose classes stand beside those of all
   */
  private static Map<String, Currencies> load(String code) {
    Map<String, Currencies> classes = new HashMap<>();
    for (List<String> row : new NumberRows(code).of("class", 3)) {
      String usual = row.get(1).equals("-") ? null : row.get(1);
      classes.put(
          row.get(0).toLowerCase(Locale.ROOT),
          new Currencies(usual, List.of(row.get(2).split(" "))));
    }
    return Map.copyOf(classes);
  }

  static boolean isClass(String currency) {
    return currency.startsWith("?");
  }

  /** What the class means in a language ({@code zh-Hant}, then {@code zh}, then any). */
  static Currencies of(String currencyClass, @Nullable String language) {
    String tag = language == null ? "" : language.toLowerCase(Locale.ROOT);
    int end = tag.indexOf('-');
    String code = end < 0 ? tag : tag.substring(0, end);
    Map<String, Currencies> classes = LOADED.computeIfAbsent(code, Currencies::load);
    String name = currencyClass.toLowerCase(Locale.ROOT);
    Currencies known = classes.getOrDefault(name + "@" + tag, classes.get(name + "@" + code));
    if (known == null) {
      known = classes.get(name);
    }
    if (known == null) {
      throw new IllegalArgumentException("no class " + currencyClass);
    }
    return known;
  }

  /** One unit from what is printed before and behind a number; null where they disagree. */
  static @Nullable Unit merged(Unit before, Unit behind) {
    String first = before.currency();
    String second = behind.currency();
    if (first == null || second == null) {
      return null;
    }
    if (first.equals(second)) {
      return Unit.money(first, behind.factor());
    }
    if (isClass(first) && of(first, null).candidates().contains(second)) {
      return behind;
    }
    if (isClass(second) && of(second, null).candidates().contains(first)) {
      return Unit.money(first, behind.factor());
    }
    return null;
  }
}
