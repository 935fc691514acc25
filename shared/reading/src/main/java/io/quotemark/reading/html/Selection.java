package io.quotemark.reading.html;

import io.quotemark.reading.html.Outline.Extent;
import io.quotemark.reading.html.Outline.Run;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Of the runs where the article stands, those that are the article: without links that stand alone,
 * captions, teasers, and what stands before its first paragraph and after its last.
 */
final class Selection {
  private static final int CAPTION = 200;
  private static final int PARAGRAPH = 60;
  private static final int LISTING = 1_000;
  private static final int LONGEST_LINK = 100;
  private static final int LONGEST_LABEL = 25;
  private static final int MOST_SCRAPS = 2;
  private static final int MOST_ENDNOTES = 3;
  private static final String SENTENCE_ENDS = ".!?。！？…:;\"”’»」』)）";

  private final List<Run> runs;

  /** How many runs stand directly in each box, by its number. */
  private final int[] inBlock;

  private final List<Run> kept = new ArrayList<>();

  /** Numbers of the boxes in which prose stands directly. */
  private final BitSet prosaic = new BitSet();

  private Selection(List<Run> runs, int boxes) {
    this.runs = runs;
    inBlock = new int[boxes];
    for (Run run : runs) {
      inBlock[run.block().number()]++;
      if (run.linkShare() < 0.5 && run.weight() >= PARAGRAPH) {
        prosaic.set(run.block().number());
      }
    }
  }

  static List<String> of(Outline outline, Extent extent, BitSet teasers) {
    List<Run> runs = new ArrayList<>();
    for (int i = extent.first(); i < extent.end(); i++) {
      if (!teasers.get(i)) {
        runs.add(outline.runs().get(i));
      }
    }
    Selection selection = new Selection(runs, outline.allBoxes());
    selection.choose();
    selection.trimEnd();
    selection.trimStart();
    return selection.kept.stream().map(Run::text).toList();
  }

  private void choose() {
    boolean listed = listed();
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      if ((!link(run) || entry(i) || (listed && item(run))) && !caption(run)) {
        kept.add(run);
      }
    }
  }

  /** A link that is a block of its own; among the lines of a text it is one of them. */
  private boolean link(Run run) {
    return run.linkShare() > 0.7
        && (run.text().length() > LONGEST_LINK || !prosaic.get(run.block().number()));
  }

  /** Whether an article of some length is mostly a list of links: of offers, of books. */
  private boolean listed() {
    int items = 0;
    int others = 0;
    for (Run run : runs) {
      if (!link(run)) {
        others += run.text().length();
      } else if (item(run)) {
        items += run.text().length();
      }
    }
    return others >= LISTING && items > others;
  }

  private static boolean item(Run run) {
    return run.block().tag().equals("li");
  }

  /** The heading of a list's entry, which leads to its subject, above what is said of it. */
  private boolean entry(int i) {
    Run next = i + 1 < runs.size() ? runs.get(i + 1) : null;
    return next != null
        && heading(runs.get(i))
        && next.linkShare() < 0.5
        && next.weight() >= PARAGRAPH;
  }

  /** The few words with a picture, where no paragraph holds them. */
  private boolean caption(Run run) {
    String tag = run.block().tag();
    return run.pictured()
        && run.text().length() <= CAPTION
        && !tag.equals("p")
        && !tag.equals("li")
        && alone(run);
  }

  private boolean alone(Run run) {
    return inBlock[run.block().number()] == 1;
  }

  /** Headings of nothing, scraps, notes in italics and lists of links at the end. */
  private void trimEnd() {
    int notes = MOST_ENDNOTES;
    int scraps = MOST_SCRAPS;
    while (kept.size() > 1) {
      Run last = kept.getLast();
      boolean note = last.leaning() >= last.text().length() * 0.9 && kept.size() > 4;
      if (note ? notes-- == 0 : scrap(last) ? scraps-- == 0 : !heading(last) && !linkItem(last)) {
        return;
      }
      kept.removeLast();
    }
  }

  /** The title, and a date or a name that stands loose before the first paragraph. */
  private void trimStart() {
    while (kept.size() > 1) {
      Run first = kept.getFirst();
      String tag = first.block().tag();
      boolean loose = tag.equals("div") || tag.equals("section") || tag.equals("article");
      if (!tag.equals("h1") && !(loose && first.weight() < LONGEST_LABEL && !sentence(first))) {
        return;
      }
      kept.removeFirst();
    }
  }

  private static boolean sentence(Run run) {
    return SENTENCE_ENDS.indexOf(run.text().codePointBefore(run.text().length())) >= 0;
  }

  private static boolean heading(Run run) {
    return Tags.heading(run.block().tag());
  }

  private static boolean linkItem(Run run) {
    return run.block().tag().equals("li") && run.linkShare() > 0.35;
  }

  /** Words that are no sentence, in a block of their own. */
  private boolean scrap(Run run) {
    String tag = run.block().tag();
    return (tag.equals("p") || tag.equals("div") || tag.equals("section"))
        && alone(run)
        && run.weight() < PARAGRAPH
        && !sentence(run);
  }
}
