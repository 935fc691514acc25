package io.quotemark.claims.amounts;

import io.quotemark.claims.text.PhraseTree;
import io.quotemark.claims.text.Token;
import io.quotemark.claims.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * A dictionary of phrases over tokens. Finds the longest phrase at a place in time bounded by the
 * longest phrase, whatever the size of the dictionary. A phrase never crosses a sentence.
 */
final class Phrases<T> {
  /** A phrase found on tokens {@code [first, end)}. */
  record Hit<T>(T value, int first, int end) {}

  private record Entry<T>(T value, Form form) {}

  private final PhraseTree<Entry<T>> tree = new PhraseTree<>();
  private final boolean numberBehind;

  /**
   * @param numberBehind whether the phrases stand before their number ("US$ 5") or behind it ("5
   *     dollars")
   */
  Phrases(boolean numberBehind) {
    this.numberBehind = numberBehind;
  }

  void add(String phrase, T value, Form form) {
    tree.add(phrase, new Entry<>(value, form));
  }

  /** The longest phrase that begins at the token. */
  @Nullable Hit<T> longest(Tokens tokens, int first) {
    Hit<T> best = null;
    PhraseTree.Node<Entry<T>> node = null;
    for (int i = first; i < tokens.size() && goesOn(tokens, first, i); i++) {
      node = next(node, tokens.get(i));
      if (node == null) {
        break;
      }
      Hit<T> hit = fitting(node, tokens, first, i + 1);
      boolean fullStop = best != null && tokens.is(i, ".") && endsSentence(tokens, i);
      best = hit != null && !fullStop ? hit : best;
    }
    return best;
  }

  /** The longest phrase that ends right before token {@code end}, at most six tokens long. */
  @Nullable Hit<T> longestEnding(Tokens tokens, int end) {
    for (int first = Math.max(0, end - 6); first < end; first++) {
      PhraseTree.Node<Entry<T>> node = next(null, tokens.get(first));
      int i = first + 1;
      while (i < end && node != null && goesOn(tokens, first, i)) {
        node = next(node, tokens.get(i));
        i++;
      }
      Hit<T> hit = node == null || i < end ? null : fitting(node, tokens, first, end);
      if (hit != null) {
        return hit;
      }
    }
    return null;
  }

  /**
   * @param node null before the first word
   */
  private PhraseTree.@Nullable Node<Entry<T>> next(
      PhraseTree.@Nullable Node<Entry<T>> node, Token token) {
    return node == null ? tree.first(token.lower()) : node.next(token.lower());
  }

  /** What was added last comes first. */
  private @Nullable Hit<T> fitting(
      PhraseTree.Node<Entry<T>> node, Tokens tokens, int first, int end) {
    for (Entry<T> entry : node.values().reversed()) {
      if ((!numberBehind || !entry.form().joined() || end < tokens.size())
          && entry.form().fits(tokens, first, end, numberBehind)) {
        return new Hit<>(entry.value(), first, end);
      }
    }
    return null;
  }

  private static boolean endsSentence(Tokens tokens, int token) {
    return token + 1 >= tokens.size() || tokens.sentenceOf(token + 1) != tokens.sentenceOf(token);
  }

  private static boolean goesOn(Tokens tokens, int first, int here) {
    return here == first || tokens.sentenceOf(here) == tokens.sentenceOf(first);
  }
}
