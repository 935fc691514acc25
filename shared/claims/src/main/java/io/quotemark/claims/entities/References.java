package io.quotemark.claims.entities;

import io.quotemark.claims.language.Cells;
import io.quotemark.claims.text.PhraseTree;
import io.quotemark.claims.text.Tokens;
import io.quotemark.domain.Issuer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words that refer back: "its shares" and "the company" to the last company that was named, "the
 * e-commerce giant" to the last one that is called so. The subject of the sentence before comes
 * before an object named later.
 */
final class References {
  private static final PhraseTree<Boolean> NONE = new PhraseTree<>();

  /** By language; whether a phrase stands for the share itself. */
  private final Map<String, PhraseTree<Boolean>> byLanguage = new HashMap<>();

  /** Verbs whose object, not their subject, is spoken of next. */
  private final Set<String> rates = new HashSet<>();

  References() {
    for (List<String> row : DataFile.rows("context.tsv")) {
      if (row.getFirst().equals("rates")) {
        rates.addAll(Cells.words(row.get(1)));
      }
    }
    for (List<String> row : DataFile.rows("references.tsv")) {
      PhraseTree<Boolean> phrases = byLanguage.computeIfAbsent(row.get(0), l -> new PhraseTree<>());
      boolean share = row.get(1).equals("S");
      DataFile.parts(row, 2).forEach(phrase -> phrases.add(phrase, share));
    }
  }

  /**
   * The mentions with those that refer back put in.
   *
   * @param strangers tokens where a company is named that the master does not hold: what follows
   *     may refer to it, so to nobody known
   * @param opening whom the title speaks of
   */
  List<Mention> resolved(
      Tokens tokens,
      @Nullable String language,
      List<Mention> named,
      Set<Integer> strangers,
      @Nullable Issuer opening) {
    PhraseTree<Boolean> phrases =
        byLanguage.getOrDefault(
            language == null || language.length() < 2 ? "en" : language.substring(0, 2), NONE);
    List<Mention> out = new ArrayList<>();
    int next = 0;
    Issuer last = opening;
    int lastSentence = -1;
    for (int at = 0; at < tokens.size(); at++) {
      if (next < named.size() && named.get(next).from() == at) {
        Mention mention = named.get(next++);
        out.add(mention);
        boolean company = !mention.named().isIndex() && !mention.named().isCurrencyPair();
        int sentence = tokens.sentenceOf(at);
        // within one sentence the first company named is its subject
        if (company
            && (last == null
                || sentence != lastSentence
                || rated(tokens, mention.from())
                || mention.kind() == Mention.Kind.TICKER)) {
          last = mention.named();
          lastSentence = sentence;
        }
        at = mention.to() - 1;
        continue;
      }
      if (strangers.contains(at)) {
        last = null;
      }
      if (last == null) {
        continue;
      }
      Mention reference = reference(tokens, at, phrases, last);
      if (reference == null) {
        reference = role(tokens, at, last);
      }
      if (reference != null && (next >= named.size() || reference.to() <= named.get(next).from())) {
        out.add(reference);
        at = reference.to() - 1;
      }
    }
    return out;
  }

  /** Whether a broker's verb stands right before the name. */
  private boolean rated(Tokens tokens, int from) {
    return from > 0 && rates.contains(tokens.get(from - 1).lower());
  }

  /** The longest phrase from the token on that does not speak of something named behind it. */
  private static @Nullable Mention reference(
      Tokens tokens, int at, PhraseTree<Boolean> phrases, Issuer last) {
    PhraseTree.Node<Boolean> node = phrases.first(tokens.get(at).lower());
    Mention longest = null;
    for (int end = at + 1; node != null; end++) {
      // "the shares of X" speak of X
      if (!node.values().isEmpty()
          && !tokens.is(end, "of")
          && !tokens.is(end, "market")
          && !tokens.is(end, "exchange")) {
        double sure = node.values().getFirst() ? 0.95 : 0.9;
        longest = Mention.of(tokens, at, end, last, Mention.Kind.REFERENCE, null, sure);
      }
      node = end < tokens.size() ? node.next(tokens.get(end).lower()) : null;
    }
    return longest;
  }

  private static @Nullable Mention role(Tokens tokens, int at, Issuer last) {
    if (!tokens.is(at, "the") && !tokens.is(at, "der") && !tokens.is(at, "die")) {
      return null;
    }
    for (String role : last.roles()) {
      List<String> words = Names.words(role);
      if (fits(tokens, at + 1, words)) {
        return Mention.of(tokens, at, at + 1 + words.size(), last, Mention.Kind.ROLE, null, 0.9);
      }
    }
    return null;
  }

  private static boolean fits(Tokens tokens, int at, List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (!tokens.is(at + i, words.get(i))) {
        return false;
      }
    }
    return true;
  }
}
