package io.quotemark.claims.entities;

import io.quotemark.claims.language.Language;
import io.quotemark.claims.language.WordGroup;
import io.quotemark.claims.text.PhraseTree;
import io.quotemark.claims.text.Token;
import io.quotemark.claims.text.Tokens;
import io.quotemark.domain.listing.Issuer;
import io.quotemark.securities.Securities;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds currencies as subjects ("the yen fell", "sterling rose"). After a number the same word is a
 * unit of money, and a currency without an article before it, inside a sentence, is one too.
 */
final class CurrencyFinder {
  private final PhraseTree<Issuer> names = new PhraseTree<>();

  CurrencyFinder(Securities securities) {
    for (Issuer issuer : securities.currencyPairs()) {
      names.add(issuer.name(), issuer);
      for (String alias : issuer.aliases()) {
        names.add(alias, issuer);
      }
    }
  }

  List<Mention> find(Tokens tokens, Language language) {
    List<Mention> out = new ArrayList<>();
    for (int at = 0; at < tokens.size(); at++) {
      PhraseTree.Node<Issuer> node = names.first(tokens.get(at).lower());
      Issuer longest = null;
      int end = at;
      for (int next = at + 1; node != null; next++) {
        if (!node.values().isEmpty()) {
          longest = node.values().getFirst();
          end = next;
        }
        node = next < tokens.size() ? node.next(tokens.get(next).lower()) : null;
      }
      if (longest != null && subject(tokens, language, at)) {
        out.add(Mention.of(tokens, at, end, longest, Mention.Kind.NAME, longest.primary(), 0.95));
        at = end - 1;
      }
    }
    return out;
  }

  private static boolean subject(Tokens tokens, Language language, int at) {
    if (tokens.get(at).kind() == Token.Kind.CJK) {
      return at == 0
          || (!tokens.get(at - 1).isNumber() && tokens.get(at - 1).kind() != Token.Kind.CJK);
    }
    boolean starts = at == tokens.sentenceStart(tokens.sentenceOf(at));
    return starts
        || (at > 0
            && language.words(WordGroup.BEFORE_CURRENCY).contains(tokens.get(at - 1).lower()))
        || (language.words(WordGroup.BARE_CURRENCY).contains(tokens.get(at).lower())
            && !tokens.get(at - 1).isNumber());
  }
}
