package io.quotemark.claims.language;

import io.quotemark.claims.text.Phrases;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the words of the trade; of two meanings of a phrase the first stays. */
final class Lexicon {
  private Lexicon() {}

  /**
   * @param own rows of the language: category, marks, phrases
   * @param common rows of all languages
   */
  static Phrases<Lexeme> of(List<List<String>> own, List<List<String>> common) {
    Phrases<Lexeme> phrases = new Phrases<>();
    for (List<List<String>> rows : List.of(own, common)) {
      for (List<String> row : rows) {
        Lexeme lexeme = new Lexeme(Category.valueOf(row.get(0)), marks(row.get(1)));
        phrases.addAll(DataLines.phrases(row.get(2)), lexeme);
      }
    }
    return phrases;
  }

  private static Map<String, String> marks(String field) {
    Map<String, String> marks = new HashMap<>();
    for (String mark : field.strip().split(" ", -1)) {
      if (!mark.equals("-")) {
        int equals = mark.indexOf('=');
        marks.put(
            equals < 0 ? mark : mark.substring(0, equals),
            equals < 0 ? "" : mark.substring(equals + 1));
      }
    }
    return marks;
  }
}
