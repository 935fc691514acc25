package io.quotemark.reading.html;

import io.quotemark.reading.dates.DateFinder;
import io.quotemark.reading.dates.UpdateWords;
import io.quotemark.reading.html.PrintedLines.Line;
import io.quotemark.reading.html.PrintedLines.Part;
import io.quotemark.reading.html.PrintedLines.Stamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dates that a page prints for its readers: about its headline, else in the same article. */
final class PrintedDates {
  private static final int LONGEST_LABEL = 40;
  private static final int MOST_CANDIDATES = 200;

  /** How many lines may stand between headline and date, after it and before it. */
  private static final int AFTER = 40;

  private static final int BEFORE = 10;

  /** How many lines of some length may stand between them. */
  private static final int MOST_PROSE = 8;

  /** How many characters may stand beside the date, in its line and in its own text. */
  private static final int MOST_BESIDE = 100;

  private static final int MOST_IN_PART = 35;

  private static final int NONE = 2;

  private final int headline;
  private final boolean parted;
  private final int proseBefore;
  private final List<Candidate> candidates = new ArrayList<>();

  /**
   * A date as it is printed.
   *
   * @param rank 0 about the headline, 1 elsewhere in the article
   * @param distance from the headline, in lines
   */
  private record Candidate(String said, boolean update, boolean machine, int rank, int distance) {}

  private PrintedDates(PrintedLines lines) {
    headline = lines.headline();
    parted = lines.parted();
    proseBefore =
        headline < 0 || headline >= lines.lines().size() ? 0 : lines.lines().get(headline).prose();
  }

  static PrintedDates of(PrintedLines lines) {
    PrintedDates out = new PrintedDates(lines);
    String before = "";
    for (Line line : lines.lines()) {
      int rank = out.rank(line);
      if (rank < NONE && out.candidates.size() < MOST_CANDIDATES) {
        out.take(line, before, rank);
      }
      before = line.text();
    }
    out.candidates.sort(
        Comparator.comparingInt(Candidate::rank)
            .thenComparing(c -> !c.machine())
            .thenComparingInt(Candidate::distance));
    return out;
  }

  /** Null where none is printed. */
  @Nullable String published() {
    return first(false);
  }

  /** When the page says that it was changed; null where it does not. */
  @Nullable String modified() {
    return first(true);
  }

  private @Nullable String first(boolean update) {
    return candidates.stream()
        .filter(c -> c.update() == update)
        .map(Candidate::said)
        .findFirst()
        .orElse(null);
  }

  /** {@link #NONE} where dates are those of something else. */
  private int rank(Line line) {
    int after = line.at() - Math.max(0, headline);
    int between = Math.abs(line.prose() - proseBefore);
    if (line.cell() && headline >= 0 && between > 0) {
      return NONE; // data
    }
    if (after >= 0 ? after <= AFTER && between <= MOST_PROSE : -after <= BEFORE) {
      return 0;
    }
    boolean told =
        line.dated()
            || !line.stamps().isEmpty()
            || (dateLike(line.text()) && UpdateWords.in(line.text()));
    if (!told) {
      return NONE;
    }
    return after > 0 && (line.inside() || !parted) ? 1 : NONE;
  }

  private void take(Line line, String before, int rank) {
    int distance = Math.abs(line.at() - Math.max(0, headline));
    int from = 0;
    String above = before.length() <= LONGEST_LABEL ? before : "";
    for (Stamp stamp : line.stamps()) {
      int start = Math.min(stamp.start(), line.text().length());
      String label = line.text().substring(Math.min(from, start), start);
      from = start;
      if (DateFinder.in(stamp.said())) {
        boolean update = update(line, label, above);
        candidates.add(new Candidate(stamp.said(), update, true, rank, distance));
      }
    }
    if (!line.stamps().isEmpty() || !dateLike(line.text())) {
      return;
    }
    List<DateFinder.Found> all = DateFinder.all(line.text(), null);
    int beside = line.text().length();
    for (DateFinder.Found found : all) {
      beside -= found.end() - found.start();
    }
    for (DateFinder.Found found : all) {
      String label = line.text().substring(Math.min(from, found.start()), found.start());
      from = found.end();
      if ((beside <= MOST_BESIDE || line.dated()) && stands(line, found)) {
        boolean update = update(line, label, above);
        String said = line.text().substring(found.start(), found.end());
        candidates.add(new Candidate(said, update, false, rank, distance));
      }
    }
  }

  private static boolean update(Line line, String label, String above) {
    return label.isBlank() ? line.updated() || UpdateWords.in(above) : UpdateWords.in(label);
  }

  private static boolean dateLike(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      digits += text.charAt(i) >= '0' && text.charAt(i) <= '9' ? 1 : 0;
    }
    return digits >= 3;
  }

  /** Whether it is a date with no more than a few words: a sentence tells of another day. */
  private static boolean stands(Line line, DateFinder.Found found) {
    if (line.text().endsWith(".") && found.end() < line.text().length() - 1) {
      return false;
    }
    for (Part part : line.parts()) {
      if (part.start() <= found.start() && found.start() < part.end()) {
        int own = part.end() - part.start() - (found.end() - found.start());
        return part.link() == null && own <= MOST_IN_PART;
      }
    }
    return false;
  }
}
