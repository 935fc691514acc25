package io.quotemark.claims.figures;

import io.quotemark.claims.amounts.FoundAmount;
import io.quotemark.claims.chunks.Chunk;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.language.Language;
import io.quotemark.claims.language.WordGroup;
import io.quotemark.claims.rules.Match;
import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A depositary share's price for one ordinary share. */
final class ParityReader {
  private final Sentence sentence;

  /**
   * @param sentence the one that all matches are of
   */
  ParityReader(Sentence sentence) {
    this.sentence = sentence;
  }

  @Nullable Figure parity(Match match) {
    FoundAmount amount = sentence.amount(match.value());
    if (amount == null || amount.currency() == null || sentence.isLargeSum(match.value())) {
      return null;
    }
    String before = words(match.start(), match.value() - 1);
    String whole = words(match.start(), match.end() - 1);
    boolean ordinary = holds(whole, WordGroup.ORDINARY_SHARE);
    boolean equal = holds(before, WordGroup.PARITY);
    return ordinary || (equal && speaksOfDepositaryShares())
        ? new Figure.Parity(match, amount)
        : null;
  }

  /** Whether the sentence, or a company it names, has depositary shares. */
  private boolean speaksOfDepositaryShares() {
    String all = words(0, sentence.size() - 1);
    Set<String> words = Language.shared(WordGroup.DEPOSITARY);
    if (words.stream().anyMatch(all::contains)) {
      return true;
    }
    for (Chunk chunk : sentence.chunks()) {
      Issuer issuer = chunk instanceof Chunk.Name name ? name.mention().issuer() : null;
      if (issuer != null && issuer.listings().stream().anyMatch(Listing::isDepositaryShare)) {
        return true;
      }
    }
    return false;
  }

  private boolean holds(String words, WordGroup group) {
    for (String phrase : sentence.language().words(group)) {
      int at = words.indexOf(phrase);
      while (at >= 0) {
        int end = at + phrase.length();
        if (isEdge(words, at) && isEdge(words, end)) {
          return true;
        }
        at = words.indexOf(phrase, at + 1);
      }
    }
    return false;
  }

  /** Whether no word goes on over the place; signs of the East stand alone. */
  private static boolean isEdge(String words, int at) {
    return at == 0
        || at == words.length()
        || !Character.isLetter(words.charAt(at - 1))
        || !Character.isLetter(words.charAt(at))
        || Character.isIdeographic(words.charAt(at));
  }

  private String words(int first, int last) {
    if (last < first) {
      return "";
    }
    return sentence
        .tokens()
        .printed(sentence.get(first).from(), sentence.get(last).to() - 1)
        .toLowerCase(Locale.ROOT);
  }
}
