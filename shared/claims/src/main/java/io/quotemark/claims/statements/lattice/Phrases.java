package io.quotemark.claims.statements.lattice;

import io.quotemark.claims.text.Token;
import io.quotemark.claims.text.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Phrases by their words; finds the longest one that begins at a token. */
public final class Phrases<T> {
  private static final class Node<T> {
    final Map<String, Node<T>> next = new HashMap<>();
    @Nullable T value;
  }

  /**
   * A phrase found.
   *
   * @param end the token behind its last
   */
  public record Match<T>(T value, int end) {}

  private final Node<T> root = new Node<>();

  /** Adds the phrase; the first value given to a phrase stays. */
  public void add(String phrase, T value) {
    Node<T> node = root;
    for (Token token : Tokens.ofPhrase(phrase)) {
      node = node.next.computeIfAbsent(token.lower(), word -> new Node<>());
    }
    if (node.value == null) {
      node.value = value;
    }
  }

  public void addAll(List<String> phrases, T value) {
    phrases.forEach(phrase -> add(phrase, value));
  }

  /** The longest phrase from token {@code start}, or null; never reaches {@code limit}. */
  public @Nullable Match<T> longest(Tokens tokens, int start, int limit) {
    Node<T> node = root;
    Match<T> found = null;
    for (int i = start; i < limit; i++) {
      Node<T> next = node.next.get(tokens.get(i).lower());
      if (next == null) {
        break;
      }
      node = next;
      if (node.value != null) {
        found = new Match<>(node.value, i + 1);
      }
    }
    return found;
  }
}
