package io.quotemark.claims.entities;

import io.quotemark.claims.text.Token;
import io.quotemark.claims.text.Tokens;
import io.quotemark.domain.listing.Issuer;
import io.quotemark.securities.IssuerKey;
import io.quotemark.securities.LegalForms;
import io.quotemark.securities.Securities;
import io.quotemark.text.PlainText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every name of every issuer by its first token, the longest first. A text's words ask for the
 * names that begin like them, and those are read once.
 */
final class Names {
  /** Where the second word of a name begins, at the furthest. */
  private static final int FAR = 64;

  /**
   * @param words tokens in lower case
   * @param issuer who is meant: where the bearer's shares trade on, it is who bears another name
   *     now
   * @param bearer who has the name, or had it then
   * @param upper whether it must be printed in capitals, as an abbreviation is
   * @param common whether it is an ordinary word as well
   * @param beginnings of the whole name
   */
  record Name(
      List<String> words,
      Issuer issuer,
      Issuer bearer,
      boolean upper,
      boolean common,
      String beginnings)
      implements Comparable<Name> {
    /** The longest first. */
    @Override
    public int compareTo(Name other) {
      return Integer.compare(other.words.size(), words.size());
    }
  }

  private final Securities securities;

  /** Names by their first token, under a key that they share. */
  private final Map<String, Map<String, List<Name>>> read = new ConcurrentHashMap<>();

  Names(Securities securities) {
    this.securities = securities;
  }

  /** Names that begin with the token, the longest first. */
  List<Name> at(Tokens tokens, int at) {
    Token token = tokens.get(at);
    String text = tokens.text();
    String first = PlainText.beginning(token.lower());
    String both = PlainText.beginnings(text.substring(token.start(), secondWordEnd(text, token)));
    List<Name> alone = under(first, token.lower());
    // a token may end within a run of letters: "ABCD.Orose"
    List<Name> longer = both.startsWith(first + " ") ? under(both, token.lower()) : List.<Name>of();
    if (longer.isEmpty()) {
      return alone;
    }
    List<Name> all = new ArrayList<>(longer);
    for (Name name : alone) {
      if (!name.beginnings().equals(both)) {
        all.add(name);
      }
    }
    Collections.sort(all);
    return all;
  }

  /** Where the word behind a token ends, at most {@link #FAR} behind where the token begins. */
  private static int secondWordEnd(String text, Token token) {
    int far = Math.min(text.length(), token.start() + FAR);
    int at = token.end();
    while (at < far && !Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    while (at < far && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private List<Name> under(String key, String word) {
    Map<String, List<Name>> known = read.get(key);
    if (known == null) {
      List<Issuer> issuers = securities.named(key);
      if (issuers.isEmpty()) {
        return List.of(); // not remembered: texts have more words than there are names
      }
      known = read.computeIfAbsent(key, k -> read(k, issuers));
    }
    return known.getOrDefault(word, List.of());
  }

  private Map<String, List<Name>> read(String key, List<Issuer> issuers) {
    Map<String, List<Name>> names = new HashMap<>();
    for (Issuer issuer : issuers) {
      add(key, issuer.name(), issuer, names);
      for (String alias : issuer.aliases()) {
        add(key, alias, issuer, names);
      }
    }
    for (List<Name> alike : names.values()) {
      Collections.sort(alike);
    }
    return names;
  }

  private void add(String key, String printed, Issuer issuer, Map<String, List<Name>> names) {
    if (!IssuerKey.ofName(printed).contains(key)) {
      return;
    }
    List<String> words = words(printed);
    if (!words.isEmpty()) {
      List<Name> known = names.get(words.getFirst());
      if (known == null) {
        known = new ArrayList<>(2);
        names.put(words.getFirst(), known);
      }
      add(words, printed, issuer, securities.continued(issuer), known);
    }
  }

  private static void add(
      List<String> words, String printed, Issuer bearer, Issuer issuer, List<Name> names) {
    put(words, printed, bearer, issuer, names);
    // "Alibaba Group Holding Limited" is also "Alibaba Group Holding" and "Alibaba Group"
    int end = words.size();
    while (end > 1 && LegalForms.trailing(words.get(end - 1))) {
      end--;
      if (!LegalForms.trailing(words.get(end - 1)) || end > 1) {
        put(words.subList(0, end), printed, bearer, issuer, names);
      }
    }
  }

  private static void put(
      List<String> words, String printed, Issuer bearer, Issuer issuer, List<Name> names) {
    if (words.isEmpty()
        || (words.size() == 1
            && (words.getFirst().length() < 2 || LegalForms.trailing(words.getFirst())))) {
      return;
    }
    String joined = String.join(" ", words);
    boolean short1 = words.size() == 1 && joined.length() <= 5;
    // "VZ Holding" is not the "Vz." of a preference share
    String own = short1 && joined.length() == 2 ? printed.split("\\s+", 2)[0] : printed;
    boolean upper = short1 && own.equals(own.toUpperCase(Locale.ROOT)) && !hasCjk(printed);
    // of one that is gone, a word of the market must stand beside it
    boolean common = bearer.ended() || bearer.commonWords().contains(joined);
    for (Name known : names) {
      if (known.bearer().equals(bearer) && known.words().equals(words)) {
        return;
      }
    }
    names.add(
        new Name(List.copyOf(words), issuer, bearer, upper, common, PlainText.beginnings(printed)));
  }

  static List<String> words(String printed) {
    List<String> words = new ArrayList<>();
    for (Token token : Tokens.ofPhrase(printed)) {
      words.add(token.lower());
    }
    return List.copyOf(words);
  }

  private static boolean hasCjk(String text) {
    return text.codePoints().anyMatch(c -> c >= 0x2E80);
  }
}
