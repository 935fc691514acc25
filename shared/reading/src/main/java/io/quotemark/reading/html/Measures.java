package io.quotemark.reading.html;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * The first pass over a page, which makes its boxes: how much text each holds, how much of it is
 * links and how much is prose, in characters.
 */
final class Measures {
  /** From this length on a piece of text is taken for part of a paragraph. */
  private static final int RUNNING = 40;

  private final ClassNames names;

  /** Text that is no link in the elements so named, by each word of their names. */
  private final Map<String, Named> named = new HashMap<>();

  /** Elements of one name as they open and close. */
  private static final class Named {
    private static final int OPENS = -1;

    /** {@link #OPENS}, or how much text that is no link an element held that closes. */
    private int[] events = new int[8];

    private int count;

    void add(int event) {
      if (count == events.length) {
        events = Arrays.copyOf(events, count * 2);
      }
      events[count++] = event;
    }

    /**
     * Text in elements that hold less than the limit each; what stands in several of them counts
     * once.
     */
    int plain(double limit) {
      Deque<Integer> around = new ArrayDeque<>();
      int inside = 0;
      for (int i = 0; i < count; i++) {
        if (events[i] == OPENS) {
          around.push(inside);
          inside = 0;
        } else {
          inside = around.pop() + (events[i] < limit ? events[i] : inside);
        }
      }
      return inside;
    }
  }

  private final Element bodyElement;
  private @Nullable Box body;

  /** The innermost box around the node that the pass has come to. */
  private @Nullable Box open;

  private int boxes;
  private int links;
  private int silent;
  private int foreign;
  private int running;

  /**
   * @param body of the page that is passed over
   */
  Measures(ClassNames names, Element body) {
    this.names = names;
    this.bodyElement = body;
  }

  /** Before what is in the node; the box of an element, null of other nodes. */
  @Nullable Box enter(Node node) {
    if (node instanceof TextNode text) {
      if (open != null && silent == 0) {
        int length = stripped(text.getWholeText());
        open.add(length, links > 0);
        running += links == 0 && foreign == 0 && length >= RUNNING ? length : 0;
      }
      return null;
    }
    if (!(node instanceof Element element)) {
      return null;
    }
    Box box =
        new Box(element, open, boxes++, silent > 0 ? ClassNames.NOTHING : names.names(element));
    open = box;
    body = element.equals(bodyElement) ? box : body;
    count(box, 1);
    if (box.names().suspect()) {
      box.names().never().forEach(word -> named(word).add(Named.OPENS));
      box.names().beside().forEach(word -> named(word).add(Named.OPENS));
    }
    return box;
  }

  private void count(Box box, int more) {
    String tag = box.tag();
    links += tag.equals("a") ? more : 0;
    silent += Tags.silent(tag) ? more : 0;
    foreign += foreign(tag, box.names()) ? more : 0;
  }

  /** After what is in the node. */
  void leave(Node node) {
    if (node instanceof Element && open != null) {
      Box box = open;
      count(box, -1);
      box.close();
      if (box.names().suspect()) {
        box.names().never().forEach(word -> named(word).add(box.prose()));
        box.names().beside().forEach(word -> named(word).add(box.prose()));
      }
      open = box.parent();
    }
  }

  private static boolean foreign(String tag, ClassNames.Names own) {
    return switch (tag) {
      case "footer", "nav" -> true;
      case "body", "main", "article" -> false;
      default -> own.foreign() && !own.body();
    };
  }

  /** Texts of some length that are no links, those of readers left out. */
  int prose() {
    return running;
  }

  /** The page's body. */
  Box body() {
    if (body == null) {
      throw new IllegalStateException("no pass came to the body");
    }
    return body;
  }

  /** How many boxes there are. */
  int boxes() {
    return boxes;
  }

  private Named named(String word) {
    return named.computeIfAbsent(word, w -> new Named());
  }

  /**
   * Silences the words whose elements, none of them nearly the whole page, hold a good part of the
   * page's text.
   *
   * @param never share of the text that is no link from which on a word of that kind says nothing
   * @param beside the same for words of the other kind
   */
  void silence(double never, double beside, int prose) {
    named.forEach((word, all) -> {
      boolean hard = ClassNames.never(word);
      if (all.plain(prose * Boilerplate.NEVER) >= prose * (hard ? never : beside)) {
        names.silence(word);
      }
    });
  }

  private static int stripped(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end - start;
  }
}
