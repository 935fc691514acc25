package io.quotemark.reading.html;

import io.quotemark.reading.html.Outline.Extent;
import io.quotemark.reading.html.Outline.Run;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
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
  private final IdentityHashMap<Element, Double> points = new IdentityHashMap<>();

  /** Sums over the runs before each, in characters: all text, its links, and prose. */
  private final int[] text;

  private final int[] linked;
  private final int[] prose;

  BodyFinder(Outline outline, BitSet teasers) {
    this.outline = outline;
    this.teasers = teasers;
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
  @Nullable Element find(Element body) {
    for (int i = 0; i < outline.runs().size(); i++) {
      if (!teasers.get(i)) {
        score(outline.runs().get(i), body);
      }
    }
    Element best = null;
    double most = 0;
    for (Map.Entry<Element, Double> entry : points.entrySet()) {
      Element element = entry.getKey();
      double worth = entry.getValue() * (1 - linkShare(element)) * evidence(element);
      if (worth > most || (worth == most && best != null && best.parents().contains(element))) {
        best = element;
        most = worth;
      }
    }
    return best == null ? null : widened(best, body);
  }

  private void score(Run run, Element body) {
    int length = run.weight();
    if (length < SHORTEST || run.linkShare() > 0.5) {
      return;
    }
    Element block = run.block();
    String tag = block.normalName();
    double worth = 1 + Math.min(length / 100.0, 4) + Math.min(run.commas(), 6);
    worth *= tag.equals("li") || tag.equals("td") || tag.equals("tr") ? 0.4 : 1;
    boolean leaf =
        tag.equals("p") || tag.equals("li") || tag.equals("pre") || tag.equals("blockquote");
    Element holder = leaf && block.parent() != null ? block.parent() : block;
    double share = 1;
    for (int level = 0; level < 4 && holder != null; level++) {
      points.merge(holder, worth * share, Double::sum);
      if (holder.equals(body)) {
        return;
      }
      holder = holder.parent();
      share = level == 0 ? 0.6 : share * 0.5;
    }
  }

  private double evidence(Element element) {
    if (Boilerplate.declared(element)) {
      return 1.6;
    }
    return element.normalName().equals("article") || outline.names(element).body() ? 1.3 : 1;
  }

  private Element widened(Element best, Element body) {
    Element out = best;
    for (Element at = best.parent(); at != null; at = at.parent()) {
      int more = prose(at) - prose(out);
      int noise = outline.text(at) - outline.text(out) - (plain(at) - plain(out));
      if (more >= Math.max(100, prose(out) / 20) && more > noise) {
        out = at;
      }
      if (at.equals(body)) {
        break;
      }
    }
    return out;
  }

  /** Characters of prose in an element: no links, scraps or teasers. */
  int prose(Element element) {
    return sum(prose, element);
  }

  /** Characters that are no links, in paragraphs, headings and lists. */
  private int plain(Element element) {
    return sum(text, element) - sum(linked, element);
  }

  private double linkShare(Element element) {
    int all = sum(text, element);
    return all == 0 ? 1 : (double) sum(linked, element) / all;
  }

  private int sum(int[] before, Element element) {
    Extent extent = outline.extent(element);
    return before[extent.end()] - before[extent.first()];
  }
}
