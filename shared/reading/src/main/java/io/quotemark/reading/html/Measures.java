package io.quotemark.reading.html;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * How much text each element of a page holds, how much of it is links and how much is prose; in
 * characters, found in one pass over the page.
 */
final class Measures {
  private static final Size NONE = new Size();

  /** From this length on a piece of text is taken for part of a paragraph. */
  private static final int RUNNING = 40;

  private final ClassNames names;
  private final IdentityHashMap<Element, Size> sizes = new IdentityHashMap<>(2_048);

  /** Text that is no link in the elements so named, by each word of their names. */
  private final Map<String, Named> named = new HashMap<>();

  /** Text of an element and all inside it. */
  static final class Size {
    int text;
    int linked;
    boolean heading;
    boolean quotation;
    private ClassNames.Names names = ClassNames.NOTHING;
    private boolean link;
    private boolean silent;
    private boolean foreign;
  }

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

  /** Sizes of the elements around the node that the pass has come to. */
  private final Deque<Size> open = new ArrayDeque<>();

  private int links;
  private int silent;
  private int foreign;
  private int running;

  Measures(ClassNames names) {
    this.names = names;
  }

  /** Before what is in the node. */
  void enter(Node node) {
    if (node instanceof TextNode text) {
      Size size = open.peek();
      if (size != null && silent == 0) {
        int length = stripped(text.getWholeText());
        size.text += length;
        size.linked += links > 0 ? length : 0;
        running += links == 0 && foreign == 0 && length >= RUNNING ? length : 0;
      }
    } else if (node instanceof Element element) {
      open.push(opened(element));
    }
  }

  private Size opened(Element element) {
    Size size = new Size();
    String tag = element.normalName();
    size.names = silent > 0 ? ClassNames.NOTHING : names.names(element);
    size.link = tag.equals("a");
    size.silent = Tags.silent(tag);
    size.foreign = foreign(element, size.names);
    links += size.link ? 1 : 0;
    silent += size.silent ? 1 : 0;
    foreign += size.foreign ? 1 : 0;
    if (size.names.suspect()) {
      size.names.never().forEach(word -> named(word).add(Named.OPENS));
      size.names.beside().forEach(word -> named(word).add(Named.OPENS));
    }
    return size;
  }

  /** After what is in the node. */
  void leave(Node node) {
    if (node instanceof Element element) {
      String tag = element.normalName();
      Size size = open.pop();
      links -= size.link ? 1 : 0;
      silent -= size.silent ? 1 : 0;
      foreign -= size.foreign ? 1 : 0;
      size.quotation |= tag.equals("blockquote");
      size.heading |= tag.equals("h1") && size.text > 0;
      sizes.put(element, size);
      if (size.names.suspect()) {
        size.names.never().forEach(word -> named(word).add(size.text - size.linked));
        size.names.beside().forEach(word -> named(word).add(size.text - size.linked));
      }
      Size around = open.peek();
      if (around != null) {
        around.text += size.text;
        around.linked += size.linked;
        around.heading |= size.heading;
        around.quotation |= size.quotation;
      }
    }
  }

  private static boolean foreign(Element element, ClassNames.Names own) {
    return switch (element.normalName()) {
      case "footer", "nav" -> true;
      case "body", "main", "article" -> false;
      default -> own.foreign() && !own.body();
    };
  }

  /** Texts of some length that are no links, those of readers left out. */
  int prose() {
    return running;
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

  /** What the element's class and id names say. */
  ClassNames.Names names(Element element) {
    return sizes.getOrDefault(element, NONE).names;
  }

  int text(Element element) {
    return sizes.getOrDefault(element, NONE).text;
  }

  /** Text that is no link. */
  int prose(Element element) {
    Size size = sizes.getOrDefault(element, NONE);
    return size.text - size.linked;
  }

  /** Whether it is a quotation or one stands in it. */
  boolean quoting(Element element) {
    return sizes.getOrDefault(element, NONE).quotation;
  }

  /** Whether a first-level heading stands in it. */
  boolean titled(Element element) {
    return sizes.getOrDefault(element, NONE).heading;
  }
}
