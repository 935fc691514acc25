package io.quotemark.claims.entities;

import io.quotemark.claims.language.Cells;
import io.quotemark.claims.language.Folder;
import io.quotemark.claims.language.Language;
import io.quotemark.claims.language.WordGroup;
import io.quotemark.claims.text.PhraseTree;
import io.quotemark.claims.text.Tokens;
import io.quotemark.domain.listing.Issuer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Words that refer back: "its shares" and "the company" to the last company that was named, "the
 * e-commerce giant" to the last one that is called so. The subject of the sentence before comes
 * before an object named later.
 */
final class References {
  /** By language; whether a phrase stands for the share itself. */
  private static final Map<String, PhraseTree<Boolean>> LOADED = new ConcurrentHashMap<>();

  private static final int CODE = 2;

  /** Tokens that name a place: "Cupertino, California". */
  private static final int PLACE = 6;

  private static PhraseTree<Boolean> phrases(@Nullable String language) {
    String code =
        language == null || language.length() < CODE
            ? Language.DEFAULT
            : language.substring(0, CODE);
    return LOADED.computeIfAbsent(code, References::load);
  }

  private static PhraseTree<Boolean> load(String code) {
    PhraseTree<Boolean> phrases = new PhraseTree<>();
    for (List<String> row : Folder.of(code).rows("references.tsv")) {
      boolean share = row.get(0).equals("S");
      for (String phrase : Cells.phrases(row.get(1))) {
        phrases.add(phrase, share);
      }
    }
    return phrases;
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
      Language spoken,
      List<Mention> named,
      Set<Integer> strangers,
      @Nullable Issuer opening) {
    PhraseTree<Boolean> phrases = phrases(language);
    List<Mention> out = new ArrayList<>();
    int next = 0;
    Issuer last = opening;
    int lastSentence = -1;
    for (int at = 0; at < tokens.size(); at++) {
      Mention based = last == null ? null : based(tokens, spoken, at, phrases, last);
      if (based != null) {
        out.add(based);
        at = based.to() - 1;
        while (next < named.size() && named.get(next).from() <= at) {
          next++; // a place that is a company's name as well
        }
        continue;
      }
      if (next < named.size() && named.get(next).from() == at) {
        Mention mention = named.get(next++);
        out.add(mention);
        boolean company = !mention.named().isIndex() && !mention.named().isCurrencyPair();
        int sentence = tokens.sentenceOf(at);
        // within one sentence the first company named is its subject
        if (company
            && (last == null
                || sentence != lastSentence
                || rated(tokens, spoken, mention.from())
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
      Mention reference = reference(tokens, spoken, at, phrases, last);
      if (reference == null) {
        reference = role(tokens, spoken, at, last);
      }
      if (reference != null && (next >= named.size() || reference.to() <= named.get(next).from())) {
        out.add(reference);
        at = reference.to() - 1;
      }
    }
    return out;
  }

  /** Whether a broker's verb stands right before the name. */
  private static boolean rated(Tokens tokens, Language language, int from) {
    return from > 0 && language.words(WordGroup.RATES).contains(tokens.get(from - 1).lower());
  }

  /** The longest phrase from the token on that does not speak of something named behind it. */
  private static @Nullable Mention reference(
      Tokens tokens, Language language, int at, PhraseTree<Boolean> phrases, Issuer last) {
    PhraseTree.Node<Boolean> node = phrases.first(tokens.get(at).lower());
    Mention longest = null;
    for (int end = at + 1; node != null; end++) {
      // "the shares of X" speak of X
      if (!node.values().isEmpty() && !isOf(language, WordGroup.REFERS_ON, tokens, end)) {
        double sure = node.values().getFirst() ? 0.95 : 0.9;
        longest = Mention.of(tokens, at, end, last, Mention.Kind.REFERENCE, null, sure);
      }
      node = end < tokens.size() ? node.next(tokens.get(end).lower()) : null;
    }
    return longest;
  }

  /** "the San Francisco-based bank", where "the bank" refers back. */
  private static @Nullable Mention based(
      Tokens tokens, Language language, int at, PhraseTree<Boolean> phrases, Issuer last) {
    if (!isOf(language, WordGroup.ROLE_ARTICLE, tokens, at)) {
      return null;
    }
    for (int i = at + 2; i < Math.min(tokens.size() - 2, at + 2 + PLACE); i++) {
      if (tokens.is(i, "-") && isOf(language, WordGroup.BASED, tokens, i + 1)) {
        PhraseTree.Node<Boolean> article = phrases.first(tokens.get(at).lower());
        PhraseTree.Node<Boolean> role =
            article == null ? null : article.next(tokens.get(i + 2).lower());
        return role == null || role.values().isEmpty()
            ? null
            : Mention.of(tokens, at, i + 3, last, Mention.Kind.NAME, null, 0.9);
      }
    }
    return null;
  }

  private static @Nullable Mention role(Tokens tokens, Language language, int at, Issuer last) {
    if (!isOf(language, WordGroup.ROLE_ARTICLE, tokens, at)) {
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

  private static boolean isOf(Language language, WordGroup group, Tokens tokens, int at) {
    return at < tokens.size() && language.words(group).contains(tokens.get(at).lower());
  }
}
