package io.quotemark.claims.amounts;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The classes of numbers.tsv: what several countries write alike, and its usual reading.
 *
 * @param usual null where nothing is usual
 * @param candidates ISO 4217, likeliest first
 */
record Currencies(@Nullable String usual, List<String> candidates, Set<Trait> traits) {
  /** What is particular to a class. */
  enum Trait {
    /** American wherever the text's own market is not another. */
    AMERICAN,
    /** The word is a weight too, and places tell nothing of it. */
    WEIGHT,
    /** The word is a verb too. */
    VERB,
    /** Countries that share it write its candidates apart in the languages that say so. */
    APART
  }

  private static final Map<String, Map<String, Currencies>> LOADED = new ConcurrentHashMap<>();

  Currencies {
    candidates = List.copyOf(candidates);
    traits = Set.copyOf(traits);
  }

  boolean is(Trait trait) {
    return traits.contains(trait);
  }

  /**
   * @param code the language whose classes stand beside those of all
   */
  private static Map<String, Currencies> load(String code) {
    Map<String, Currencies> classes = new HashMap<>();
    for (List<String> row : new NumberRows(code).of("class", 4)) {
      String usual = row.get(1).equals("-") ? null : row.get(1);
      classes.put(
          row.get(0).toLowerCase(Locale.ROOT),
          new Currencies(usual, List.of(row.get(2).split(" ")), traits(row.get(3))));
    }
    return Map.copyOf(classes);
  }

  private static Set<Trait> traits(String cell) {
    return cell.equals("-") ? Set.of() : Set.of(Trait.valueOf(cell.toUpperCase(Locale.ROOT)));
  }

  /** What the class means in a language ({@code zh-Hant}, then {@code zh}, then any). */
  static Currencies of(Denomination.Shared shared, @Nullable String language) {
    String tag = language == null ? "" : language.toLowerCase(Locale.ROOT);
    int end = tag.indexOf('-');
    String code = end < 0 ? tag : tag.substring(0, end);
    Map<String, Currencies> classes = LOADED.computeIfAbsent(code, Currencies::load);
    String name = shared.written().toLowerCase(Locale.ROOT);
    Currencies known = classes.getOrDefault(name + "@" + tag, classes.get(name + "@" + code));
    if (known == null) {
      known = classes.get(name);
    }
    if (known == null) {
      throw new IllegalArgumentException("no class " + shared.written());
    }
    return known;
  }

  /** One unit from what is printed before and behind a number; null where they disagree. */
  static @Nullable Unit merged(Unit before, Unit behind) {
    Denomination first = before.currency();
    Denomination second = behind.currency();
    if (first == null || second == null) {
      return null;
    }
    if (Denomination.same(first, second) || mayBe(second, first)) {
      return Unit.money(first, behind.factor());
    }
    return mayBe(first, second) ? behind : null;
  }

  private static boolean mayBe(Denomination sign, Denomination one) {
    return sign instanceof Denomination.Shared shared
        && one.code() != null
        && of(shared, null).candidates().contains(one.code());
  }
}
