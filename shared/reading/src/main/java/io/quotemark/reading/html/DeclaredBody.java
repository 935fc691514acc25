package io.quotemark.reading.html;

import io.quotemark.reading.html.Outline.Extent;
import io.quotemark.reading.html.Outline.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The article's text as the page's own metadata gives it ({@code articleBody}). It is often cut
 * short or lacks headings, so it shows where on the page the article stands; only where the page
 * itself has no such text is it taken as it is.
 */
final class DeclaredBody {
  private static final int SHORTEST = 200;
  private static final int FULL = 1_000;
  private static final int LONGEST = 200_000;
  private static final int MOST_RUNS = 5_000;
  private static final int PROBE = 60;
  private static final int SHORT_PROBE = 25;

  private final String text;
  private final String letters;

  /** What there is to find, by its length. */
  private final Map<Integer, Passages> passages = new HashMap<>();

  private DeclaredBody(String text) {
    this.text = text;
    this.letters = Letters.of(text);
  }

  /** Null where too little is declared to be an article. */
  static @Nullable DeclaredBody of(@Nullable String text) {
    return text == null || text.length() < SHORTEST || text.length() > LONGEST
        ? null
        : new DeclaredBody(text);
  }

  /** Whether it is too long for a summary. */
  boolean full() {
    return letters.length() >= FULL;
  }

  /** The innermost element that holds the declared text; null where the page does not show it. */
  @Nullable Box place(Outline outline) {
    List<Integer> shown = new ArrayList<>();
    int length = 0;
    for (int i = 0; i < Math.min(outline.runs().size(), MOST_RUNS); i++) {
      Run run = outline.runs().get(i);
      if (run.linkShare() < 0.5 && holds(run.text())) {
        shown.add(i);
        length += Letters.count(run.text());
      }
    }
    if (length * 2 < letters.length()) {
      return null;
    }
    Box around = outline.around(shown);
    return around == null || crowded(outline, outline.extent(around), length) ? null : around;
  }

  /** Most of what stands there is something else. */
  private static boolean crowded(Outline outline, Extent extent, int length) {
    int all = 0;
    for (Run run : outline.runs().subList(extent.first(), extent.end())) {
      all += run.linkShare() < 0.5 ? Letters.count(run.text()) : 0;
    }
    return all > length * 2;
  }

  /** Whether its beginning, or the whole of a short text, is there. */
  private boolean holds(String text) {
    String probe = Letters.of(text, PROBE);
    if (probe.length() < SHORT_PROBE) {
      return false;
    }
    String own = probe.length() < PROBE ? probe.substring(0, SHORT_PROBE) : probe;
    return passages.computeIfAbsent(own.length(), n -> Passages.of(letters, n)).holds(own);
  }

  /** Whether so little of it was found that it must be taken from here. */
  boolean missing(List<String> blocks) {
    int found = 0;
    for (String block : blocks) {
      found += holds(block) ? Letters.count(block) : 0;
    }
    return found * 4 < letters.length();
  }

  /** In characters. */
  int length() {
    return text.length();
  }

  List<String> paragraphs() {
    return text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
  }
}
