package io.quotemark.serve.card;

import io.quotemark.serve.chart.Pen;
import io.quotemark.serve.chart.Proof;
import io.quotemark.serve.chart.ProofChart;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * A claim as a picture of 1200 × 630: its verdict, the words of the article, one sentence, and the
 * chart that proves it. What is written in letters that it does not have (Chinese, Japanese,
 * Korean, Arabic and others) is left out, never drawn as boxes.
 */
public final class ShareCard {
  private static final int WIDTH = 1200;
  private static final int HEIGHT = 630;
  private static final int SIDE = 56;
  private static final int HEAD = 84;
  private static final int FOOT = 46;
  private static final double ZOOM = 1.75;

  private static final Color PAPER = Color.decode("#fbfaf7");
  private static final Color INK = Color.decode("#1b1c1e");
  private static final Color SOFT = Color.decode("#585b61");
  private static final Color RULE = Color.decode("#e4e1d9");

  private static final class Faces {
    static final Letters PLAIN = Letters.of(Letters.PLAIN);
    static final Letters BOLD = Letters.of(Letters.BOLD);
    static final Letters WORDS = Letters.of(Letters.WORDS);
  }

  private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
  private final Graphics2D to = image.createGraphics();
  private final Content content;

  /**
   * What a card says.
   *
   * @param verdict in words
   * @param colour of the verdict on light paper, {@code #a81c26}
   * @param quote the words of the article, as printed
   * @param sentences that say why, the first that can be drawn is taken
   * @param listing name and ticker
   * @param foot source and day, the first that can be drawn is taken
   * @param proof the chart; null where there is none
   */
  public record Content(
      String verdict,
      String colour,
      String quote,
      List<String> sentences,
      String listing,
      List<String> foot,
      @Nullable Proof proof) {
    public Content {
      sentences = List.copyOf(sentences);
      foot = List.copyOf(foot);
    }
  }

  private ShareCard(Content content) {
    this.content = content;
  }

  /** The picture as PNG. */
  public static byte[] png(Content content) {
    ShareCard card = new ShareCard(content);
    card.draw();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.setUseCache(false);
      ImageIO.write(card.image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException("writing a picture to memory", e);
    }
    return out.toByteArray();
  }

  /** Whether the words of an article can be drawn. */
  static boolean drawable(String quote) {
    return Faces.WORDS.have(quote);
  }

  private void draw() {
    to.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    to.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    fill(PAPER, 0, 0, WIDTH, HEIGHT);
    head();
    double y = words();
    chart(y);
    foot();
    to.dispose();
  }

  private void head() {
    Color verdict = Color.decode(content.colour());
    Color pale = new Color(verdict.getRed(), verdict.getGreen(), verdict.getBlue(), 30);
    fill(pale, 0, 0, WIDTH, HEAD);
    fill(verdict, 0, 0, 14, HEAD);
    text(Faces.BOLD, content.verdict(), SIDE, 57, 42, verdict);
    String brand = "Quotemark";
    text(Faces.BOLD, brand, WIDTH - SIDE - Faces.BOLD.width(brand, 28), 53, 28, INK);
  }

  /** Returns how far down it came. */
  private double words() {
    double y = HEAD + 22;
    if (Faces.WORDS.have(content.quote())) {
      for (String line : lines(Faces.WORDS, "“" + content.quote() + "”", 40, 2)) {
        y += 46;
        text(Faces.WORDS, line, SIDE, y - 6, 40, SOFT);
      }
    } else if (Faces.BOLD.have(content.listing())) {
      y += 42;
      text(Faces.BOLD, content.listing(), SIDE, y - 6, 36, SOFT);
    }
    for (String sentence : content.sentences()) {
      if (Faces.BOLD.have(sentence)) {
        for (String line : lines(Faces.BOLD, sentence, 33, 3)) {
          y += 41;
          text(Faces.BOLD, line, SIDE, y, 33, INK);
        }
        break;
      }
    }
    return y + 14;
  }

  private void chart(double from) {
    Proof proof = content.proof();
    if (proof == null) {
      return;
    }
    double height = HEIGHT - FOOT - from - 8;
    Graphics2D part = (Graphics2D) to.create();
    part.translate(SIDE - 8, from);
    part.setColor(Color.WHITE);
    part.fill(new Rectangle2D.Double(0, 0, WIDTH - 2 * SIDE + 16.0, height));
    part.setColor(RULE);
    part.draw(new Rectangle2D.Double(0, 0, WIDTH - 2 * SIDE + 16.0, height));
    part.scale(ZOOM, ZOOM);
    Pen pen = new ImagePen(part, Faces.PLAIN, Faces.BOLD, proof.verdict());
    ProofChart.draw(proof, pen, (WIDTH - 2 * SIDE + 16) / ZOOM, height / ZOOM);
    part.dispose();
  }

  private void foot() {
    for (String foot : content.foot()) {
      if (Faces.PLAIN.have(foot)) {
        String line = lines(Faces.PLAIN, foot, 22, 1).getFirst();
        text(Faces.PLAIN, line, SIDE, HEIGHT - 18, 22, SOFT);
        return;
      }
    }
  }

  /** Broken at spaces; what does not fit ends in an ellipsis. */
  private static List<String> lines(Letters letters, String text, double size, int most) {
    double room = WIDTH - 2.0 * SIDE;
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("[\\s\\u00a0]+", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (letters.width(longer, size) <= room || line.isEmpty()) {
        line = new StringBuilder(longer);
      } else if (lines.size() + 1 == most) {
        return ended(letters, lines, line.toString(), size, room, true);
      } else {
        lines.add(line.toString());
        line = new StringBuilder(word);
      }
    }
    return ended(letters, lines, line.toString(), size, room, false);
  }

  private static List<String> ended(
      Letters letters, List<String> lines, String last, double size, double room, boolean more) {
    String line = more ? last + " …" : last;
    while (letters.width(line, size) > room && line.length() > 2) {
      line = line.substring(0, line.offsetByCodePoints(line.length(), more ? -3 : -2)) + "…";
    }
    lines.add(line);
    return lines;
  }

  private void text(Letters letters, String words, double x, double y, double size, Color colour) {
    to.setColor(colour);
    to.fill(letters.outline(words, x, y, size));
  }

  private void fill(Color colour, double x, double y, double width, double height) {
    to.setColor(colour);
    to.fill(new Rectangle2D.Double(x, y, width, height));
  }
}
