package io.quotemark.reading.html;

import io.quotemark.reading.furniture.Bylines;
import io.quotemark.reading.html.PrintedLines.Line;
import io.quotemark.reading.html.PrintedLines.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who wrote a page's article, as its bylines say to readers. */
final class PrintedNames {
  private static final int LONGEST = 200;

  /** How many lines a byline without a name of its own may stand from the headline. */
  private static final int AFTER = 25;

  private static final int BEFORE = 6;

  /** "Written by", which says more than "by". */
  private static final int OUTRIGHT = 8;

  private final List<Line> lines;
  private final int headline;
  private final boolean parted;

  private PrintedNames(PrintedLines lines) {
    this.lines = lines.lines();
    this.headline = Math.max(0, lines.headline());
    this.parted = lines.parted();
  }

  static List<String> of(PrintedLines lines) {
    PrintedNames names = new PrintedNames(lines);
    List<String> out = names.called();
    out = out.isEmpty() ? names.led(true) : out;
    out = out.isEmpty() ? names.linked() : out;
    return out.isEmpty() ? names.led(false) : out;
  }

  private boolean near(Line line) {
    int after = line.at() - headline;
    return after >= 0 ? after <= AFTER : -after <= BEFORE;
  }

  /** In elements that are called bylines. */
  private List<String> called() {
    for (Line line : lines) {
      for (int i = 0; i < line.parts().size(); i++) {
        if (line.parts().get(i).byline() && line.text().length() <= LONGEST) {
          List<String> found = names(line, i, false);
          if (found.isEmpty() && led(text(line, line.parts().get(i))) != null) {
            found = names(line, i, true);
          }
          if (!found.isEmpty()) {
            return found;
          }
        }
      }
    }
    return List.of();
  }

  /**
   * Behind a word that leads a byline.
   *
   * @param near whether by the headline, else elsewhere in the article
   */
  private List<String> led(boolean near) {
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      boolean wanted = near ? near(line) : line.at() > headline && (line.inside() || !parted);
      if (line.text().length() <= LONGEST && wanted) {
        List<String> found = led(line, i + 1 < lines.size() ? lines.get(i + 1) : null, !near);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return List.of();
  }

  private static List<String> led(Line line, @Nullable Line next, boolean outright) {
    for (int i = 0; i < line.parts().size(); i++) {
      String text = text(line, line.parts().get(i));
      String rest = led(text);
      if (rest != null && !(outright && text.length() - rest.length() < OUTRIGHT)) {
        boolean last = rest.isEmpty() && i + 1 == line.parts().size();
        return last && next != null ? names(next, 0, true) : names(line, i, true);
      }
    }
    return List.of();
  }

  /** A link by the headline that leads to the page of an author. */
  private List<String> linked() {
    for (Line line : lines) {
      for (int i = 0; near(line) && i < line.parts().size(); i++) {
        if (author(line.parts().get(i))) {
          List<String> found = names(line, i, false);
          if (!found.isEmpty()) {
            return found;
          }
        }
      }
    }
    return List.of();
  }

  private static boolean author(Part part) {
    return part.link() != null && Bylines.leadsToAuthor(part.link());
  }

  private static @Nullable String led(String text) {
    return Bylines.led(text).map(String::strip).orElse(null);
  }

  private static String text(Line line, Part part) {
    return line.text().substring(part.start(), Math.min(part.end(), line.text().length())).strip();
  }

  /**
   * The names from a part of a line on, up to what is no name.
   *
   * @param alone whether one word can be a name
   */
  private static List<String> names(Line line, int first, boolean alone) {
    List<String> out = new ArrayList<>();
    boolean joined = true;
    boolean single = alone;
    for (int i = first; i < line.parts().size(); i++) {
      Part part = line.parts().get(i);
      String text = text(line, part);
      Optional<String> led = out.isEmpty() ? Bylines.led(text) : Optional.empty();
      single |= led.isPresent();
      Bylines.Listed listed = Bylines.listed(led.orElse(text), single || author(part));
      joined |= listed.joinsBefore() || (author(part) && !out.isEmpty());
      if (!joined || (listed.names().isEmpty() && !listed.joins() && !led.isPresent())) {
        break;
      }
      listed.names().stream().filter(n -> !out.contains(n)).forEach(out::add);
      joined = listed.joins() || out.isEmpty();
    }
    return List.copyOf(out);
  }
}
