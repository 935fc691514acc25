package io.quotemark.reading.html;

import io.quotemark.reading.furniture.Bylines;
import io.quotemark.reading.structured.JsonTree;
import io.quotemark.reading.structured.Metadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself: JSON-LD first, then OpenGraph, then meta tags, then its own headings.
 */
final class PageMetadata {
  private PageMetadata() {}

  static Metadata of(Document page) {
    Map<?, ?> object = linked(page);
    Metadata linked = Metadata.of(object);
    String title =
        first(
            linked.title(),
            meta(page, "og:title"),
            meta(page, "twitter:title"),
            heading(page),
            titleTag(page));
    List<String> authors = linked.authors();
    if (authors.isEmpty()) {
      String named =
          first(
              meta(page, "author"),
              meta(page, "article:author"),
              meta(page, "byl"),
              text(page, "[rel=author], [itemprop=author]"));
      authors = named == null ? List.of() : Bylines.names(named.replaceFirst("(?i)^by ", ""));
    }
    String language =
        page.selectFirst("html") == null ? null : blank(page.select("html").attr("lang"));
    return new Metadata(
        title,
        authors,
        first(
            linked.published(),
            meta(page, "article:published_time"),
            meta(page, "datePublished"),
            meta(page, "pubdate"),
            meta(page, "date"),
            meta(page, "dc.date.issued"),
            meta(page, "parsely-pub-date"),
            attribute(
                page,
                "time[itemprop=datePublished], time[pubdate], article time[datetime], time[datetime]",
                "datetime")),
        first(
            linked.modified(),
            meta(page, "article:modified_time"),
            meta(page, "og:updated_time"),
            meta(page, "dateModified")),
        first(
            linked.source(),
            meta(page, "og:site_name"),
            meta(page, "publisher"),
            meta(page, "application-name")),
        first(
            attribute(page, "link[rel=canonical]", "href"), meta(page, "og:url"), linked.address()),
        first(linked.section(), meta(page, "article:section")),
        first(linked.language(), language, meta(page, "og:locale")),
        linked.tickers(),
        object.get("articleBody") instanceof String body ? body : null);
  }

  private static Map<?, ?> linked(Document page) {
    List<Map<?, ?>> objects = new ArrayList<>();
    for (Element script : page.select("script[type=application/ld+json]")) {
      JsonTree.read(script.data().strip()).ifPresent(v -> collect(v, objects, 0));
    }
    for (Map<?, ?> object : objects) {
      String type = String.valueOf(object.get("@type"));
      if (type.contains("Article") || type.contains("BlogPosting") || type.contains("Report")) {
        return object;
      }
    }
    return Map.of();
  }

  private static void collect(@Nullable Object value, List<Map<?, ?>> into, int depth) {
    if (depth > 6) {
      return;
    }
    if (value instanceof List<?> list) {
      list.forEach(v -> collect(v, into, depth + 1));
    } else if (value instanceof Map<?, ?> object) {
      into.add(object);
      collect(object.get("@graph"), into, depth + 1);
      collect(object.get("mainEntity"), into, depth + 1);
    }
  }

  private static @Nullable String first(@Nullable String... values) {
    for (String value : values) {
      if (value != null && !value.isBlank()) {
        return value.strip();
      }
    }
    return null;
  }

  private static @Nullable String meta(Document page, String name) {
    Element tag =
        page.selectFirst(
            "meta[property=\"%s\"], meta[name=\"%s\"], meta[itemprop=\"%s\"]"
                .formatted(name, name, name));
    return tag == null ? null : blank(tag.attr("content"));
  }

  private static @Nullable String attribute(Document page, String query, String attribute) {
    Element tag = page.selectFirst(query);
    return tag == null ? null : blank(tag.attr(attribute));
  }

  private static @Nullable String text(Document page, String query) {
    Element tag = page.selectFirst(query);
    return tag == null ? null : blank(tag.text());
  }

  private static @Nullable String heading(Document page) {
    return page.select("h1").size() == 1 ? text(page, "h1") : text(page, "article h1, main h1");
  }

  private static @Nullable String titleTag(Document page) {
    // "Headline | Publisher"
    return blank(page.title().replaceFirst("\\s[|–—-]\\s[^|–—-]{2,40}$", ""));
  }

  private static @Nullable String blank(String text) {
    return text.isBlank() ? null : text.strip();
  }
}
