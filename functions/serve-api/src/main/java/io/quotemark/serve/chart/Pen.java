package io.quotemark.serve.chart;

import java.util.List;

/** What a chart is drawn with: as markup, or as a picture. Units are those of the canvas. */
public interface Pen {
  /** Where a text stands to its point. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /** A part of a path: the pen goes to the point, drawing or not. */
  record Step(double x, double y, boolean draws) {}

  /**
   * @param pale whether it came after publication
   */
  void stroke(Ink ink, boolean pale, List<Step> path);

  /** Rectangles of x, y, width and height. */
  void fill(Ink ink, boolean pale, List<double[]> boxes);

  void ring(double x, double y, double radius);

  /** Clear of what lies below it where the ink is a label's. */
  void text(Ink ink, double x, double y, Anchor anchor, String words);

  /** How wide a text would be. */
  double width(Ink ink, String words);
}
