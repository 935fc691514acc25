package io.quotemark.reading.html;

import io.quotemark.reading.dates.DateFinder;
import io.quotemark.reading.dates.UpdateWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * The dates that a page prints about its headline, found in one pass over it. Those of comments, of
 * neighbours and inside links are none.
 */
final class PrintedDates {
  private static final int LONGEST = 80;

  /** How many pieces of text may stand between headline and date, after it and before it. */
  private static final int AFTER = 60;

  private static final int BEFORE = 15;

  /** How much running text may stand between them. */
  private static final int MOST_PROSE = 500;

  /** How many characters may stand beside the date. */
  private static final int MOST_BESIDE = 35;

  private static final int PROSE = 60;
  private static final int MOST_CANDIDATES = 500;

  private final List<Candidate> candidates = new ArrayList<>();
  private int aside;
  private int inside;
  private int cells;
  private int at;
  private int prose;
  private int headline = -1;
  private int proseBefore;
  private String before = "";

  /**
   * A short text with digits.
   *
   * @param said the text, or what it says to machines
   * @param label what stands before it
   * @param at how many pieces of text stand before it
   * @param prose how much running text stands before it
   */
  private record Candidate(String said, String label, int at, int prose, boolean machine) {
    boolean update() {
      return UpdateWords.in(said) || (label.length() < LONGEST / 2 && UpdateWords.in(label));
    }
  }

  /**
   * Before what is in the node.
   *
   * @param own the names of the node, where it is an element
   */
  void enter(Node node, ClassNames.Names own) {
    if (node instanceof Element element) {
      aside += aside(element, own) ? 1 : 0;
      String tag = element.normalName();
      inside += tag.equals("article") ? 1 : 0;
      cells += tag.equals("td") ? 1 : 0;
      if (tag.equals("h1") && aside == 0 && headline < 0) {
        headline = at;
        proseBefore = prose;
      } else if (tag.equals("time") && !element.attr("datetime").isBlank()) {
        take(element.attr("datetime").strip(), true);
      }
    } else if (node instanceof TextNode text && !text.isBlank()) {
      String words = text.getWholeText().length() > 1_000 ? "" : text.text().strip();
      at++;
      prose += aside == 0 && (words.isEmpty() || words.length() >= PROSE) ? PROSE : 0;
      take(words, false);
      before = words;
    }
  }

  /** After what is in the node. */
  void leave(Node node, ClassNames.Names own) {
    if (node instanceof Element element) {
      inside -= element.normalName().equals("article") ? 1 : 0;
      cells -= element.normalName().equals("td") ? 1 : 0;
      aside -= aside(element, own) ? 1 : 0;
    }
  }

  /** Whether the pass is where dates are those of something else. */
  boolean aside() {
    return aside > 0;
  }

  private boolean aside(Element element, ClassNames.Names own) {
    String tag = element.normalName();
    if (tag.equals("aside")) {
      return inside == 0; // an article's own is often its byline and date
    }
    if (tag.equals("a") || Tags.beside(tag) || Tags.silent(tag)) {
      return true;
    }
    boolean holds = tag.equals("body") || tag.equals("main") || tag.equals("article");
    return !holds && !own.body() && (own.foreign() || !own.never().isEmpty());
  }

  private void take(String text, boolean machine) {
    boolean data = cells > 0 && headline >= 0 && prose > proseBefore;
    if (aside == 0
        && !data
        && text.length() >= 6
        && text.length() <= LONGEST
        && candidates.size() < MOST_CANDIDATES
        && text.chars().filter(Character::isDigit).count() >= 3) {
      candidates.add(new Candidate(text, before, at, prose, machine));
    }
  }

  /** Null where none is printed about the headline. */
  @Nullable String published() {
    return nearest(candidate -> !candidate.update());
  }

  /** When the page says that it was changed; null where it does not. */
  @Nullable String modified() {
    return nearest(Candidate::update);
  }

  private @Nullable String nearest(Predicate<Candidate> wanted) {
    return candidates.stream()
        .filter(candidate -> distance(candidate) < Integer.MAX_VALUE)
        .filter(wanted)
        .sorted(
            Comparator.comparing((Candidate c) -> !c.machine()).thenComparingInt(this::distance))
        .filter(PrintedDates::isDate)
        .map(Candidate::said)
        .findFirst()
        .orElse(null);
  }

  /** Whether it is a date with no more than a few words: a sentence tells of another day. */
  private static boolean isDate(Candidate candidate) {
    String said = candidate.said();
    return DateFinder.first(said, null)
        .filter(date ->
            candidate.machine()
                || (said.length() - (date.end() - date.start()) <= MOST_BESIDE
                    && !said.endsWith(".")))
        .isPresent();
  }

  private int distance(Candidate candidate) {
    int after = headline < 0 ? candidate.at() : candidate.at() - headline;
    boolean near =
        after >= 0
            ? after <= AFTER && Math.abs(candidate.prose() - proseBefore) <= MOST_PROSE
            : -after <= BEFORE;
    return near ? Math.abs(after) : Integer.MAX_VALUE;
  }
}
