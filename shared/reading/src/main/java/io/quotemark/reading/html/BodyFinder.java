package io.quotemark.reading.html;

import io.quotemark.reading.html.Outline.Extent;
import io.quotemark.reading.html.Outline.Run;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the element that holds the article. Runs of prose give points to the elements around them;
 * the one with most points is where the article stands, and it is widened to an element around it
 * while that adds more prose than links and scraps.
 */
final class BodyFinder {
  private static final int SHORTEST = 25;
  private static final int PROSE = 40;

  private final Outline outline;
  private final BitSet teasers;

  /** By the numbers of the boxes. */
  private final double[] points;

  /** Boxes with points. */
  private final List<Box> scored = new ArrayList<>();

  /** Sums over the runs before each, in characters: all text, its links, and prose. */
  private final int[] text;

  private final int[] linked;
  private final int[] prose;

  BodyFinder(Outline outline, BitSet teasers) {
    this.outline = outline;
    this.teasers = teasers;
    this.points = new double[outline.allBoxes()];
    List<Run> runs = outline.runs();
    text = new int[runs.size() + 1];
    linked = new int[runs.size() + 1];
    prose = new int[runs.size() + 1];
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      int length = run.text().length();
      int links = Math.min(run.linked(), length);
      boolean reads = !teasers.get(i) && run.weight() >= PROSE && run.linkShare() < 0.5;
      text[i + 1] = text[i] + length;
      linked[i + 1] = linked[i] + links;
      prose[i + 1] = prose[i] + (reads ? length - links : 0);
    }
  }

  /** Null where the page has no running text. */
  @Nullable Box find(Box body) {
    for (int i = 0; i < outline.runs().size(); i++) {
      if (!teasers.get(i)) {
        score(outline.runs().get(i), body);
      }
    }
    Box best = null;
    double most = 0;
    for (Box box : scored) {
      double worth = points[box.number()] * (1 - linkShare(box)) * evidence(box);
      if (worth > most || (worth == most && best != null && best.in(box))) {
        best = box;
        most = worth;
      }
    }
    return best == null ? null : widened(best, body);
  }

  private void score(Run run, Box body) {
    int length = run.weight();
    if (length < SHORTEST || run.linkShare() > 0.5) {
      return;
    }
    Box block = run.block();
    String tag = block.tag();
    double worth = 1 + Math.min(length / 100.0, 4) + Math.min(run.commas(), 6);
    worth *= tag.equals("li") || tag.equals("td") || tag.equals("tr") ? 0.4 : 1;
    boolean leaf =
        tag.equals("p") || tag.equals("li") || tag.equals("pre") || tag.equals("blockquote");
    Box holder = leaf && block.parent() != null ? block.parent() : block;
    double share = 1;
    for (int level = 0; level < 4 && holder != null; level++) {
      if (points[holder.number()] == 0) {
        scored.add(holder);
      }
      points[holder.number()] += worth * share;
      if (holder == body) {
        return;
      }
      holder = holder.parent();
      share = level == 0 ? 0.6 : share * 0.5;
    }
  }

  private static double evidence(Box box) {
    if (Boilerplate.declared(box.element())) {
      return 1.6;
    }
    return box.tag().equals("article") || box.names().body() ? 1.3 : 1;
  }

  private Box widened(Box best, Box body) {
    Box out = best;
    for (Box at = best.parent(); at != null; at = at.parent()) {
      int more = prose(at) - prose(out);
      int noise = at.text() - out.text() - (plain(at) - plain(out));
      if (more >= Math.max(100, prose(out) / 20) && more > noise) {
        out = at;
      }
      if (at == body) {
        break;
      }
    }
    return out;
  }

  /** Characters of prose in an element: no links, scraps or teasers. */
  int prose(Box box) {
    return sum(prose, box);
  }

  /** Characters that are no links, in paragraphs, headings and lists. */
  private int plain(Box box) {
    return sum(text, box) - sum(linked, box);
  }

  private double linkShare(Box box) {
    int all = sum(text, box);
    return all == 0 ? 1 : (double) sum(linked, box) / all;
  }

  private int sum(int[] before, Box box) {
    Extent extent = outline.extent(box);
    return before[extent.end()] - before[extent.first()];
  }
}
