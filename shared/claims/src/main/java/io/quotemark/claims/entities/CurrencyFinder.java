package io.quotemark.claims.entities;

import io.quotemark.claims.text.Token;
import io.quotemark.claims.text.Tokens;
import io.quotemark.domain.Issuer;
import io.quotemark.domain.Securities;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds currencies as subjects ("the yen fell", "sterling rose"). After a number the same word is a
 * unit of money, and a currency without an article before it, inside a sentence, is one too.
 */
final class CurrencyFinder {
  private static final Set<String> ARTICLES =
      Set.of(
          "the",
          "der",
          "den",
          "le",
          "el",
          "lo",
          "il",
          "o",
          "la",
          "a",
          "onshore",
          "offshore",
          "spot",
          "chinese",
          "japanese",
          "british");

  private record Name(List<String> words, Issuer issuer) {}

  private final Map<String, List<Name>> byFirst = new HashMap<>();

  CurrencyFinder(Securities securities) {
    for (Issuer issuer : securities.currencyPairs()) {
      add(issuer.name(), issuer);
      issuer.aliases().forEach(a -> add(a, issuer));
    }
    byFirst.values().forEach(l -> l.sort(Comparator.comparingInt((Name n) -> -n.words().size())));
  }

  List<Mention> find(Tokens tokens) {
    List<Mention> out = new ArrayList<>();
    for (int at = 0; at < tokens.size(); at++) {
      for (Name name : byFirst.getOrDefault(tokens.get(at).lower(), List.of())) {
        if (fits(tokens, at, name.words()) && subject(tokens, at)) {
          int end = at + name.words().size();
          out.add(
              new Mention(
                  at, end, name.issuer(), Mention.Kind.NAME, name.issuer().primary(), 0.95));
          at = end - 1;
          break;
        }
      }
    }
    return out;
  }

  private static boolean fits(Tokens tokens, int at, List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (!tokens.is(at + i, words.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean subject(Tokens tokens, int at) {
    if (tokens.get(at).kind() == Token.Kind.CJK) {
      return at == 0
          || (!tokens.get(at - 1).isNumber() && tokens.get(at - 1).kind() != Token.Kind.CJK);
    }
    boolean starts = at == tokens.sentenceStart(tokens.sentenceOf(at));
    return starts
        || (at > 0 && ARTICLES.contains(tokens.get(at - 1).lower()))
        || (tokens.is(at, "sterling") && !tokens.get(at - 1).isNumber());
  }

  private void add(String printed, Issuer issuer) {
    List<String> words = Names.words(printed);
    byFirst.computeIfAbsent(words.getFirst(), w -> new ArrayList<>(1)).add(new Name(words, issuer));
  }
}
