package io.quotemark.serve.chart;

/**
 * What a part of a chart is, from which follows how it looks: by the style sheet in a page, by
 * itself in a file or a picture. The verdict's colour is for what is claimed and what decided it;
 * prices are drawn in greys.
 */
public enum Ink {
  GRID("grid", "#e4e1d9", 1, false),
  TICK("tick", "#585b61", 0, false),
  /** A session that closed higher than it opened: hollow. */
  UP("up", "#3a3d42", 1.1, false),
  /** One that closed lower, or where it opened: filled. */
  DOWN("down", "#3a3d42", 1.1, false),
  /** Closes, joined. */
  LINE("line", "#3a3d42", 1.5, false),
  VOLUME("vol", "#b9bbc0", 0, false),
  /** The figure as printed, over all that rounds to it. */
  BAND("band", "", 0, false),
  CLAIMED("claimed", "", 0, true),
  RING("ring", "", 2.2, false),
  LABEL("label", "#1b1c1e", 0, true),
  PUBLISHED("pub", "#585b61", 1, false),
  SPLIT("split", "#585b61", 1, false),
  NOTE("note", "#585b61", 0, false);

  private final String look;
  private final String colour;
  private final double width;
  private final boolean bold;

  Ink(String look, String colour, double width, boolean bold) {
    this.look = look;
    this.colour = colour;
    this.width = width;
    this.bold = bold;
  }

  /** Its class in the style sheet. */
  public String look() {
    return look;
  }

  /**
   * @param verdict colour of the verdict, {@code #a81c26}
   */
  public String colour(String verdict) {
    return colour.isEmpty() ? verdict : colour;
  }

  /** Of its lines; zero for what is filled. */
  public double width() {
    return width;
  }

  public boolean isBold() {
    return bold;
  }

  /** Whether its lines are broken. */
  public boolean isDashed() {
    return this == PUBLISHED || this == SPLIT;
  }

  /** How much of what lies below shows through, 1 for nothing. */
  public double opacity() {
    return this == BAND ? 0.2 : 1;
  }
}
