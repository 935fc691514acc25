package io.quotemark.serve.card;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The letters of one face as outlines, so that a card looks the same everywhere and needs no font
 * of the machine. {@code GlyphOutlines} of functions/bench makes the files and describes them.
 */
final class Letters {
  /** What others wrote, in italics. */
  static final String WORDS = "words";

  static final String PLAIN = "plain";
  static final String BOLD = "bold";

  private static final double EM = 512;

  private final Map<Integer, Letter> letters = new HashMap<>();

  private record Letter(double advance, Path2D outline) {}

  private Letters(byte[] file) {
    Reader in = new Reader(file);
    int count = in.unsigned();
    int letter = 0;
    for (int i = 0; i < count; i++) {
      letter += in.unsigned();
      double advance = in.unsigned();
      letters.put(letter, new Letter(advance, in.outline()));
    }
  }

  /**
   * @param face one of those above
   */
  static Letters of(String face) {
    try (InputStream in = Letters.class.getResourceAsStream(face + ".outlines")) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks the letters " + face);
      }
      return new Letters(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("reading the letters " + face, e);
    }
  }

  /** Whether it has every letter of the text. */
  boolean have(String text) {
    return text.codePoints().allMatch(letter -> letters.containsKey(plain(letter)));
  }

  double width(String text, double size) {
    return text.codePoints().mapToDouble(this::advance).sum() * size / EM;
  }

  private double advance(int letter) {
    Letter known = letters.get(plain(letter));
    return known == null ? 0 : known.advance();
  }

  /** The text with its baseline at the point; letters that it lacks are left out. */
  Path2D outline(String text, double x, double y, double size) {
    Path2D out = new Path2D.Double();
    double at = x;
    for (int letter : text.codePoints().toArray()) {
      Letter known = letters.get(plain(letter));
      if (known != null) {
        AffineTransform place = AffineTransform.getTranslateInstance(at, y);
        place.scale(size / EM, size / EM);
        out.append(known.outline().getPathIterator(place), false);
        at += known.advance() * size / EM;
      }
    }
    return out;
  }

  /** Spaces that do not break are spaces. */
  private static int plain(int letter) {
    return letter == 0xA0 || letter == 0x202F || Character.isWhitespace(letter) ? ' ' : letter;
  }

  private static final class Reader {
    private final byte[] file;
    private int at;
    private int x;
    private int y;

    Reader(byte[] file) {
      this.file = file;
    }

    int unsigned() {
      int value = 0;
      for (int shift = 0; ; shift += 7) {
        int one = file[at++];
        value |= (one & 0x7F) << shift;
        if (one >= 0) {
          return value;
        }
      }
    }

    private int signed() {
      int value = unsigned();
      return (value >>> 1) ^ -(value & 1);
    }

    private int nextX() {
      x += signed();
      return x;
    }

    private int nextY() {
      y += signed();
      return y;
    }

    Path2D outline() {
      Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
      x = 0;
      y = 0;
      for (int operation = unsigned(); operation != 0; operation = unsigned()) {
        switch (operation) {
          case 1 -> path.moveTo(nextX(), nextY());
          case 2 -> path.lineTo(nextX(), nextY());
          case 3 -> path.quadTo(nextX(), nextY(), nextX(), nextY());
          default -> throw new IllegalStateException("letters with an operation " + operation);
        }
      }
      return path;
    }
  }
}
