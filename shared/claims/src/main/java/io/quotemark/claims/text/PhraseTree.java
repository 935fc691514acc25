package io.quotemark.claims.text;

import io.quotemark.text.PlainText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Values by phrases: a tree of their words in lower case. A phrase is split into words when a text
 * first has a word that begins like it, since few of a language's phrases stand in one text. Filled
 * by one thread, then read by any.
 */
public final class PhraseTree<V> {
  /** The words so far. */
  public static final class Node<V> {
    private final Map<String, Node<V>> next = new HashMap<>();
    private final List<V> values = new ArrayList<>(1);

    /** The words so far and this one; null where no phrase goes on so. */
    public @Nullable Node<V> next(String word) {
      return next.get(word);
    }

    /** Values of the phrase that ends here, in the order in which they were added. */
    public List<V> values() {
      return values;
    }
  }

  private record Added<V>(String phrase, V value) {}

  private final Map<String, List<Added<V>>> added = new HashMap<>();
  private final Map<String, Node<V>> read = new ConcurrentHashMap<>();

  public void add(String phrase, V value) {
    String beginning = PlainText.beginning(phrase);
    List<Added<V>> alike = added.get(beginning);
    if (alike == null) {
      alike = new ArrayList<>(1);
      added.put(beginning, alike);
    }
    alike.add(new Added<>(phrase, value));
  }

  /**
   * The first word of phrases; null where none begins with it.
   *
   * @param word a token in lower case
   */
  public @Nullable Node<V> first(String word) {
    String beginning = PlainText.beginning(word);
    Node<V> alike = read.get(beginning);
    if (alike == null) {
      List<Added<V>> phrases = added.get(beginning);
      if (phrases == null) {
        return null;
      }
      alike = read.computeIfAbsent(beginning, b -> read(phrases));
    }
    return alike.next(word);
  }

  private static <V> Node<V> read(List<Added<V>> phrases) {
    Node<V> root = new Node<>();
    for (Added<V> phrase : phrases) {
      Node<V> node = root;
      for (Token word : Tokens.ofPhrase(phrase.phrase())) {
        Node<V> next = node.next.get(word.lower());
        if (next == null) {
          next = new Node<>();
          node.next.put(word.lower(), next);
        }
        node = next;
      }
      node.values.add(phrase.value());
    }
    return root;
  }
}
