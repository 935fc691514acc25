package io.quotemark.market.listings;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Company names without what the law adds to them. */
final class LegalForm {
  private static final Set<String> FORMS =
      Set.of(
          "inc",
          "incorporated",
          "corp",
          "corporation",
          "co",
          "company",
          "ltd",
          "limited",
          "plc",
          "sa",
          "ag",
          "se",
          "nv",
          "bv",
          "spa",
          "ab",
          "asa",
          "as",
          "oyj",
          "oy",
          "abp",
          "publ",
          "kgaa",
          "gmbh",
          "sab",
          "de",
          "cv",
          "the",
          "llc",
          "lp",
          "pjsc",
          "jsc",
          "tbk",
          "bhd",
          "berhad",
          "kk",
          "adr",
          "class",
          "sca");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private LegalForm() {}

  /**
   * Lower-case letters and digits of the words that are no legal form; never empty where the name
   * is not.
   */
  static String stripped(String name) {
    StringBuilder all = new StringBuilder();
    StringBuilder out = new StringBuilder();
    // dots inside S.A. and N.V. go, other punctuation parts words
    for (String word : BETWEEN_WORDS.split(name.toLowerCase(Locale.ROOT).replace(".", ""), -1)) {
      all.append(word);
      if (!FORMS.contains(word)) {
        out.append(word).append(' ');
      }
    }
    return out.isEmpty() ? all.toString() : out.toString().strip();
  }
}
