package io.quotemark.sentences;

import io.quotemark.text.ShippedLines;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The data of one language: its sentences, and its words, formats and names. */
final class Wordbook {
  /**
   * @param why the first part of the sentence: why the verdict is what it is; may be empty
   * @param prices the rest: what the prices show
   * @param corrected what is right, as a sentence of its own; empty where the whole one is that
   */
  record Sentence(String why, String prices, String corrected) {}

  private final String language;
  private final Map<String, Sentence> sentences = new HashMap<>();
  private final Map<String, String> words = new HashMap<>();

  private Wordbook(String language) {
    this.language = language;
  }

  /**
   * @param language the folder of its data
   */
  static Wordbook of(String language) {
    Wordbook book = new Wordbook(language);
    for (List<String> cells : ShippedLines.cells(Wordbook.class, language + "/sentences.tsv")) {
      book.sentences.put(
          cells.getFirst(), new Sentence(cell(cells, 1), cell(cells, 2), cell(cells, 3)));
    }
    for (List<String> cells : ShippedLines.cells(Wordbook.class, language + "/words.tsv")) {
      book.words.put(cells.getFirst(), cell(cells, 1).replace('~', '\u00a0'));
    }
    return book;
  }

  private static String cell(List<String> cells, int index) {
    return cells.size() > index ? cells.get(index) : "";
  }

  String language() {
    return language;
  }

  Map<String, Sentence> sentences() {
    return sentences;
  }

  /** All keys of words. */
  java.util.Set<String> keys() {
    return words.keySet();
  }

  @Nullable Sentence sentence(String key) {
    return sentences.get(key);
  }

  /**
   * @throws IllegalStateException where the language lacks it
   */
  String word(String key) {
    String word = words.get(key);
    if (word == null) {
      throw new IllegalStateException("words.tsv of " + language + " lacks " + key);
    }
    return word;
  }

  @Nullable String wordOrNull(String key) {
    return words.get(key);
  }
}
