package io.quotemark.reading;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * Text without the characters that nobody sees, which would split words and numbers: soft hyphens,
 * zero-width spaces and joiners, byte order marks, direction marks, variation selectors, tags. Kept
 * are those a script needs: joiners in emoji and in scripts that join letters, selectors of emoji
 * and Mongolian, direction marks beside letters written from right to left.
 *
 * <p>Stacks of combining marks are cut at {@link #MOST_MARKS}: natural text has three or four,
 * Unicode's stream-safe format (UAX #15) allows 30, and longer ones only slow readers down.
 */
final class VisibleText {
  static final int MOST_MARKS = 16;

  private static final Set<UnicodeScript> JOINING =
      EnumSet.of(
          UnicodeScript.ARABIC,
          UnicodeScript.SYRIAC,
          UnicodeScript.NKO,
          UnicodeScript.MANDAIC,
          UnicodeScript.MONGOLIAN,
          UnicodeScript.PHAGS_PA,
          UnicodeScript.ADLAM,
          UnicodeScript.HANIFI_ROHINGYA,
          UnicodeScript.DEVANAGARI,
          UnicodeScript.BENGALI,
          UnicodeScript.GURMUKHI,
          UnicodeScript.GUJARATI,
          UnicodeScript.ORIYA,
          UnicodeScript.TAMIL,
          UnicodeScript.TELUGU,
          UnicodeScript.KANNADA,
          UnicodeScript.MALAYALAM,
          UnicodeScript.SINHALA,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR,
          UnicodeScript.TIBETAN,
          UnicodeScript.BALINESE,
          UnicodeScript.JAVANESE);

  private static final int BLACK_FLAG = 0x1F3F4;
  private static final int KEYCAP = 0x20E3;

  private final String text;
  private final StringBuilder out;

  /** The last character kept, and the last that is no mark, joiner or selector; -1 for none. */
  private int last = -1;

  private int base = -1;
  private int marks;

  /** Whether the last characters kept are a flag and its tags. */
  private boolean flag;

  private VisibleText(String text, int from) {
    this.text = text;
    this.out = new StringBuilder(text.length()).append(text, 0, from);
    if (from > 0) {
      last = out.codePointBefore(from);
      base = last;
    }
  }

  /** The text itself where there is nothing to leave out. */
  static String of(String text) {
    int plain = 0;
    while (plain < text.length() && isPlain(text.charAt(plain))) {
      plain++;
    }
    return plain == text.length() ? text : new VisibleText(text, plain).cleaned();
  }

  /** Whether the character is surely neither invisible nor a mark: Latin, Han, kana, hangul. */
  private static boolean isPlain(char c) {
    return c < 0x0300
        ? c != '\u00AD'
        : (c >= 0x2010 && c <= 0x2027)
            || (c >= 0x20A0 && c <= 0x20CF)
            || (c >= 0x3000 && c <= 0x3029)
            || (c >= 0x3040 && c <= 0x9FFF && c != '\u3099' && c != '\u309A')
            || (c >= 0xAC00 && c <= 0xD7A3)
            || (c >= 0xFF01 && c <= 0xFF60);
  }

  private String cleaned() {
    for (int at = out.length(); at < text.length(); ) {
      int here = text.codePointAt(at);
      at += Character.charCount(here);
      take(here, at);
    }
    return out.length() == text.length() ? text : out.toString();
  }

  private void take(int here, int next) {
    boolean kept =
        switch (kind(here)) {
          case VISIBLE -> {
            base = here;
            marks = 0;
            flag = here == BLACK_FLAG;
            yield true;
          }
          case MARK -> ++marks <= MOST_MARKS;
          case JOINER -> last != here && joins(codePoint(next)) && ++marks <= MOST_MARKS;
          case SELECTOR -> last != here && selects(here, codePoint(next));
          case DIRECTION -> last != here && (isRightToLeft(base) || isRightToLeft(codePoint(next)));
          case TAG -> flag && ++marks <= MOST_MARKS;
          case NEVER -> false;
        };
    if (kept) {
      out.appendCodePoint(here);
      last = here;
    }
  }

  private enum Kind {
    VISIBLE,
    MARK,
    JOINER,
    SELECTOR,
    DIRECTION,
    TAG,
    NEVER
  }

  private static Kind kind(int c) {
    if (c < 0x0300) {
      return c == 0xAD ? Kind.NEVER : Kind.VISIBLE;
    }
    return switch (c) {
      case 0x200C, 0x200D -> Kind.JOINER;
      case 0x200E, 0x200F, 0x061C -> Kind.DIRECTION;
      case 0x034F, 0x180E, 0x200B, 0xFEFF -> Kind.NEVER;
      default -> {
        if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F)) {
          yield Kind.NEVER;
        } else if ((c >= 0xFE00 && c <= 0xFE0F)
            || (c >= 0xE0100 && c <= 0xE01EF)
            || (c >= 0x180B && c <= 0x180F)) {
          yield Kind.SELECTOR;
        } else if (c >= 0xE0000 && c <= 0xE007F) {
          yield Kind.TAG;
        }
        yield switch (Character.getType(c)) {
          case Character.NON_SPACING_MARK,
              Character.ENCLOSING_MARK,
              Character.COMBINING_SPACING_MARK ->
              Kind.MARK;
          default -> Kind.VISIBLE;
        };
      }
    };
  }

  /** Whether what stands around a joiner is joined by it. */
  private boolean joins(int next) {
    return (isJoining(base) && isJoining(next)) || (isEmoji(base) && isEmoji(next));
  }

  private boolean selects(int selector, int next) {
    if (selector >= 0x180B && selector <= 0x180F) {
      return last >= 0 && UnicodeScript.of(last) == UnicodeScript.MONGOLIAN;
    }
    return last == base && (isEmoji(base) || next == KEYCAP);
  }

  private int codePoint(int at) {
    return at < text.length() ? text.codePointAt(at) : -1;
  }

  private static boolean isJoining(int c) {
    return c >= 0 && JOINING.contains(UnicodeScript.of(c));
  }

  private static boolean isEmoji(int c) {
    return c >= 0 && (Character.isExtendedPictographic(c) || Character.isEmojiModifier(c));
  }

  private static boolean isRightToLeft(int c) {
    if (c < 0) {
      return false;
    }
    byte direction = Character.getDirectionality(c);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }
}
