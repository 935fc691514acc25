package io.quotemark.reading.html;

import io.quotemark.reading.DataLines;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Finds a page's main text: paragraphs give points to what holds them, the holder with most points
 * is the article, and what its class names or its links show to be something else is left out. One
 * pass over the page for each of the two steps.
 */
final class MainText {
  private static final Set<String> DROPPED =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "iframe",
          "svg",
          "form",
          "button",
          "select",
          "input",
          "nav",
          "aside",
          "footer",
          "figcaption",
          "object",
          "embed",
          "video",
          "audio",
          "canvas",
          "menu",
          "dialog");
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "li",
          "blockquote",
          "pre",
          "td",
          "th",
          "dt",
          "dd",
          "div",
          "section",
          "article",
          "tr",
          "ul",
          "ol",
          "table",
          "main",
          "header",
          "figure",
          "center",
          "body",
          "hr");
  private static final Set<String> MARKS = new HashSet<>();
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-zA-Z]+|(?<=[a-z])(?=[A-Z])");
  private static final int SHORTEST = 25;

  static {
    for (List<String> row : DataLines.of(MainText.class, "boilerplate.tsv")) {
      MARKS.addAll(DataLines.parts(row.get(0)));
    }
  }

  private MainText() {}

  /** Blocks of the article in order; none where the page has no running text. */
  static List<String> of(Document page) {
    Element body = page.body();
    long all = Math.max(1, textLength(body));
    prune(body, all);
    IdentityHashMap<Element, Double> scores = new IdentityHashMap<>();
    score(body, scores);
    Element top = top(body, scores);
    if (top == null) {
      return List.of();
    }
    List<String> out = new ArrayList<>();
    for (Element part : withSiblings(top, scores)) {
      Collector collector = new Collector();
      collector.walk(part);
      collector.flush();
      out.addAll(collector.blocks);
    }
    return out;
  }

  private static void prune(Element root, long all) {
    List<Element> dropped = new ArrayList<>();
    for (Element child : root.children()) {
      if (isBoilerplate(child, all)) {
        dropped.add(child);
      } else {
        prune(child, all);
      }
    }
    dropped.forEach(Node::remove);
  }

  private static boolean isBoilerplate(Element element, long all) {
    String tag = element.normalName();
    if (DROPPED.contains(tag)
        || element.hasAttr("hidden")
        || "true".equals(element.attr("aria-hidden"))) {
      // a page that is one form, or one aside, is still its text
      return !(tag.equals("form") || tag.equals("aside")) || textLength(element) * 2L < all;
    }
    String style = element.attr("style").replace(" ", "");
    if (style.contains("display:none")) {
      return true;
    }
    String role = element.attr("role");
    if (role.equals("navigation")
        || role.equals("complementary")
        || role.equals("contentinfo")
        || role.equals("dialog")) {
      return true;
    }
    if (tag.equals("body")
        || tag.equals("article")
        || tag.equals("main")
        || "articleBody".equals(element.attr("itemprop"))) {
      return false;
    }
    return marked(element) && textLength(element) * 3L < all;
  }

  private static boolean marked(Element element) {
    String names = element.className() + " " + element.id();
    if (names.length() < 2) {
      return false;
    }
    for (String word : BETWEEN_WORDS.split(names, -1)) {
      if (MARKS.contains(word.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private static void score(Element root, IdentityHashMap<Element, Double> scores) {
    for (Element paragraph : root.select("p, pre, blockquote, td, li, div")) {
      String tag = paragraph.normalName();
      String text =
          tag.equals("div") || tag.equals("td") || tag.equals("li")
              ? paragraph.ownText()
              : paragraph.text();
      if (text.length() < SHORTEST || linkShare(paragraph) > 0.5) {
        continue;
      }
      double points = 1 + Math.min(text.length() / 100.0, 4) + Math.min(commas(text), 6);
      points = tag.equals("li") || tag.equals("td") ? points * 0.4 : points;
      Element holder = tag.equals("div") ? paragraph : paragraph.parent();
      double share = 1;
      for (int level = 0; level < 4 && holder != null && !holder.equals(root.parent()); level++) {
        scores.merge(holder, points * share, Double::sum);
        holder = holder.parent();
        share = level == 0 ? 0.6 : share * 0.5;
      }
    }
  }

  private static @Nullable Element top(Element body, IdentityHashMap<Element, Double> scores) {
    Element best = null;
    double most = 0;
    for (Map.Entry<Element, Double> entry : scores.entrySet()) {
      Element element = entry.getKey();
      double points = entry.getValue() * (1 - linkShare(element));
      if ("articleBody".equals(element.attr("itemprop"))
          || element.normalName().equals("article")) {
        points *= 1.3;
      }
      if (points > most || (points == most && best != null && best.parents().contains(element))) {
        best = element;
        most = points;
      }
    }
    return best == null && body.text().length() >= SHORTEST ? body : best;
  }

  /** The article's other halves stand beside it where an advertisement cut it in two. */
  private static List<Element> withSiblings(Element top, IdentityHashMap<Element, Double> scores) {
    Element parent = top.parent();
    if (parent == null || top.normalName().equals("body")) {
      return List.of(top);
    }
    double bar = Math.max(10, scores.getOrDefault(top, 0.0) * 0.2);
    List<Element> out = new ArrayList<>();
    for (Element sibling : parent.children()) {
      boolean paragraph =
          sibling.normalName().equals("p")
              && sibling.text().length() >= 80
              && linkShare(sibling) < 0.25;
      if (sibling.equals(top)
          || paragraph
          || (scores.getOrDefault(sibling, 0.0) >= bar && linkShare(sibling) < 0.3)) {
        out.add(sibling);
      }
    }
    return out;
  }

  private static double linkShare(Element element) {
    int all = textLength(element);
    int links = 0;
    for (Element link : element.select("a")) {
      links += textLength(link);
    }
    return all == 0 ? 1 : (double) links / all;
  }

  private static int textLength(Element element) {
    int[] length = {0};
    element.traverse((node, depth) -> {
      if (node instanceof TextNode text) {
        length[0] += text.isBlank() ? 0 : text.getWholeText().strip().length();
      }
    });
    return length[0];
  }

  private static int commas(String text) {
    int found = 0;
    for (int i = 0; i < text.length(); i++) {
      found += ",，、;；".indexOf(text.charAt(i)) >= 0 ? 1 : 0;
    }
    return found;
  }

  /** Text by blocks, as a reader sees them. */
  private static final class Collector {
    private final List<String> blocks = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();

    void walk(Element element) {
      for (Node child : element.childNodes()) {
        if (child instanceof TextNode text) {
          open.append(text.getWholeText());
        } else if (child instanceof Element inner) {
          inner(inner);
        }
      }
    }

    private void inner(Element element) {
      String tag = element.normalName();
      if (tag.equals("br")) {
        boolean twice =
            element.nextElementSibling() != null
                && element.nextElementSibling().normalName().equals("br");
        if (twice) {
          flush();
        } else {
          open.append(' ');
        }
        return;
      }
      if (!BLOCKS.contains(tag)) {
        walk(element);
        return;
      }
      flush();
      boolean links =
          (tag.equals("p")
                  || tag.equals("li")
                  || tag.equals("ul")
                  || tag.equals("div")
                  || tag.equals("td"))
              && linkShare(element) > 0.7;
      if (!links || (tag.equals("p") && element.text().length() > 200)) {
        walk(element);
      }
      flush();
    }

    void flush() {
      String text = open.toString().replaceAll("[\\s\\u00A0]+", " ").strip();
      open.setLength(0);
      if (!text.isEmpty()) {
        blocks.add(text);
      }
    }
  }
}
