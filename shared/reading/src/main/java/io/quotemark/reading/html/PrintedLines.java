package io.quotemark.reading.html;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * The lines that a page shows to its readers, from one block boundary to the next, and where its
 * headline stands among them. Comments, neighbours and menus are left out. They are only read of
 * pages whose metadata leaves something open.
 */
final class PrintedLines {
  private static final int LONGEST = 300;
  private static final int MOST_LINES = 5_000;

  /** How many lines from the headline on are read where those far behind it are of no interest. */
  private static final int NEAR = 45;

  private static final int PROSE = 60;
  private static final int SHORTEST_TITLE = 8;

  /** In characters, a head and the first paragraphs. */
  private static final int SOME_TEXT = 2_000;

  private final String title;
  private final int all;
  private final boolean whole;
  private final List<Line> lines = new ArrayList<>();
  private int headline = -1;
  private boolean named;
  private boolean parted;

  /**
   * A piece of a line that is one text of the page.
   *
   * @param start where it begins in the line
   * @param end where it ends
   * @param link where it leads, null where it is no link
   * @param byline whether an element around it is called a byline or an author
   */
  record Part(int start, int end, @Nullable String link, boolean byline) {}

  /**
   * A time that is said to machines.
   *
   * @param said as it stands there
   * @param start where what is said to readers begins in the line
   * @param link whether it stands in a link
   */
  record Stamp(String said, int start, boolean link) {}

  /**
   * @param text with single blanks; empty where it is too long to be of interest
   * @param at how many lines stand before it
   * @param prose how many of them are of some length
   */
  record Line(
      String text,
      List<Part> parts,
      List<Stamp> stamps,
      int at,
      int prose,
      boolean dated,
      boolean updated,
      boolean cell,
      boolean inside) {}

  private final StringBuilder open = new StringBuilder();
  private List<Part> parts = new ArrayList<>();
  private List<Stamp> stamps = new ArrayList<>();
  private boolean dated;
  private boolean updated;
  private boolean cell;
  private boolean inside;
  private int prose;

  private PrintedLines(Box body, @Nullable String title, boolean whole) {
    this.whole = whole;
    this.title = Letters.of(title == null ? "" : title);
    this.all = Math.max(1, body.prose());
  }

  /**
   * @param headings of the first level
   * @param title of the article as its metadata has it; of several headings the one that says so
   * @param whole whether lines far behind the headline are of interest
   */
  static PrintedLines of(Box body, List<Box> headings, @Nullable String title, boolean whole) {
    PrintedLines out = new PrintedLines(body, title, whole);
    Box from = whole ? body : out.around(headings, body);
    NodeTraversor.filter(out.new Walk(from), from.element());
    out.flush();
    return out;
  }

  /** What holds the headline and some text with it; the whole where no heading is the title. */
  private Box around(List<Box> headings, Box body) {
    for (Box heading : headings) {
      if (titled(heading.element())) {
        Box at = heading;
        Box parent = at.parent();
        while (parent != null && at != body && at.prose() < SOME_TEXT) {
          at = parent;
          parent = at.parent();
        }
        return at;
      }
    }
    return body;
  }

  List<Line> lines() {
    return lines;
  }

  /** Whether the page says at all where its article or main part is. */
  boolean parted() {
    return parted;
  }

  /** How many lines stand before the headline, -1 where there is none. */
  int headline() {
    return headline;
  }

  private final class Walk implements NodeFilter {
    private final Known<PrintedMarks.Said> said =
        new Known<>(
            PrintedMarks.Said.NOTHING,
            names -> PrintedMarks.Said.of(names.toLowerCase(Locale.ROOT)));
    private final Deque<PrintedMarks> around = new ArrayDeque<>();

    /** The box of the element that comes next. */
    private @Nullable Box coming;

    private @Nullable Box here;

    Walk(Box from) {
      coming = from;
    }

    @Override
    public FilterResult head(Node node, int depth) {
      PrintedMarks marks = around.isEmpty() ? PrintedMarks.NONE : around.peek();
      if (node instanceof TextNode text) {
        take(text.getWholeText(), marks);
      } else if (node instanceof Element && coming != null) {
        Box box = coming;
        here = box;
        coming = box.first();
        if (lines.size() >= (whole || !named ? MOST_LINES : headline + NEAR)) {
          return FilterResult.STOP;
        }
        if (aside(box, marks)) {
          around.push(marks);
          return FilterResult.SKIP_CHILDREN;
        }
        enter(box, marks);
      }
      return FilterResult.CONTINUE;
    }

    private void enter(Box box, PrintedMarks marks) {
      Element element = box.element();
      String tag = box.tag();
      if (Tags.block(tag) || tag.equals("br")) {
        flush();
      }
      if (!named && Tags.heading(tag)) {
        named = titled(element);
        if (named || (headline < 0 && tag.equals("h1"))) {
          headline = lines.size();
        }
      }
      PrintedMarks inner = marks.inside(element, box.text() <= LONGEST, said::of);
      parted |= inner.inside();
      around.push(inner);
      String time = tag.equals("time") ? element.attr("datetime").strip() : "";
      if (!time.isEmpty()) {
        stamps.add(new Stamp(time, open.length(), inner.link() != null));
        dated |= inner.dated();
        updated |= inner.updated();
      }
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element && here != null) {
        coming = here.next();
        here = here.parent();
        around.pop();
        if (Tags.block(element.normalName())) {
          flush();
        }
      }
      return FilterResult.CONTINUE;
    }
  }

  /** Whether it is the article's title, as far as one of the two goes. */
  private boolean titled(Element heading) {
    String own = Letters.of(ShortText.of(heading, LONGEST));
    return own.length() >= SHORTEST_TITLE
        && title.length() >= SHORTEST_TITLE
        && (title.startsWith(own) || own.startsWith(title));
  }

  private boolean aside(Box box, PrintedMarks around) {
    String tag = box.tag();
    if (Tags.silent(tag)) {
      return true;
    }
    if (tag.equals("body") || tag.equals("main") || tag.equals("article")) {
      return false;
    }
    // an article's own aside or footer is often its byline and date
    boolean own = around.article() && (tag.equals("aside") || tag.equals("footer"));
    boolean beside = Tags.beside(tag) && !own;
    if (!beside) {
      ClassNames.Names said = box.names();
      beside = !said.body() && (said.foreign() || !said.never().isEmpty());
    }
    return beside && !box.titled() && box.prose() * 2 < all;
  }

  private void take(String text, PrintedMarks marks) {
    int start = open.length();
    if (start > LONGEST) {
      return;
    }
    int most = Math.min(text.length(), LONGEST * 4);
    boolean gap = start > 0 && open.charAt(start - 1) != ' ';
    boolean blank = most > 0 && gap && Blanks.glued(open.charAt(start - 1), text.charAt(0));
    // a line that is too long is not looked at, but for its marks
    for (int i = 0; i < most && open.length() <= LONGEST; i++) {
      char c = text.charAt(i);
      if (Blanks.blank(c)) {
        blank = gap;
      } else {
        if (blank) {
          open.append(' ');
          blank = false;
        }
        open.append(c);
        gap = true;
      }
    }
    if (blank) {
      open.append(' ');
    }
    if (most < text.length()) {
      open.append(".".repeat(LONGEST));
    }
    if (open.length() > start + 1 || (open.length() > start && open.charAt(start) != ' ')) {
      int from = open.charAt(start) == ' ' ? start + 1 : start;
      parts.add(new Part(from, open.length(), marks.link(), marks.byline()));
      dated |= marks.dated();
      updated |= marks.updated();
      cell = marks.cell();
      inside = marks.inside();
    }
  }

  private void flush() {
    String text = open.toString().stripTrailing();
    if (!text.isEmpty() || !stamps.isEmpty()) {
      boolean tooLong = text.length() > LONGEST;
      lines.add(
          new Line(
              tooLong ? "" : text,
              tooLong ? List.of() : parts,
              tooLong ? List.of() : stamps,
              lines.size(),
              prose,
              dated,
              updated,
              cell,
              inside));
      prose += text.length() >= PROSE ? 1 : 0;
      parts = new ArrayList<>();
      stamps = new ArrayList<>();
    }
    open.setLength(0);
    dated = false;
    updated = false;
  }
}
