package io.quotemark.reading.html;

import io.quotemark.reading.html.Outline.Extent;
import io.quotemark.reading.html.Outline.Run;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

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
    for (Element list : outline.elements()) {
      Extent whole = outline.extent(list);
      if (whole.end() - whole.first() < LEAST * 2 || list.childrenSize() < LEAST) {
        continue; // a teaser has two runs at the least
      }
      Map<String, Integer> made = new HashMap<>();
      Map<String, Integer> teasers = new HashMap<>();
      boolean any = false;
      List<Element> children = list.children();
      for (Element child : children) {
        Extent extent = outline.extent(child);
        if (extent.end() > extent.first()) {
          boolean teaser = teaser(outline, child, extent);
          any |= teaser;
          made.merge(make(child), 1, Integer::sum);
          teasers.merge(make(child), teaser ? 1 : 0, Integer::sum);
        }
      }
      if (!any) {
        continue;
      }
      for (Element child : children) {
        Extent extent = outline.extent(child);
        int same = made.getOrDefault(make(child), 0);
        int found = teasers.getOrDefault(make(child), 0);
        if (found >= LEAST
            && found * 3 >= same * 2
            && extent.end() > extent.first()
            && small(outline, extent)) {
          out.set(extent.first(), extent.end());
        }
      }
    }
    return out;
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

  private static String make(Element element) {
    String classes = element.className();
    int end = classes.indexOf(' ');
    return element.normalName() + "." + (end < 0 ? classes : classes.substring(0, end));
  }

  private static boolean teaser(Outline outline, Element child, Extent extent) {
    List<Run> runs = outline.runs().subList(extent.first(), extent.end());
    String tag = child.normalName();
    boolean list = tag.equals("ul") || tag.equals("ol");
    return !list
        && runs.size() > 1
        && small(outline, extent)
        && runs.stream().anyMatch(r -> r.linkShare() > 0.7);
  }

  private static boolean small(Outline outline, Extent extent) {
    int prose = 0;
    for (Run run : outline.runs().subList(extent.first(), extent.end())) {
      prose += run.linkShare() > 0.5 ? 0 : run.weight();
      if (prose > MOST_PROSE) {
        return false;
      }
    }
    return true;
  }
}
