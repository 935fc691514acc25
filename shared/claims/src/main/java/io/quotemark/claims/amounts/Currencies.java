package io.quotemark.claims.amounts;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The classes of classes.tsv: what several countries write alike, and its usual reading. */
record Currencies(@Nullable String usual, List<String> candidates) {
  private static final Map<String, Currencies> CLASSES = load();

  Currencies {
    candidates = List.copyOf(candidates);
  }

  private static Map<String, Currencies> load() {
    Map<String, Currencies> classes = new HashMap<>();
    for (List<String> row : DataFile.load("classes.tsv", 3).rows()) {
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
    if (language != null) {
      Currencies exact = CLASSES.get((currencyClass + "@" + language).toLowerCase(Locale.ROOT));
      if (exact != null) {
        return exact;
      }
      int tag = language.indexOf('-');
      if (tag > 0) {
        return of(currencyClass, language.substring(0, tag));
      }
    }
    Currencies known = CLASSES.get(currencyClass.toLowerCase(Locale.ROOT));
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
