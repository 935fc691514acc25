package io.quotemark.reading.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/**
 * A page as its runs of text in order, a run being what stands between two block boundaries or line
 * breaks, and which of them each element holds. Boilerplate is left out on the way.
 */
final class Outline {
  private static final Set<String> LEANING = Set.of("em", "i", "small", "cite", "address");
  private static final int LONGEST_ROW = 400;
  private static final int WRAP_LEAST = 45;
  private static final int WRAP_MOST = 100;
  private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t]*\\r?\\n\\s*");
  private static final Evaluator LAYOUT =
      QueryParser.parse("table, ul, ol, div, section, h1, h2, h3, p + p");
  private static final Extent NOWHERE = new Extent(0, 0);

  private final Boilerplate boilerplate;
  private final List<Run> runs = new ArrayList<>();

  /** By the numbers of the boxes; null of those that were left out. */
  private final @Nullable Extent[] extents;

  /** Boxes that were walked through. */
  private final List<Box> boxes = new ArrayList<>();

  private final StringBuilder open = new StringBuilder();
  private int linked;
  private int leaning;
  private int insideLinks;
  private int insideLeaning;
  private boolean pictured;
  private boolean broken;

  /** Where the line that a break ends began in what is open. */
  private int line;

  /**
   * One run of text.
   *
   * @param linked how many of its characters are links
   * @param leaning how many are in italics or small print
   * @param block the innermost block element around it
   * @param pictured whether a picture stands in the run
   * @param weight length in letters of an alphabet; a Han, kana or hangul sign says as much as
   *     three
   * @param commas commas and semicolons
   */
  record Run(
      String text, int linked, int leaning, Box block, boolean pictured, int weight, int commas) {
    static Run of(String text, int linked, int leaning, Box block, boolean pictured) {
      int wide = 0;
      int commas = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        wide += c >= 0x2E80 ? 1 : 0;
        commas += c == ',' || c == ';' || c == '，' || c == '、' || c == '；' ? 1 : 0;
      }
      return new Run(text, linked, leaning, block, pictured, text.length() + wide * 2, commas);
    }

    double linkShare() {
      return Math.min(1, (double) linked / Math.max(1, text.length()));
    }
  }

  /** The runs of an element: from the first up to, and without, the end. */
  record Extent(int first, int end) {
    boolean holds(int run) {
      return first <= run && run < end;
    }
  }

  private Outline(Boilerplate boilerplate, int boxes) {
    this.boilerplate = boilerplate;
    this.extents = new Extent[boxes];
  }

  static Outline of(Measures measures, ClassNames names, Prejudice prejudice) {
    Box body = measures.body();
    Outline out = new Outline(new Boilerplate(body, names, prejudice), measures.boxes());
    out.block(body);
    return out;
  }

  List<Run> runs() {
    return runs;
  }

  /** The boxes that were walked through and hold any text. */
  List<Box> boxes() {
    return boxes;
  }

  /** How many boxes the page has. */
  int allBoxes() {
    return extents.length;
  }

  Extent extent(Box box) {
    Extent extent = extents[box.number()];
    return extent == null ? NOWHERE : extent;
  }

  private void walked(Box box, int first) {
    if (runs.size() > first) {
      extents[box.number()] = new Extent(first, runs.size());
      boxes.add(box);
    }
  }

  private void walk(Box box, Box block) {
    Box next = box.first();
    for (Node child : box.element().childNodes()) {
      if (child instanceof TextNode text) {
        text(text.getWholeText(), block);
      } else if (child instanceof Element && next != null) {
        Box inner = next;
        next = inner.next();
        if (!boilerplate.is(inner)) {
          inner(inner, block);
        }
      }
    }
  }

  private void inner(Box box, Box block) {
    String tag = box.tag();
    if (tag.equals("br")) {
      if (broken) {
        flush(block);
      }
      broken = true;
    } else if (tag.equals("img") || tag.equals("picture")) {
      pictured = true;
    } else if (tag.equals("tr") && row(box)) {
      flush(block);
      open.append(cells(box.element()));
      flush(box);
    } else if (Tags.block(tag)) {
      flush(block);
      block(box);
    } else {
      int links = tag.equals("a") ? 1 : 0;
      int leans = LEANING.contains(tag) ? 1 : 0;
      int first = runs.size();
      insideLinks += links;
      insideLeaning += leans;
      walk(box, block);
      insideLinks -= links;
      insideLeaning -= leans;
      walked(box, first);
    }
  }

  private void block(Box box) {
    int first = runs.size();
    boolean around = pictured;
    pictured = false;
    walk(box, box);
    flush(box);
    pictured = around;
    walked(box, first);
  }

  private void text(String text, Box block) {
    if (block.tag().equals("pre")) {
      for (String part : BLANK_LINE.split(text, -1)) {
        words(part, block);
        flush(block);
      }
    } else {
      words(text, block);
    }
  }

  private void words(String text, Box block) {
    if (text.isBlank()) {
      if (!text.isEmpty() && !open.isEmpty()) {
        open.append(' ');
      }
      return;
    }
    if (broken) {
      broken = false;
      if (Character.isLowerCase(text.stripLeading().codePointAt(0)) || wrapped()) {
        open.append(' ');
      } else {
        flush(block);
      }
      line = open.length();
    }
    open.append(text);
    if (insideLinks > 0 || insideLeaning > 0) {
      int length = text.strip().length();
      linked += insideLinks > 0 ? length : 0;
      leaning += insideLeaning > 0 ? length : 0;
    }
  }

  /** Whether the line before a break was cut at the width of a page, amid a sentence. */
  private boolean wrapped() {
    String before = open.substring(Math.min(line, open.length())).strip();
    return before.length() >= WRAP_LEAST
        && before.length() <= WRAP_MOST
        && Character.isLetterOrDigit(before.charAt(before.length() - 1))
        && before.charAt(before.length() - 1) < 0x2E80;
  }

  private void flush(Box block) {
    String text = open.isEmpty() ? "" : Blanks.single(open.toString());
    if (!text.isEmpty()) {
      runs.add(Run.of(text, linked, leaning, block, pictured));
    }
    open.setLength(0);
    line = 0;
    linked = 0;
    leaning = 0;
    broken = false;
    pictured = pictured && text.isEmpty();
  }

  /** A row of data, as against a row that lays out the page. */
  private static boolean row(Box row) {
    return row.text() <= LONGEST_ROW
        && row.children() >= 2
        && row.element().selectFirst(LAYOUT) == null;
  }

  private String cells(Element row) {
    StringBuilder out = new StringBuilder();
    for (Element cell : row.children()) {
      String text = Blanks.single(cell.text());
      if (!text.isEmpty()) {
        out.append(out.isEmpty() ? "" : " | ").append(text);
      }
    }
    return out.toString();
  }

  /** The innermost element that holds all of these runs; null where there are none. */
  @Nullable Box around(List<Integer> wanted) {
    if (wanted.isEmpty()) {
      return null;
    }
    int first = wanted.getFirst();
    int last = wanted.getLast();
    Box at = runs.get(first).block();
    Box parent = at.parent();
    while (parent != null && !(extent(at).holds(first) && extent(at).holds(last))) {
      at = parent;
      parent = at.parent();
    }
    return at;
  }
}
