package io.quotemark.reading.feed;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;

/**
 * RSS 2.0 and 1.0, Atom and NewsML-G2: each entry as an object whose names are those that {@code
 * Metadata} knows. The parser knows no document type, so no entity is ever fetched or expanded.
 */
public final class Feed {
  private static final Pattern ROOT =
      Pattern.compile(
          "<(?:\\w+:)?(rss|feed|rdf|newsMessage|newsItem)[\\s>]", Pattern.CASE_INSENSITIVE);

  private static final Set<String> CHANNELS = Set.of("channel", "feed");
  private static final Set<String> ENTRIES = Set.of("item", "entry", "newsitem");

  /** Of an address and a name, as RSS writes authors. */
  private static final int LONGEST_AUTHOR = 300;

  private Feed() {}

  public static boolean looksLike(String text) {
    String head = text.substring(0, Math.min(text.length(), 2000)).stripLeading();
    return (head.startsWith("<?xml") || head.startsWith("<!--") || ROOT.matcher(head).lookingAt())
        && !head.toLowerCase(Locale.ROOT).contains("<html")
        && ROOT.matcher(head).find();
  }

  public static List<Map<String, Object>> entries(String xml) {
    Document feed = Jsoup.parse(xml, "", Parser.xmlParser());
    String source = "";
    for (Element e : outermost(feed, CHANNELS)) {
      source = source.isEmpty() ? child(e, "title") : source;
    }
    List<Map<String, Object>> out = new ArrayList<>();
    for (Element e : outermost(feed, ENTRIES)) {
      out.add(local(e).equals("newsitem") ? newsItem(e) : entry(e, source));
    }
    return out;
  }

  /** Elements of these names in order, but for those inside another of them. */
  private static List<Element> outermost(Element root, Set<String> names) {
    List<Element> out = new ArrayList<>();
    NodeFilter collect =
        (node, depth) -> {
          boolean wanted = node instanceof Element e && names.contains(local(e));
          if (wanted) {
            out.add((Element) node);
          }
          return wanted ? FilterResult.SKIP_CHILDREN : FilterResult.CONTINUE;
        };
    NodeTraversor.filter(collect, root);
    return out;
  }

  private static Map<String, Object> entry(Element e, String source) {
    Map<String, Object> out = new LinkedHashMap<>();
    put(out, "title", text(child(e, "title")));
    put(
        out,
        "body",
        longest(
            child(e, "encoded"),
            child(e, "content"),
            child(e, "description"),
            child(e, "summary")));
    put(out, "date", time(longest(child(e, "pubdate"), child(e, "published"), child(e, "date"))));
    put(out, "updated", time(child(e, "updated")));
    put(out, "url", link(e));
    put(out, "section", child(e, "category"));
    put(out, "source", longest(child(e, "source"), source));
    out.put("authors", authors(e));
    return out;
  }

  private static Map<String, Object> newsItem(Element item) {
    Map<String, Object> out = new LinkedHashMap<>();
    put(out, "title", inside(item, "headline"));
    put(out, "date", time(longest(inside(item, "contentcreated"), inside(item, "versioncreated"))));
    put(out, "source", inside(item, "copyrightholder"));
    StringBuilder body = new StringBuilder();
    for (Element e : outermost(item, Set.of("p"))) {
      body.append("<p>").append(e.html()).append("</p>");
    }
    put(out, "body", body.toString());
    put(out, "authors", inside(item, "by"));
    return out;
  }

  private static List<String> authors(Element entry) {
    List<String> out = new ArrayList<>();
    for (Element e : entry.children()) {
      if (local(e).equals("creator") || local(e).equals("author")) {
        String name = child(e, "name").isEmpty() ? e.text() : child(e, "name");
        if (name.length() <= LONGEST_AUTHOR) {
          // RSS writes "address (name)"
          out.add(name.replaceFirst("^\\S+@\\S+ \\((.+)\\)$", "$1"));
        }
      }
    }
    return out;
  }

  private static String link(Element entry) {
    for (Element e : entry.children()) {
      String rel = e.attr("rel");
      if (local(e).equals("link") && (rel.isEmpty() || rel.equals("alternate"))) {
        return e.hasAttr("href") ? e.attr("href") : e.text();
      }
    }
    return "";
  }

  /** The content of a child element: its text, or its markup where it holds elements. */
  private static String child(Element parent, String name) {
    for (Element e : parent.children()) {
      if (local(e).equals(name)) {
        return (e.childrenSize() == 0 ? e.wholeText() : e.html()).strip();
      }
    }
    return "";
  }

  private static String inside(Element parent, String name) {
    for (Element e : parent.getAllElements()) {
      if (local(e).equals(name)) {
        return e.text();
      }
    }
    return "";
  }

  private static String local(Element e) {
    String name = e.normalName();
    return name.substring(name.indexOf(':') + 1);
  }

  private static String longest(String... texts) {
    String best = "";
    for (String text : texts) {
      best = text.length() > best.length() ? text : best;
    }
    return best;
  }

  private static String text(String markup) {
    return markup.indexOf('<') < 0 && markup.indexOf('&') < 0 ? markup : Jsoup.parse(markup).text();
  }

  /** RFC 822 times as RFC 3339; anything else as it stands. */
  public static String time(String text) {
    try {
      return OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toString();
    } catch (DateTimeParseException e) {
      return text;
    }
  }

  private static void put(Map<String, Object> object, String name, String value) {
    if (!value.isBlank()) {
      object.put(name, value);
    }
  }
}
