package io.quotemark.reading.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** How much text each element of a page holds, and how much of it is links; in characters. */
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

  private Measures() {}

  static Measures of(Element root) {
    Measures out = new Measures();
    Deque<Size> open = new ArrayDeque<>();
    int[] links = {0};
    NodeTraversor.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
              int length = text.getWholeText().strip().length();
              Size size = open.element();
              size.text += length;
              size.linked += links[0] > 0 ? length : 0;
            } else if (node instanceof Element element) {
              open.push(new Size());
              links[0] += element.normalName().equals("a") ? 1 : 0;
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (node instanceof Element element) {
              links[0] -= element.normalName().equals("a") ? 1 : 0;
              Size size = open.pop();
              size.quotation |= element.normalName().equals("blockquote");
              size.heading |= element.normalName().equals("h1") && size.text > 0;
              out.sizes.put(element, size);
              Size around = open.peek();
              if (around != null) {
                around.text += size.text;
                around.linked += size.linked;
                around.heading |= size.heading;
                around.quotation |= size.quotation;
              }
            }
          }
        },
        root);
    return out;
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
