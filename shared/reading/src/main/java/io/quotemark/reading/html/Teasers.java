package io.quotemark.reading.html;

import io.quotemark.reading.html.Outline.Extent;
import io.quotemark.reading.html.Outline.Run;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the runs that stand in lists of teasers: three or more neighbours of the same make, each
 * with a link for its heading and a few words of prose.
 */
final class Teasers {
  private static final int LEAST = 3;
  private static final int MOST_PROSE = 400;

  private Teasers() {}

  static BitSet of(Outline outline) {
    BitSet out = new BitSet();
    for (Box list : outline.boxes()) {
      Extent whole = outline.extent(list);
      if (whole.end() - whole.first() < LEAST * 2 || list.children() < LEAST) {
        continue; // a teaser has two runs at the least
      }
      List<Box> teasers = new ArrayList<>();
      for (Box child : list) {
        if (teaser(outline, child)) {
          teasers.add(child);
        }
      }
      if (teasers.size() >= LEAST) {
        mark(outline, list, teasers, out);
      }
    }
    return out;
  }

  /** Takes those of which most of the same make are teasers. */
  private static void mark(Outline outline, Box list, List<Box> teasers, BitSet out) {
    Map<String, Integer> found = new HashMap<>();
    for (Box teaser : teasers) {
      found.merge(make(teaser), 1, Integer::sum);
    }
    Map<String, List<Box>> made = new HashMap<>();
    for (Box child : list) {
      if (outline.extent(child).end() > outline.extent(child).first()) {
        made.computeIfAbsent(make(child), make -> new ArrayList<>()).add(child);
      }
    }
    found.forEach((make, count) -> {
      List<Box> alike = made.getOrDefault(make, List.of());
      if (count >= LEAST && count * 3 >= alike.size() * 2) {
        alike.stream()
            .map(outline::extent)
            .filter(extent -> small(outline, extent))
            .forEach(extent -> out.set(extent.first(), extent.end()));
      }
    });
  }

  /** Whether most of a page's prose stands in them: then the list is the article. */
  static boolean most(Outline outline, BitSet teasers) {
    int inside = 0;
    int all = 0;
    for (int i = 0; i < outline.runs().size(); i++) {
      Run run = outline.runs().get(i);
      int plain = Math.max(0, run.text().length() - run.linked());
      all += plain;
      inside += teasers.get(i) ? plain : 0;
    }
    return inside * 2 > all;
  }

  private static String make(Box box) {
    String classes = box.element().className();
    int end = classes.indexOf(' ');
    return box.tag() + "." + (end < 0 ? classes : classes.substring(0, end));
  }

  private static boolean teaser(Outline outline, Box child) {
    Extent extent = outline.extent(child);
    String tag = child.tag();
    return extent.end() - extent.first() > 1
        && !tag.equals("ul")
        && !tag.equals("ol")
        && small(outline, extent)
        && linked(outline, extent);
  }

  private static boolean linked(Outline outline, Extent extent) {
    for (int i = extent.first(); i < extent.end(); i++) {
      if (outline.runs().get(i).linkShare() > 0.7) {
        return true;
      }
    }
    return false;
  }

  private static boolean small(Outline outline, Extent extent) {
    int prose = 0;
    for (int i = extent.first(); i < extent.end(); i++) {
      Run run = outline.runs().get(i);
      prose += run.linkShare() > 0.5 ? 0 : run.weight();
      if (prose > MOST_PROSE) {
        return false;
      }
    }
    return true;
  }
}
