package io.quotemark.domain;

import java.util.Set;

/** What a company's registered name ends with. */
public final class LegalForms {
  private static final Set<String> FORMS =
      Set.of(
          "corp",
          "inc",
          "co",
          "ltd",
          "plc",
          "ag",
          "se",
          "sa",
          "nv",
          "spa",
          "group",
          "holdings",
          "corporation",
          "company",
          "limited",
          "llc",
          "kgaa",
          "ab",
          "asa",
          "oyj");

  /** Forms that are no words of their own, as "group" and "company" are. */
  private static final Set<String> LOOSE = Set.of("co", "company", "group", "se");

  /** What else a registered name may end with. */
  private static final Set<String> TRAILING = Set.of("holding", "the", ",", ".", "(", ")");

  private LegalForms() {}

  /** Whether the word in lower case is a form, with or without its dots. */
  public static boolean contains(String word) {
    return FORMS.contains(word.replace(".", ""));
  }

  /** Whether a name is still known without the word at its end. */
  public static boolean trailing(String word) {
    return contains(word) || TRAILING.contains(word);
  }

  /** Whether the word is a form and nothing else. */
  public static boolean only(String word) {
    return contains(word) && !LOOSE.contains(word.replace(".", ""));
  }
}
