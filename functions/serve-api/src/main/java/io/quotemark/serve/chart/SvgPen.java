package io.quotemark.serve.chart;

import java.util.List;
import java.util.Locale;

/**
 * Draws as SVG. In a page the style sheet says how classes look, so that a chart follows light and
 * dark; in a file of its own each element says it, since a strict content security policy allows no
 * style.
 */
final class SvgPen implements Pen {
  private static final double LETTER = 11;

  private final StringBuilder out = new StringBuilder();
  private final boolean alone;
  private final String verdict;

  /**
   * @param alone whether no style sheet applies
   * @param verdict its colour
   */
  SvgPen(boolean alone, String verdict) {
    this.alone = alone;
    this.verdict = verdict;
  }

  String markup() {
    return out.toString();
  }

  @Override
  public void stroke(Ink ink, boolean pale, List<Step> path) {
    if (path.isEmpty()) {
      return;
    }
    out.append("<path").append(look(ink, pale));
    if (alone) {
      out.append(" fill=\"")
          .append(ink == Ink.UP ? "#fff" : ink == Ink.DOWN ? ink.colour(verdict) : "none")
          .append("\" stroke=\"")
          .append(ink.colour(verdict))
          .append("\" stroke-width=\"")
          .append(ink.width())
          .append(ink.isDashed() ? "\" stroke-dasharray=\"3 3\"" : "\"");
    }
    out.append(" d=\"");
    for (Step step : path) {
      out.append(step.draws() ? 'L' : 'M')
          .append(number(step.x()))
          .append(' ')
          .append(number(step.y()));
    }
    out.append("\"/>");
  }

  @Override
  public void fill(Ink ink, boolean pale, List<double[]> boxes) {
    if (boxes.isEmpty()) {
      return;
    }
    out.append("<path").append(look(ink, pale));
    if (alone) {
      out.append(" fill=\"").append(ink.colour(verdict)).append('"');
      if (ink.opacity() < 1) {
        out.append(" fill-opacity=\"").append(ink.opacity()).append('"');
      }
    }
    out.append(" d=\"");
    for (double[] box : boxes) {
      out.append('M')
          .append(number(box[0]))
          .append(' ')
          .append(number(box[1]))
          .append('h')
          .append(number(box[2]))
          .append('v')
          .append(number(box[3]))
          .append('h')
          .append(number(-box[2]))
          .append('z');
    }
    out.append("\"/>");
  }

  @Override
  public void ring(double x, double y, double radius) {
    out.append("<circle").append(look(Ink.RING, false));
    if (alone) {
      out.append(" fill=\"none\" stroke=\"")
          .append(verdict)
          .append("\" stroke-width=\"")
          .append(Ink.RING.width())
          .append('"');
    }
    out.append(" cx=\"")
        .append(number(x))
        .append("\" cy=\"")
        .append(number(y))
        .append("\" r=\"")
        .append(number(radius))
        .append("\"/>");
  }

  @Override
  public void text(Ink ink, double x, double y, Anchor anchor, String words) {
    out.append("<text").append(look(ink, false));
    if (alone) {
      out.append(" fill=\"").append(ink.colour(verdict)).append('"');
      if (ink != Ink.TICK) {
        out.append(
            " paint-order=\"stroke\" stroke=\"#fff\" stroke-width=\"4\" stroke-linejoin=\"round\"");
      }
      if (ink.isBold()) {
        out.append(" font-weight=\"600\"");
      }
    }
    out.append(" x=\"").append(number(x)).append("\" y=\"").append(number(y)).append('"');
    if (anchor != Anchor.START) {
      out.append(" text-anchor=\"").append(anchor.name().toLowerCase(Locale.ROOT)).append('"');
    }
    out.append('>').append(Svg.escape(words)).append("</text>");
  }

  /** An estimate: which letters a reader's machine has is not known here. */
  @Override
  public double width(Ink ink, String words) {
    double width = 0;
    for (int at = 0; at < words.length(); at = words.offsetByCodePoints(at, 1)) {
      int letter = words.codePointAt(at);
      width +=
          letter > 0x2E00
              ? 1
              : Character.isUpperCase(letter) || letter == '%' || letter == 'm'
                  ? 0.72
                  : Character.isDigit(letter)
                      ? 0.61
                      : ".,:; ’'ilj|".indexOf(letter) >= 0 ? 0.31 : 0.56;
    }
    return width * LETTER * (ink.isBold() ? 1.06 : 1);
  }

  private static String look(Ink ink, boolean pale, boolean alone) {
    return " class=\""
        + ink.look()
        + (pale ? " later" : "")
        + '"'
        + (alone && pale ? " opacity=\"0.35\"" : "");
  }

  private String look(Ink ink, boolean pale) {
    return look(ink, pale, alone);
  }

  private static String number(double value) {
    double rounded = Math.round(value * 10) / 10.0;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }
}
