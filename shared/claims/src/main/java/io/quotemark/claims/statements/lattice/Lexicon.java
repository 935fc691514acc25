package io.quotemark.claims.statements.lattice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The words of the trade in one language, from {@code common.tsv} and the language's own file. */
public final class Lexicon {
  private static final List<String> LANGUAGES =
      List.of("en", "de", "es", "fr", "it", "pt", "zh", "ja", "nl", "ko");
  private static final Map<String, Phrases<Lexeme>> LOADED = new ConcurrentHashMap<>();

  private Lexicon() {}

  /** The language whose words are used for a BCP 47 tag; English where there is none. */
  public static String known(String tag) {
    String primary = tag.split("-", 2)[0];
    return LANGUAGES.contains(primary) ? primary : "en";
  }

  public static Phrases<Lexeme> of(String language) {
    return LOADED.computeIfAbsent(known(language), Lexicon::load);
  }

  private static Phrases<Lexeme> load(String language) {
    Phrases<Lexeme> phrases = new Phrases<>();
    for (String file : List.of(language, "common")) {
      for (List<String> row : DataLines.read(Lexicon.class, file + ".tsv", 3)) {
        Lexeme lexeme = new Lexeme(Symbol.valueOf(row.get(0)), marks(row.get(1)));
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
