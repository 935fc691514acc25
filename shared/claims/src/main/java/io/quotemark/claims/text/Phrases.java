package io.quotemark.claims.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Phrases by their words; finds the longest one that begins at a token. */
public final class Phrases<T> {
  /**
   * A phrase found.
   *
   * @param end the token behind its last
   */
  public record Match<T>(T value, int end) {}

  private final PhraseTree<T> tree = new PhraseTree<>();

  /** Adds the phrase; the first value given to a phrase stays. */
  public void add(String phrase, T value) {
    tree.add(phrase, value);
  }

  public void addAll(List<String> phrases, T value) {
    for (String phrase : phrases) {
      add(phrase, value);
    }
  }

  /** The longest phrase from token {@code start}, or null; never reaches {@code limit}. */
  public @Nullable Match<T> longest(Tokens tokens, int start, int limit) {
    PhraseTree.Node<T> node = null;
    Match<T> found = null;
    for (int i = start; i < limit; i++) {
      String word = tokens.get(i).lower();
      node = node == null ? tree.first(word) : node.next(word);
      if (node == null) {
        break;
      }
      if (!node.values().isEmpty()) {
        found = new Match<>(node.values().getFirst(), i + 1);
      }
    }
    return found;
  }
}
