package io.quotemark.claims.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a text, and the cells of those that are rows. All offsets are UTF-16 chars. */
final class Lines {
  /** The chars {@code [start, end)}. */
  record Range(int start, int end) {
    boolean isEmpty() {
      return end <= start;
    }
  }

  /**
   * What opens an item of a list, a heading or a quotation. It gives back nothing, so that
   * quotations in quotations without end are no calls in calls.
   */
  private static final Pattern OPENING =
      Pattern.compile("\\s*(?:(?:[-*•·・‣◦–>]+|#{1,6}|\\d{1,2}[.)])\\s+|[・•])*+\\s*");

  private static final Pattern RULE = Pattern.compile("[\\s|:+=\\-—–_]*");
  private static final Pattern COLUMNS = Pattern.compile("\\t+| {2,}");
  private static final Pattern BARS = Pattern.compile("[|｜]");

  private final String text;
  private final List<Range> lines = new ArrayList<>();

  Lines(String text) {
    this.text = text;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == '\n') {
        lines.add(new Range(start, i));
        start = i + 1;
      }
    }
  }

  int size() {
    return lines.size();
  }

  Range get(int line) {
    return lines.get(line);
  }

  boolean isBlank(int line) {
    return text(lines.get(line)).isBlank();
  }

  /** A line of dashes and bars only. */
  boolean isRule(int line) {
    return RULE.matcher(text(lines.get(line))).matches();
  }

  String text(Range range) {
    return text.substring(range.start(), range.end());
  }

  /** The line without what opens an item of a list or a heading. */
  Range content(int line) {
    Range range = lines.get(line);
    Matcher opening = OPENING.matcher(text).region(range.start(), range.end());
    return stripped(opening.lookingAt() ? opening.end() : range.start(), range.end());
  }

  /** The cells of a row between bars; none where there are not two. */
  List<Range> barCells(int line) {
    Range range = stripped(lines.get(line).start(), lines.get(line).end());
    boolean opens =
        !range.isEmpty()
            && BARS.matcher(text.substring(range.start(), range.start() + 1)).matches();
    boolean closes =
        range.end() - range.start() > 1
            && BARS.matcher(text.substring(range.end() - 1, range.end())).matches();
    List<Range> cells =
        cells(new Range(range.start() + (opens ? 1 : 0), range.end() - (closes ? 1 : 0)), BARS);
    return cells.size() > 1 ? cells : List.of();
  }

  /** The cells of a row in columns of blanks or tabs; none where there are not two. */
  List<Range> columnCells(int line) {
    Range range = lines.get(line);
    String row = text(range);
    // a first column may be empty
    List<Range> cells =
        cells(new Range(range.start(), range.start() + row.stripTrailing().length()), COLUMNS);
    return cells.size() > 1 ? cells : List.of();
  }

  private List<Range> cells(Range range, Pattern parting) {
    List<Range> cells = new ArrayList<>();
    Matcher matcher = parting.matcher(text).region(range.start(), range.end());
    int start = range.start();
    while (matcher.find()) {
      cells.add(stripped(start, matcher.start()));
      start = matcher.end();
    }
    cells.add(stripped(start, range.end()));
    return cells;
  }

  private Range stripped(int start, int end) {
    int from = start;
    int to = Math.max(start, end);
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return new Range(from, to);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
