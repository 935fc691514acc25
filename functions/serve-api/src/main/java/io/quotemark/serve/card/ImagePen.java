package io.quotemark.serve.card;

import io.quotemark.serve.chart.Ink;
import io.quotemark.serve.chart.Pen;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Draws a chart into a picture, in letters of ours. */
final class ImagePen implements Pen {
  private static final double LETTER = 11;
  private static final double PALE = 0.38;

  private final Graphics2D to;
  private final Letters plain;
  private final Letters bold;
  private final String verdict;

  ImagePen(Graphics2D to, Letters plain, Letters bold, String verdict) {
    this.to = to;
    this.plain = plain;
    this.bold = bold;
    this.verdict = verdict;
  }

  private Color colour(Ink ink, boolean pale) {
    Color full = Color.decode(ink.colour(verdict));
    double opacity = ink.opacity() * (pale ? PALE : 1);
    return new Color(full.getRed(), full.getGreen(), full.getBlue(), (int) (255 * opacity));
  }

  @Override
  public void stroke(Ink ink, boolean pale, List<Step> steps) {
    if (steps.isEmpty()) {
      return;
    }
    Path2D path = new Path2D.Double();
    for (Step step : steps) {
      if (step.draws()) {
        path.lineTo(step.x(), step.y());
      } else {
        path.moveTo(step.x(), step.y());
      }
    }
    Color colour = colour(ink, pale);
    if (ink == Ink.UP || ink == Ink.DOWN) {
      to.setColor(ink == Ink.UP ? Color.WHITE : colour);
      to.fill(path);
    }
    to.setColor(colour);
    float width = (float) ink.width();
    to.setStroke(
        ink.isDashed()
            ? new BasicStroke(
                width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {3, 3}, 0)
            : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    to.draw(path);
  }

  @Override
  public void fill(Ink ink, boolean pale, List<double[]> boxes) {
    to.setColor(colour(ink, pale));
    for (double[] box : boxes) {
      to.fill(new Rectangle2D.Double(box[0], box[1], box[2], box[3]));
    }
  }

  @Override
  public void ring(double x, double y, double radius) {
    to.setColor(colour(Ink.RING, false));
    to.setStroke(new BasicStroke((float) Ink.RING.width()));
    to.draw(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  @Override
  public void text(Ink ink, double x, double y, Anchor anchor, String words) {
    double width = width(ink, words);
    double from =
        switch (anchor) {
          case START -> x;
          case MIDDLE -> x - width / 2;
          case END -> x - width;
        };
    Path2D outline = letters(ink).outline(words, from, y, LETTER);
    if (ink != Ink.TICK) {
      to.setColor(Color.WHITE);
      to.setStroke(new BasicStroke(3.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      to.draw(outline);
    }
    to.setColor(colour(ink, false));
    to.fill(outline);
  }

  @Override
  public double width(Ink ink, String words) {
    return letters(ink).width(words, LETTER);
  }

  private Letters letters(Ink ink) {
    return ink.isBold() ? bold : plain;
  }
}
