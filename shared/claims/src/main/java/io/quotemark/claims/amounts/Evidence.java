package io.quotemark.claims.amounts;

import io.quotemark.claims.text.Token;
import io.quotemark.claims.text.Tokens;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a text itself tells of the market it is written for: exchange tags, places, sums. */
final class Evidence {
  private record Sign(String currency, boolean tag) {}

  private static final Phrases<Sign> PLACES = new Phrases<>(false);
  private static final Map<String, Set<String>> TAGS = load();

  private final Map<String, Integer> tags = new HashMap<>();
  private final Map<String, Integer> suffixes = new HashMap<>();
  private final Map<String, Integer> places = new HashMap<>();

  /** Currencies that the text names without doubt. */
  private final Map<String, Integer> named = new HashMap<>();

  private boolean dollarBeforeCountry;

  /** The evidence of a text's words; its sums are still to be {@link #name}d. */
  static Evidence of(Tokens tokens) {
    Evidence evidence = new Evidence();
    for (int i = 0; i < tokens.size(); i++) {
      evidence.see(tokens, i);
    }
    return evidence;
  }

  /** Adds the currencies that sums of the text are written in without doubt. */
  void name(Tokens tokens, List<Raw> amounts) {
    for (Raw raw : amounts) {
      if (raw.unit().currency() instanceof Denomination.One(String code)) {
        named.merge(code, 1, Integer::sum);
        dollarBeforeCountry |= code.equals("USD") && tokens.is(raw.first(), "$") && raw.prefixed();
      }
    }
  }

  private static Map<String, Set<String>> load() {
    Map<String, Set<String>> tags = new HashMap<>();
    for (List<String> row : DataFile.load("evidence.tsv", 3).rows()) {
      String currency = row.getFirst();
      for (String phrase : DataFile.phrases(row.get(2))) {
        if (row.get(1).equals("tag")) {
          tags.put(phrase, with(tags.getOrDefault(phrase, Set.of()), currency));
        } else {
          boolean cased = !phrase.equals(phrase.toLowerCase(Locale.ROOT));
          Form form = new Form(false, false, cased && !phrase.contains("&") ? phrase : null);
          PLACES.add(phrase, new Sign(currency, false), form);
        }
      }
    }
    return Map.copyOf(tags);
  }

  private static Set<String> with(Set<String> currencies, String one) {
    Set<String> all = new HashSet<>(currencies);
    all.add(one);
    return Set.copyOf(all);
  }

  private void see(Tokens tokens, int at) {
    Token token = tokens.get(at);
    if (token.isWord() && token.length() <= 9) {
      Map<String, Integer> kind = isTag(tokens, at) ? tags : isSuffix(tokens, at) ? suffixes : null;
      if (kind != null) {
        TAGS.getOrDefault(tokens.printed(at), Set.of())
            .forEach(c -> kind.merge(c, 1, Integer::sum));
      }
    }
    Phrases.Hit<Sign> place = PLACES.longest(tokens, at);
    if (place != null) {
      places.merge(place.value().currency(), 1, Integer::sum);
    }
  }

  /** "(ASX: BHP)", "[ASX: BHP]", "(ASX:BHP)". */
  private static boolean isTag(Tokens tokens, int at) {
    return (tokens.is(at - 1, "(") || tokens.is(at - 1, "[")) && tokens.is(at + 1, ":");
  }

  /** "BHP.AX", "9988.HK". */
  private static boolean isSuffix(Tokens tokens, int at) {
    return at > 1
        && tokens.is(at - 1, ".")
        && !tokens.spaceBefore(at)
        && !tokens.spaceBefore(at - 1)
        && tokens.printed(at - 2).chars().noneMatch(Character::isLowerCase);
  }

  /** Bracketed exchange tags of the currency's market. */
  int tags(String currency) {
    return tags.getOrDefault(currency, 0);
  }

  /** Whether anything in the text speaks of the currency's market. */
  boolean speaksOf(String currency) {
    return tags(currency) + places(currency) + suffixes.getOrDefault(currency, 0) > 0;
  }

  int places(String currency) {
    return places.getOrDefault(currency, 0);
  }

  int named(String currency) {
    return named.getOrDefault(currency, 0);
  }

  /** Whether the text writes "$US5", as Australian papers do. */
  boolean dollarBeforeCountry() {
    return dollarBeforeCountry;
  }

  /** The one candidate that tags and places speak for most; null where none or two do. */
  @Nullable String likeliest(List<String> candidates) {
    String best = null;
    int most = 0;
    for (String candidate : candidates) {
      int weight = 2 * tags(candidate) + suffixes.getOrDefault(candidate, 0) + places(candidate);
      if (weight > most) {
        best = candidate;
        most = weight;
      } else if (weight == most) {
        best = null;
      }
    }
    return most > 0 ? best : null;
  }

  /** The one candidate that the text names elsewhere; null where none or several are. */
  @Nullable String onlyNamed(List<String> candidates) {
    List<String> present = candidates.stream().filter(c -> named(c) > 0).toList();
    return present.size() == 1 ? present.getFirst() : null;
  }
}
