package io.quotemark.serve.chart;

/**
 * How large a chart is drawn; the letters are 12 units high on either.
 *
 * @param dates how many are named below
 */
public record Canvas(int width, int height, int dates) {
  /** By itself, as in another's page. */
  public static final Canvas WIDE = new Canvas(720, 260, 4);

  /** In a column or on a phone, where it is shown at about its own size. */
  public static final Canvas COLUMN = new Canvas(440, 200, 3);

  private static final int LEFT = 8;
  private static final int RIGHT = 52;
  private static final int TOP = 18;
  private static final int BOTTOM = 28;

  int left() {
    return LEFT;
  }

  int right() {
    return width - RIGHT;
  }

  int top() {
    return TOP;
  }

  int bottom() {
    return height - BOTTOM;
  }
}
