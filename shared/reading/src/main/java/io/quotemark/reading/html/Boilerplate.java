package io.quotemark.reading.html;

import java.util.Set;
import org.jsoup.nodes.Element;

/** Decides which elements of a page are left out before its text is looked at. */
final class Boilerplate {
  private static final Set<String> ROLES =
      Set.of(
          "navigation", "complementary", "contentinfo", "dialog", "alertdialog", "search", "menu");

  /** Share of the page's text from which on an element is nearly the whole page. */
  static final double NEVER = 0.8;

  private final ClassNames names;
  private final Prejudice prejudice;
  private final int prose;

  Boilerplate(Box body, ClassNames names, Prejudice prejudice) {
    this.prejudice = prejudice;
    this.names = names;
    this.prose = Math.max(1, body.prose());
  }

  boolean is(Box box) {
    Element element = box.element();
    String tag = box.tag();
    if (Tags.silent(tag) || (prejudice != Prejudice.LEAST && hidden(element))) {
      return true;
    }
    if (tag.equals("body") || tag.equals("main") || tag.equals("article") || declared(element)) {
      return false;
    }
    boolean plain = element.attributesSize() == 0;
    if (plain && !Tags.beside(tag)) {
      return false;
    }
    double share = (double) box.prose() / prose;
    if (Tags.beside(tag) || ROLES.contains(element.attr("role"))) {
      // a page that is one form, or one aside, is still its text; its footer hardly ever is
      return share < (tag.equals("footer") || tag.equals("nav") ? 0.8 : 0.5);
    }
    ClassNames.Says says = names.says(box.names());
    if (prejudice == Prejudice.LEAST && says != ClassNames.Says.FOREIGN) {
      return false;
    }
    return switch (says) {
      case FOREIGN, NEVER -> share < NEVER && !(box.titled() && share > 0.2);
      case BESIDE -> share < 0.3 && !box.quoting();
      case NOTHING -> false;
    };
  }

  private static boolean hidden(Element element) {
    if (element.attributesSize() == 0) {
      return false;
    }
    if (element.hasAttr("hidden") || element.attr("aria-hidden").equals("true")) {
      return true;
    }
    String style = element.attr("style");
    return !style.isEmpty()
        && (style.contains("display:none")
            || style.contains("display: none")
            || style.contains("visibility:hidden")
            || style.contains("visibility: hidden"));
  }

  /** The page itself says that this is the article's body. */
  static boolean declared(Element element) {
    return element.attr("itemprop").equals("articleBody");
  }
}
