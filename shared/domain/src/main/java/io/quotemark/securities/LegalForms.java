package io.quotemark.securities;

import io.quotemark.text.ShippedLines;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a company's registered name ends with, as legal-forms.tsv lists it. */
public final class LegalForms {
  private static final Set<String> FORMS = new HashSet<>();

  /** Forms that are words of their own too, as "group" and "company" are. */
  private static final Set<String> WORDS = new HashSet<>();

  /** What else a registered name may end with. */
  private static final Set<String> ENDS = new HashSet<>();

  private static final Set<String> DROPPED = new HashSet<>();

  static {
    for (List<String> row : ShippedLines.rows(LegalForms.class, "legal-forms.tsv")) {
      for (String use : row.get(1).split(" ", -1)) {
        of(use).add(row.getFirst());
      }
    }
  }

  private LegalForms() {}

  private static Set<String> of(String use) {
    return switch (use) {
      case "form" -> FORMS;
      case "word" -> WORDS;
      case "end" -> ENDS;
      case "dropped" -> DROPPED;
      default -> throw new IllegalStateException("legal-forms.tsv: no use is called " + use);
    };
  }

  /** Whether the word in lower case is a form, with or without its dots. */
  public static boolean contains(String word) {
    return FORMS.contains(word.replace(".", ""));
  }

  /** Whether a name is still known without the word at its end. */
  public static boolean trailing(String word) {
    return contains(word) || ENDS.contains(word);
  }

  /** Whether the word is a form and nothing else. */
  public static boolean only(String word) {
    return contains(word) && !WORDS.contains(word.replace(".", ""));
  }

  /** Whether two names that differ by this word alone, in lower case, are one company's. */
  public static boolean dropped(String word) {
    return DROPPED.contains(word);
  }
}
