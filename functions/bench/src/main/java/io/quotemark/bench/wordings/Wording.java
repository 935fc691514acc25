package io.quotemark.bench.wordings;

import io.quotemark.text.ShippedLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * One way to say something: a sentence with gaps.
 *
 * @param kind what it says, such as {@code close} or {@code streak}
 */
record Wording(String language, String kind, String sentence) {
  /** Ends a gap that is filled with the number alone, without its unit. */
  static final String BARE = "#";

  private static final String REST = "rest";
  private static final Pattern EITHER = Pattern.compile("\\[([^\\[\\]|]*)\\|([^\\[\\]|]*)]");

  /** The wordings of a language; its closing words are no wording. */
  static List<Wording> of(String language) {
    List<Wording> all = new ArrayList<>();
    for (List<String> row : ShippedLines.cells(Wording.class, language + ".tsv")) {
      if (!row.getFirst().equals(REST)) {
        all.add(new Wording(language, row.get(0), row.get(1)));
      }
    }
    return all;
  }

  /** What every text of a language ends with, so that it is an article and no scrap. */
  static String rest(String language) {
    return ShippedLines.cells(Wording.class, language + ".tsv").stream()
        .filter(row -> row.getFirst().equals(REST))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no closing words in " + language))
        .get(1);
  }

  /** Whether it belongs to the third that no rule is written for. */
  boolean keptAside() {
    return hash() % 3 == 0;
  }

  int hash() {
    CRC32 crc = new CRC32();
    crc.update((language + sentence).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return (int) (crc.getValue() & 0x7fffffff);
  }

  boolean has(String gap) {
    return sentence.contains("{" + gap + "}") || sentence.contains("{" + gap + BARE + "}");
  }

  /** The sentence with its gaps filled; of two forms in brackets, the first goes with up. */
  String filled(Map<String, String> gaps, boolean up) {
    String text =
        EITHER
            .matcher(sentence)
            .replaceAll(m -> Matcher.quoteReplacement(up ? m.group(1) : m.group(2)));
    for (Map.Entry<String, String> gap : gaps.entrySet()) {
      text = text.replace("{" + gap.getKey() + "}", gap.getValue());
    }
    if (text.indexOf('{') >= 0) {
      throw new IllegalStateException("no value for a gap of: " + text);
    }
    return text;
  }
}
