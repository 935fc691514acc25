package io.quotemark.claims.entities;

import io.quotemark.claims.text.Tokens;
import io.quotemark.domain.Issuer;
import java.util.ArrayList;
import java.util.Comparator;
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
  /**
   * @param share whether it stands for the share itself
   */
  private record Phrase(List<String> words, boolean share) {}

  private final Map<String, Map<String, List<Phrase>>> byLanguage = new HashMap<>();

  /** Verbs whose object, not their subject, is spoken of next. */
  private final Set<String> rates = new HashSet<>();

  References() {
    for (List<String> row : DataFile.rows("context.tsv")) {
      if (row.getFirst().equals("rates")) {
        rates.addAll(List.of(row.get(1).split(" +", -1)));
      }
    }
    for (List<String> row : DataFile.rows("references.tsv")) {
      Map<String, List<Phrase>> phrases =
          byLanguage.computeIfAbsent(row.get(0), l -> new HashMap<>());
      for (String phrase : DataFile.parts(row, 2)) {
        List<String> words = Names.words(phrase);
        phrases
            .computeIfAbsent(words.getFirst(), w -> new ArrayList<>())
            .add(new Phrase(words, row.get(1).equals("S")));
      }
      phrases
          .values()
          .forEach(l -> l.sort(Comparator.comparingInt((Phrase p) -> -p.words().size())));
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
    Map<String, List<Phrase>> phrases =
        byLanguage.getOrDefault(
            language == null || language.length() < 2 ? "en" : language.substring(0, 2), Map.of());
    List<Mention> out = new ArrayList<>();
    int next = 0;
    Issuer last = opening;
    int lastSentence = -1;
    for (int at = 0; at < tokens.size(); at++) {
      if (next < named.size() && named.get(next).from() == at) {
        Mention mention = named.get(next++);
        out.add(mention);
        boolean company = !mention.issuer().isIndex() && !mention.issuer().isCurrencyPair();
        int sentence = tokens.sentenceOf(at);
        // within one sentence the first company named is its subject
        if (company
            && (last == null
                || sentence != lastSentence
                || rated(tokens, mention.from())
                || mention.kind() == Mention.Kind.TICKER)) {
          last = mention.issuer();
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

  private static @Nullable Mention reference(
      Tokens tokens, int at, Map<String, List<Phrase>> phrases, Issuer last) {
    for (Phrase phrase : phrases.getOrDefault(tokens.get(at).lower(), List.of())) {
      int end = at + phrase.words().size();
      // "the shares of X" speak of X
      if (fits(tokens, at, phrase.words())
          && !tokens.is(end, "of")
          && !tokens.is(end, "market")
          && !tokens.is(end, "exchange")) {
        return new Mention(
            at, end, last, Mention.Kind.REFERENCE, null, phrase.share() ? 0.95 : 0.9);
      }
    }
    return null;
  }

  private static @Nullable Mention role(Tokens tokens, int at, Issuer last) {
    if (!tokens.is(at, "the") && !tokens.is(at, "der") && !tokens.is(at, "die")) {
      return null;
    }
    for (String role : last.roles()) {
      List<String> words = Names.words(role);
      if (fits(tokens, at + 1, words)) {
        return new Mention(at, at + 1 + words.size(), last, Mention.Kind.ROLE, null, 0.9);
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
