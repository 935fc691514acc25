package io.quotemark.claims.entities;

import io.quotemark.claims.text.Token;
import io.quotemark.claims.text.Tokens;
import io.quotemark.domain.Issuer;
import io.quotemark.domain.PlainText;
import io.quotemark.domain.Securities;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every name of every issuer by its first token, the longest first. A text's words ask for the
 * names that begin like them, and those are read once.
 */
final class Names {
  /** What else a registered name may end with. */
  private static final Set<String> TRAILING = Set.of("holding", "the", ",", ".", "(", ")");

  /**
   * @param words tokens in lower case
   * @param upper whether it must be printed in capitals, as an abbreviation is
   * @param common whether it is an ordinary word as well
   */
  record Name(List<String> words, Issuer issuer, boolean upper, boolean common) {}

  private final Securities securities;

  /** Names by their first token, under the beginning that they share. */
  private final Map<String, Map<String, List<Name>>> read = new ConcurrentHashMap<>();

  Names(Securities securities) {
    this.securities = securities;
  }

  /**
   * @param word a token in lower case
   */
  List<Name> startingWith(String word) {
    String beginning = PlainText.beginning(word);
    Map<String, List<Name>> known = read.get(beginning);
    if (known == null) {
      List<Issuer> issuers = securities.named(beginning);
      if (issuers.isEmpty()) {
        return List.of(); // not remembered: texts have more words than there are names
      }
      known = read.computeIfAbsent(beginning, b -> read(b, issuers));
    }
    return known.getOrDefault(word, List.of());
  }

  private static Map<String, List<Name>> read(String beginning, List<Issuer> issuers) {
    Map<String, List<Name>> names = new HashMap<>();
    for (Issuer issuer : issuers) {
      if (!issuer.isCurrencyPair()) {
        add(beginning, issuer.name(), issuer, names);
        issuer.aliases().forEach(alias -> add(beginning, alias, issuer, names));
      }
    }
    names.values().forEach(n -> n.sort(Comparator.comparingInt((Name m) -> -m.words().size())));
    return names;
  }

  private static void add(
      String beginning, String printed, Issuer issuer, Map<String, List<Name>> names) {
    if (!PlainText.beginning(printed).equals(beginning)) {
      return;
    }
    List<String> words = words(printed);
    if (!words.isEmpty()) {
      List<Name> known = names.computeIfAbsent(words.getFirst(), w -> new ArrayList<>(2));
      add(words, printed, issuer, known);
    }
  }

  private static void add(List<String> words, String printed, Issuer issuer, List<Name> names) {
    put(words, printed, issuer, names);
    // "Alibaba Group Holding Limited" is also "Alibaba Group Holding" and "Alibaba Group"
    int end = words.size();
    while (end > 1 && trailing(words.get(end - 1))) {
      end--;
      if (!trailing(words.get(end - 1)) || end > 1) {
        put(words.subList(0, end), printed, issuer, names);
      }
    }
  }

  private static void put(List<String> words, String printed, Issuer issuer, List<Name> names) {
    if (words.isEmpty()
        || (words.size() == 1 && (words.getFirst().length() < 2 || trailing(words.getFirst())))) {
      return;
    }
    String joined = String.join(" ", words);
    boolean short1 = words.size() == 1 && joined.length() <= 5;
    boolean upper = short1 && printed.equals(printed.toUpperCase(Locale.ROOT)) && !hasCjk(printed);
    boolean common = issuer.commonWords().contains(joined);
    if (names.stream().noneMatch(n -> n.issuer().equals(issuer) && n.words().equals(words))) {
      names.add(new Name(List.copyOf(words), issuer, upper, common));
    }
  }

  private static boolean trailing(String word) {
    return LegalForms.contains(word) || TRAILING.contains(word);
  }

  static List<String> words(String printed) {
    return Tokens.ofPhrase(printed).stream().map(Token::lower).toList();
  }

  private static boolean hasCjk(String text) {
    return text.codePoints().anyMatch(c -> c >= 0x2E80);
  }
}
