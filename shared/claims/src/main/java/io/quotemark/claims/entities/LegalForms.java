package io.quotemark.claims.entities;

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

  private LegalForms() {}

  /** Whether the word in lower case is a form, with or without its dots. */
  public static boolean contains(String word) {
    return FORMS.contains(word.replace(".", ""));
  }

  /** Whether the word is a form and nothing else. */
  static boolean only(String word) {
    return contains(word) && !LOOSE.contains(word.replace(".", ""));
  }
}
