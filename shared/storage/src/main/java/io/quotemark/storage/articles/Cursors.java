package io.quotemark.storage.articles;

import io.quotemark.storage.articles.ArticleIndex.BadCursor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A place in the order of one list, and which list that is, as an opaque text. */
final class Cursors {
  private static final int LONGEST = 400;

  private Cursors() {}

  /**
   * @param list eight characters that tell the list from others
   */
  static String of(String list, String place) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((list + place).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws BadCursor where it is none of that list's
   */
  static String place(String list, String cursor) {
    if (cursor.length() > LONGEST) {
      throw new BadCursor(cursor.substring(0, 40) + "…");
    }
    String text;
    try {
      text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new BadCursor(cursor);
    }
    String place = text.startsWith(list) ? text.substring(list.length()) : "";
    if (!place.matches("[\\x20-\\x7e]{1,150}[\\x01\\uFFFF]?")) {
      throw new BadCursor(cursor);
    }
    return place;
  }
}
