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
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every name of every issuer, by its first token, the longest first. Only that token is read
 * beforehand; the names that begin with it are when a text first has it, since few ever do.
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

  private record Printed(String name, Issuer issuer) {}

  private final Map<String, List<Printed>> printed = new HashMap<>();
  private final Map<String, List<Name>> byFirst = new ConcurrentHashMap<>();

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
  }

  List<Name> startingWith(String word) {
    List<Printed> candidates = printed.get(word);
    return candidates == null ? List.of() : byFirst.computeIfAbsent(word, w -> read(candidates));
  }

  private void add(String name, Issuer issuer) {
    String first = firstWord(name);
    if (!first.isEmpty()) {
      printed.computeIfAbsent(first, w -> new ArrayList<>(2)).add(new Printed(name, issuer));
    }
  }

  /** The first token in lower case; empty where there is none. */
  private static String firstWord(String name) {
    int end = 0;
    while (end < name.length() && isLatin(name.charAt(end))) {
      end++;
    }
    // plain letters up to any other plain character are one token, but for initials: "A.P. Moller";
    // what else there is, the tokenizer knows
    boolean whole =
        end == name.length() || (name.charAt(end) < 128 && (name.charAt(end) != '.' || end > 1));
    if (end > 0 && whole) {
      return name.substring(0, end).toLowerCase(Locale.ROOT);
    }
    List<String> words = words(name);
    return words.isEmpty() ? "" : words.getFirst();
  }

  private static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static List<Name> read(List<Printed> candidates) {
    List<Name> names = new ArrayList<>(2);
    candidates.forEach(c -> add(c.name(), c.issuer(), names));
    names.sort(Comparator.comparingInt((Name n) -> -n.words().size()));
    return List.copyOf(names);
  }

  private static void add(String printed, Issuer issuer, List<Name> names) {
    List<String> words = words(printed);
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
