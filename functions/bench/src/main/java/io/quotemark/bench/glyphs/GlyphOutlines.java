package io.quotemark.bench.glyphs;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the outlines of a font's letters as the share card reads them: {@code GlyphOutlines
 * FONT.ttf LETTERS OUT}. LETTERS is {@code basic} (Latin 1 and the signs of prices) or {@code wide}
 * (all Latin letters of Europe as well).
 *
 * <p>The file: how many letters there are; for each its code point less that of the letter before,
 * its advance, and its segments, each an operation (0 ends the letter, 1 moves, 2 draws a line, 3 a
 * quadratic curve) with its points as differences. All numbers are variable-length integers of
 * seven bits a byte, the signed ones in zigzag; 512 units are the height of the letters.
 */
public final class GlyphOutlines {
  private static final int EM = 512;
  private static final String SIGNS = "–—‘’‚“”„†•…‹›‰€₩₹₽−≈→↑↓✓✗▲▼·×«»¥£№™";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private GlyphOutlines() {}

  public static void main(String[] arguments) throws IOException, FontFormatException {
    Font font = Font.createFont(Font.TRUETYPE_FONT, new File(arguments[0])).deriveFont((float) EM);
    List<Integer> letters = letters(arguments[1].equals("wide") ? 0x17F : 0xFF);
    GlyphOutlines outlines = new GlyphOutlines();
    byte[] written = outlines.of(font, letters.stream().filter(font::canDisplay).toList());
    Files.write(Path.of(arguments[2]), written);
    System.out.write(
        (arguments[2] + ": " + written.length + " bytes\n").getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }

  private static List<Integer> letters(int last) {
    java.util.TreeSet<Integer> letters = new java.util.TreeSet<>();
    for (int letter = ' '; letter <= last; letter++) {
      if (letter < 0x7F || letter >= 0xA0) {
        letters.add(letter);
      }
    }
    SIGNS.codePoints().forEach(letters::add);
    return List.copyOf(letters);
  }

  private byte[] of(Font font, List<Integer> letters) {
    FontRenderContext context = new FontRenderContext(null, true, true);
    unsigned(letters.size());
    int before = 0;
    for (int letter : letters) {
      GlyphVector glyph = font.createGlyphVector(context, Character.toString(letter));
      unsigned(letter - before);
      before = letter;
      unsigned(Math.round(glyph.getGlyphMetrics(0).getAdvanceX()));
      segments(glyph.getOutline().getPathIterator(null));
    }
    return out.toByteArray();
  }

  private void segments(PathIterator path) {
    float[] at = new float[6];
    int x = 0;
    int y = 0;
    for (; !path.isDone(); path.next()) {
      int operation = path.currentSegment(at);
      int points =
          switch (operation) {
            case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 1;
            case PathIterator.SEG_QUADTO -> 2;
            case PathIterator.SEG_CLOSE -> 0;
            default -> throw new IllegalStateException("a font with cubic curves");
          };
      if (points == 0) {
        continue;
      }
      unsigned(
          operation == PathIterator.SEG_MOVETO ? 1 : operation == PathIterator.SEG_LINETO ? 2 : 3);
      for (int i = 0; i < points; i++) {
        signed(Math.round(at[2 * i]) - x);
        signed(Math.round(at[2 * i + 1]) - y);
        x = Math.round(at[2 * i]);
        y = Math.round(at[2 * i + 1]);
      }
    }
    unsigned(0);
  }

  private void signed(int value) {
    unsigned((value << 1) ^ (value >> 31));
  }

  private void unsigned(int value) {
    int left = value;
    while (left >= 0x80) {
      out.write(left & 0x7F | 0x80);
      left >>>= 7;
    }
    out.write(left);
  }
}
