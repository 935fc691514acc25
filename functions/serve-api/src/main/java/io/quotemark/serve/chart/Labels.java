package io.quotemark.serve.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds places for labels: near what they name, inside the canvas, on no other label, and over as
 * few prices as can be.
 */
final class Labels {
  private static final double HEIGHT = 12;
  private static final double AWAY = 9;

  private final Plot plot;
  private final List<Proof.Session> sessions;
  private final List<Box> taken = new ArrayList<>();
  private final List<Box> lines = new ArrayList<>();

  /** A stretch of the canvas. */
  record Box(double x, double y, double width, double height) {
    boolean meets(Box other) {
      return x < other.x + other.width
          && other.x < x + width
          && y < other.y + other.height
          && other.y < y + height;
    }
  }

  Labels(Plot plot, List<Proof.Session> sessions) {
    this.plot = plot;
    this.sessions = sessions;
  }

  /** Keeps labels away. */
  void keep(Box box) {
    taken.add(box);
  }

  /** Keeps labels away where there is room elsewhere. */
  void avoid(Box box) {
    lines.add(box);
  }

  /** Around a point: left, right, above and below it, then further away. */
  Box around(double x, double y, double width) {
    List<Box> wishes = new ArrayList<>();
    for (int far = 0; far < 7; far++) {
      double dy = AWAY + far * HEIGHT;
      for (int way : new int[] {-1, 1}) {
        double top = way < 0 ? y - dy - HEIGHT : y + dy - 2;
        wishes.add(new Box(x - width / 2, top, width, HEIGHT));
        wishes.add(new Box(x - width - AWAY, top, width, HEIGHT));
        wishes.add(new Box(x + AWAY, top, width, HEIGHT));
      }
      if (far == 0) {
        wishes.add(new Box(x - width - AWAY, y - HEIGHT / 2, width, HEIGHT));
        wishes.add(new Box(x + AWAY, y - HEIGHT / 2, width, HEIGHT));
      }
    }
    return best(wishes);
  }

  /** Just above or below a line across, anywhere along it. */
  Box along(double top, double bottom, double width) {
    List<Box> wishes = new ArrayList<>();
    for (int far = 0; far < 5; far++) {
      for (double y : List.of(top - 3 - HEIGHT * (far + 1), bottom + 3 + HEIGHT * far)) {
        wishes.add(new Box(plot.left() + 4, y, width, HEIGHT));
        wishes.add(new Box(plot.right() - width - 2, y, width, HEIGHT));
        wishes.add(new Box((plot.left() + plot.right() - width) / 2, y, width, HEIGHT));
      }
    }
    return best(wishes);
  }

  /** On top of the canvas, beside an upright. */
  Box above(double x, double width) {
    List<Box> wishes = new ArrayList<>();
    for (double y : List.of(plot.top() - HEIGHT - 4, plot.bottom() - HEIGHT - 2)) {
      wishes.add(new Box(x + 4, y, width, HEIGHT));
      wishes.add(new Box(x - width - 4, y, width, HEIGHT));
      wishes.add(new Box(x - width / 2, y, width, HEIGHT));
    }
    return best(wishes);
  }

  private Box best(List<Box> wishes) {
    Box best = wishes.getFirst();
    double least = Double.MAX_VALUE;
    for (int i = 0; i < wishes.size(); i++) {
      Box inside = inside(wishes.get(i));
      double cost = i * 0.35 + covered(inside);
      for (Box other : taken) {
        cost += other.meets(inside) ? 1_000 : 0;
      }
      for (Box line : lines) {
        cost += line.meets(inside) ? 2.5 : 0;
      }
      if (cost < least) {
        least = cost;
        best = inside;
      }
    }
    taken.add(best);
    return best;
  }

  private Box inside(Box box) {
    double x = Math.clamp(box.x(), 2, Math.max(2, plot.right() + 2 - box.width()));
    double y = Math.clamp(box.y(), 2, plot.floor() - HEIGHT);
    return new Box(x, y, box.width(), box.height());
  }

  /** How many sessions' prices it would lie on. */
  private double covered(Box box) {
    int first = Math.max(0, (int) Math.floor((box.x() - plot.left()) / plot.step()));
    int last =
        Math.min(
            sessions.size() - 1,
            (int) Math.ceil((box.x() + box.width() - plot.left()) / plot.step()));
    int hit = 0;
    for (int i = first; i <= last; i++) {
      Proof.Session session = sessions.get(i);
      boolean meets =
          plot.y(session.high()) < box.y() + box.height() && plot.y(session.low()) > box.y();
      hit += meets ? 1 : 0;
    }
    return last < first ? 0 : 12.0 * hit / (last - first + 1);
  }
}
