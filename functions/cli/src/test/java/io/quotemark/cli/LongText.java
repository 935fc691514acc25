package io.quotemark.cli;

import java.util.Random;

/** So much text that it fits neither into a message nor into an item, however well it is packed. */
final class LongText {
  private static final int LENGTH = 540_000;

  private LongText() {}

  /**
   * @param start what an article needs, to which long words are added: few of them and of letters
   *     alone, which are soon read
   */
  static String after(String start, long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(start);
    while (text.length() < LENGTH) {
      for (int i = 0; i < 260; i++) {
        text.append((char) ('a' + random.nextInt(26)));
      }
      text.append(random.nextInt(6) == 0 ? ".\n\n" : " ");
    }
    return text.toString();
  }
}
