package io.quotemark.reading.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * How much text each element of a page holds, and how much of it is links; in characters, found in
 * one pass over the page.
 */
final class Measures {
  private static final Size NONE = new Size();

  private final IdentityHashMap<Element, Size> sizes = new IdentityHashMap<>();

  /** Text of an element and all inside it. */
  static final class Size {
    int text;
    int linked;
    boolean heading;
    boolean quotation;
  }

  /** Sizes of the elements around the node that the pass has come to. */
  private final Deque<Size> open = new ArrayDeque<>();

  private int links;

  /** Before what is in the node. */
  void enter(Node node) {
    if (node instanceof TextNode text) {
      Size size = open.peek();
      if (size != null) {
        int length = stripped(text.getWholeText());
        size.text += length;
        size.linked += links > 0 ? length : 0;
      }
    } else if (node instanceof Element element) {
      open.push(new Size());
      links += element.normalName().equals("a") ? 1 : 0;
    }
  }

  /** After what is in the node. */
  void leave(Node node) {
    if (node instanceof Element element) {
      String tag = element.normalName();
      links -= tag.equals("a") ? 1 : 0;
      Size size = open.pop();
      size.quotation |= tag.equals("blockquote");
      size.heading |= tag.equals("h1") && size.text > 0;
      sizes.put(element, size);
      Size around = open.peek();
      if (around != null) {
        around.text += size.text;
        around.linked += size.linked;
        around.heading |= size.heading;
        around.quotation |= size.quotation;
      }
    }
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
