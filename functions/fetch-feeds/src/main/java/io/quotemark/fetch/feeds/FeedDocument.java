package io.quotemark.fetch.feeds;

import io.quotemark.reading.charset.Decoder;
import io.quotemark.reading.feed.Feed;
import io.quotemark.runtime.web.WebAddress;
import io.quotemark.storage.articles.UploadRecord;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * RSS 2.0 and 1.0, Atom, sitemaps and sitemaps for news, as lists of pages. The parser knows no
 * document type, so no entity is fetched or expanded.
 *
 * @param entries in the feed's order, each id once
 * @param parts addresses of further sitemaps, the latest first
 */
public record FeedDocument(List<Entry> entries, List<URI> parts) {
  /** More are not a feed's news but an archive. */
  static final int MOST_ENTRIES = 1_000;

  private static final Set<String> ENTRIES = Set.of("item", "entry", "url");
  private static final Set<String> PARTS = Set.of("sitemap");
  private static final Set<String> FEEDS = Set.of("rss", "feed", "rdf", "urlset", "sitemapindex");
  private static final int LONGEST_ID = 2_000;

  public FeedDocument {
    entries = List.copyOf(entries);
    parts = List.copyOf(parts);
  }

  /**
   * @param address where it was found, which relative addresses are relative to
   * @return null where it is no feed
   */
  public static @Nullable FeedDocument parse(URI address, byte[] bytes, String contentType) {
    String text = Decoder.decode(bytes, contentType.isEmpty() ? null : contentType).orElse(null);
    if (text == null) {
      return null;
    }
    Document document = Jsoup.parse(text, "", Parser.xmlParser());
    Element root = document.firstElementChild();
    if (root == null || !FEEDS.contains(local(root))) {
      return null;
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Element element : outermost(root, ENTRIES)) {
      Entry entry = entry(address, element);
      if (entry != null && entries.size() < MOST_ENTRIES) {
        entries.putIfAbsent(entry.id(), entry);
      }
    }
    return new FeedDocument(List.copyOf(entries.values()), parts(address, root));
  }

  private static @Nullable Entry entry(URI base, Element element) {
    String guid = first(child(element, "guid"), child(element, "id"));
    String link = link(element);
    if (link.isEmpty() && !"false".equals(attribute(element, "guid", "ispermalink"))) {
      link = guid;
    }
    if (!(WebAddress.check(base, link) instanceof WebAddress.Checked.Good(URI address))) {
      return null;
    }
    String published =
        time(
            first(
                child(element, "pubdate"),
                child(element, "published"),
                child(element, "date"),
                child(element, "publication_date")));
    String updated = first(child(element, "updated"), child(element, "lastmod"));
    String words =
        updated.isEmpty()
            ? child(element, "title")
                + "\n"
                + child(element, "description")
                + child(element, "summary")
                + child(element, "content")
                + child(element, "encoded")
            : updated;
    String id = guid.isEmpty() || guid.length() > LONGEST_ID ? address.toString() : guid;
    return new Entry(id, address, published, UploadRecord.digest(words).substring(0, 16));
  }

  private static List<URI> parts(URI base, Element root) {
    record Part(URI address, String changed) {}

    List<Part> parts = new ArrayList<>();
    for (Element element : outermost(root, PARTS)) {
      if (WebAddress.check(base, child(element, "loc"))
          instanceof WebAddress.Checked.Good(URI address)) {
        parts.add(new Part(address, child(element, "lastmod")));
      }
    }
    // times of one form compare as texts do; those of another are rare and only cost their place
    parts.sort(Comparator.comparing(Part::changed).reversed());
    return parts.stream().map(Part::address).toList();
  }

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

  private static String link(Element entry) {
    for (Element e : entry.children()) {
      String name = local(e);
      String rel = e.attr("rel");
      if (name.equals("loc")
          || (name.equals("link") && (rel.isEmpty() || rel.equals("alternate")))) {
        String address = e.hasAttr("href") ? e.attr("href") : e.text();
        if (!address.isBlank()) {
          return address.strip();
        }
      }
    }
    return "";
  }

  /** Text of a child, or of a child of its child that belongs to the news of a sitemap. */
  private static String child(Element parent, String name) {
    for (Element e : parent.children()) {
      if (local(e).equals(name)) {
        return e.wholeText().strip();
      }
      if (e.normalName().equals("news:news")) {
        String inner = child(e, name);
        if (!inner.isEmpty()) {
          return inner;
        }
      }
    }
    return "";
  }

  private static String attribute(Element parent, String name, String attribute) {
    for (Element e : parent.children()) {
      if (local(e).equals(name)) {
        return e.attributes().getIgnoreCase(attribute);
      }
    }
    return "";
  }

  private static String local(Element e) {
    String name = e.normalName();
    return name.substring(name.indexOf(':') + 1);
  }

  private static String first(String... texts) {
    for (String text : texts) {
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  /** A time with its offset; what is not one says nothing certain. */
  private static @Nullable String time(String text) {
    String time = Feed.time(text);
    try {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.parse(time));
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
