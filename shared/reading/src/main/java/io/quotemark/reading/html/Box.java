package io.quotemark.reading.html;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * An element of a page and what the first pass over the page found in it; sizes are in characters.
 * Boxes stand in each other as their elements do, and are numbered in the order of the page, so
 * that what is known of them lies in arrays: maps by elements would cost more than they hold.
 */
final class Box implements Iterable<Box> {
  private final Element element;
  private final @Nullable Box parent;
  private final int number;
  private final ClassNames.Names names;
  private @Nullable Box first;
  private @Nullable Box last;
  private @Nullable Box next;
  private int children;
  private int text;
  private int linked;
  private boolean titled;
  private boolean quoting;

  /**
   * @param parent the box around it, to which it is added as the last; null for none
   * @param number how many boxes of the page begin before it
   */
  Box(Element element, @Nullable Box parent, int number, ClassNames.Names names) {
    this.element = element;
    this.parent = parent;
    this.number = number;
    this.names = names;
    if (parent != null) {
      if (parent.last == null) {
        parent.first = this;
      } else {
        parent.last.next = this;
      }
      parent.last = this;
      parent.children++;
    }
  }

  /** Counts a text that stands in it. */
  void add(int length, boolean link) {
    text += length;
    linked += link ? length : 0;
  }

  /** Counts what stands in it for the box around it, once all of it is known. */
  void close() {
    String tag = tag();
    quoting |= tag.equals("blockquote");
    titled |= tag.equals("h1") && text > 0;
    if (parent != null) {
      parent.text += text;
      parent.linked += linked;
      parent.titled |= titled;
      parent.quoting |= quoting;
    }
  }

  Element element() {
    return element;
  }

  String tag() {
    return element.normalName();
  }

  @Nullable Box parent() {
    return parent;
  }

  /** The first box in it. */
  @Nullable Box first() {
    return first;
  }

  /** The box after it in the same box. */
  @Nullable Box next() {
    return next;
  }

  int number() {
    return number;
  }

  /** How many boxes stand directly in it. */
  int children() {
    return children;
  }

  /** What the element's class and id names say. */
  ClassNames.Names names() {
    return names;
  }

  int text() {
    return text;
  }

  /** Text that is no link. */
  int prose() {
    return text - linked;
  }

  /** Whether it is a quotation or one stands in it. */
  boolean quoting() {
    return quoting;
  }

  /** Whether a first-level heading stands in it. */
  boolean titled() {
    return titled;
  }

  /** Whether it stands in the other, however deep. */
  boolean in(Box other) {
    Box at = parent;
    while (at != null && at != other) {
      at = at.parent;
    }
    return at != null;
  }

  /** The boxes that stand directly in it. */
  @Override
  public Iterator<Box> iterator() {
    return new Iterator<>() {
      private @Nullable Box at = first;

      @Override
      public boolean hasNext() {
        return at != null;
      }

      @Override
      public Box next() {
        Box here = at;
        if (here == null) {
          throw new NoSuchElementException();
        }
        at = here.next;
        return here;
      }
    };
  }
}
