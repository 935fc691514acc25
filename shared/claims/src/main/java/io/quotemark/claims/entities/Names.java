package io.quotemark.claims.entities;

import io.quotemark.claims.text.Token;
import io.quotemark.claims.text.Tokens;
import io.quotemark.domain.Issuer;
import io.quotemark.domain.Securities;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Every name of every issuer, by its first token, the longest first. */
final class Names {
  /** What else a registered name may end with. */
  private static final Set<String> TRAILING = Set.of("holding", "the", ",", ".", "(", ")");

  /**
   * @param words tokens in lower case
   * @param upper whether it must be printed in capitals, as an abbreviation is
   * @param common whether it is an ordinary word as well
   */
  record Name(List<String> words, Issuer issuer, boolean upper, boolean common) {}

  private final Map<String, List<Name>> byFirst = new HashMap<>();

  Names(Securities securities) {
    for (Issuer issuer : securities.issuers()) {
      if (issuer.isCurrencyPair()) {
        continue;
      }
      add(issuer.name(), issuer);
      for (String alias : issuer.aliases()) {
        add(alias, issuer);
      }
    }
    byFirst.values().forEach(l -> l.sort(Comparator.comparingInt((Name n) -> -n.words().size())));
  }

  List<Name> startingWith(String word) {
    return byFirst.getOrDefault(word, List.of());
  }

  private void add(String printed, Issuer issuer) {
    List<String> words = words(printed);
    put(words, printed, issuer);
    // "Alibaba Group Holding Limited" is also "Alibaba Group Holding" and "Alibaba Group"
    int end = words.size();
    while (end > 1 && trailing(words.get(end - 1))) {
      end--;
      if (!trailing(words.get(end - 1)) || end > 1) {
        put(words.subList(0, end), printed, issuer);
      }
    }
  }

  private void put(List<String> words, String printed, Issuer issuer) {
    if (words.isEmpty()
        || (words.size() == 1 && (words.getFirst().length() < 2 || trailing(words.getFirst())))) {
      return;
    }
    String joined = String.join(" ", words);
    boolean short1 = words.size() == 1 && joined.length() <= 5;
    boolean upper = short1 && printed.equals(printed.toUpperCase(Locale.ROOT)) && !hasCjk(printed);
    boolean common = issuer.commonWords().contains(joined);
    List<Name> names = byFirst.computeIfAbsent(words.getFirst(), w -> new ArrayList<>(2));
    if (names.stream().noneMatch(n -> n.issuer().equals(issuer) && n.words().equals(words))) {
      names.add(new Name(List.copyOf(words), issuer, upper, common));
    }
  }

  private static boolean trailing(String word) {
    return LegalForms.contains(word) || TRAILING.contains(word);
  }

  static List<String> words(String printed) {
    return Tokens.of(printed).list().stream().map(Token::lower).toList();
  }

  private static boolean hasCjk(String text) {
    return text.codePoints().anyMatch(c -> c >= 0x2E80);
  }
}
