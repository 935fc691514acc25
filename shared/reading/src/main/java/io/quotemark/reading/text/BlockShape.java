package io.quotemark.reading.text;

import java.util.regex.Pattern;

/** What a block looks like, whatever it says: a sentence, a heading, an entry of a list. */
final class BlockShape {
  /** From this length on, a block that ends with a full stop is no title. */
  static final int SENTENCE = 120;

  private static final Pattern LISTED = Pattern.compile("^(?:[-*•·▪–]|\\d{1,2}[.)])\\s.*");

  /** A full stop with another sentence after it. */
  private static final Pattern SENTENCES = Pattern.compile("\\p{Ll}{2}[.!?] \\p{Lu}|。.");

  private static final String SENTENCE_ENDS = ".!?。！？”\"’)…";

  private BlockShape() {}

  /** Whether it ends as a sentence does. */
  static boolean ends(String block) {
    return !block.isEmpty() && SENTENCE_ENDS.indexOf(block.charAt(block.length() - 1)) >= 0;
  }

  /** Length in letters of an alphabet; a Han, kana or hangul sign says as much as some of them. */
  static int wide(String block) {
    int wide = 0;
    for (int i = 0; i < block.length(); i++) {
      wide += block.charAt(i) >= 0x2E80 ? 4 : 1;
    }
    return wide;
  }

  /** More than a title says: several sentences, or one long one with its full stop. */
  static boolean prose(String block) {
    boolean stop = block.endsWith(".") || block.endsWith("。");
    return stop && (wide(block) >= SENTENCE || SENTENCES.matcher(block).find());
  }

  /** Whether it may stand above paragraphs, or be a link. */
  static boolean heading(String block) {
    return wide(block) < SENTENCE
        && !ends(block)
        && !listed(block)
        && block.chars().noneMatch(c -> c == ':' || c == '：' || c == '|' || c == '%');
  }

  static boolean listed(String block) {
    return LISTED.matcher(block).matches();
  }
}
