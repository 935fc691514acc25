package io.quotemark.reading.html;

import io.quotemark.reading.DataLines;
import io.quotemark.reading.dates.DateFinder;
import io.quotemark.reading.furniture.Bylines;
import io.quotemark.reading.structured.Metadata;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself: JSON-LD first, then OpenGraph, then microdata and meta tags, then its
 * own headings, bylines and dates.
 */
final class PageMetadata {
  private static final int LONGEST_DATE = 80;
  private static final Map<String, List<String>> METAS = new HashMap<>();
  private static final Pattern FILED =
      Pattern.compile(
          "/(20\\d{2})/(\\d{1,2})/(\\d{1,2})(?=[/-]|$)|[/=_-](20\\d{2})-(\\d{2})-(\\d{2})(?!\\d)");

  /** Seconds or milliseconds since 1970, or a day and a time without dashes. */
  private static final Pattern SECONDS = Pattern.compile("\\d{8}(?:\\d{2}|\\d{5}|T\\d{4,6}Z?)?");

  private static final Set<String> ARTICLE = Set.of("article", "main");
  private static final Evaluator NAME = QueryParser.parse("[itemprop=name]");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern BY = Pattern.compile("(?i)^by ");

  /** "Headline | Publisher". */
  private static final Pattern PUBLISHER = Pattern.compile("\\s[|–—-]\\s[^|–—-]{2,40}$");

  static {
    DataLines.of(PageMetadata.class, "metas.tsv")
        .forEach(row -> METAS.put(row.get(0), DataLines.parts(row.get(1))));
  }

  private PageMetadata() {}

  static Metadata of(Document page, PageIndex index, Measures measures) {
    String named = index.meta("og:title", "twitter:title");
    String heading = heading(index);
    LinkedData data = LinkedData.of(index.linkedData, heading == null ? named : heading);
    Map<?, ?> object = data.article();
    Metadata linked = Metadata.of(object);
    String title =
        first(linked.title(), named, heading, PUBLISHER.matcher(index.title()).replaceFirst(""));
    String address = first(index.canonical(), index.meta("og:url"), linked.address());
    String source =
        first(
            linked.source(),
            index.meta("og:site_name"),
            name(index.property("publisher")),
            index.meta("publisher", "application-name"));
    String published = first(linked.published(), published(index), data.published());
    String modified = first(later(linked.modified(), modified(index)), data.modified());
    List<String> authors = linked.authors().isEmpty() ? authors(index) : linked.authors();
    authors = authors.stream().filter(author -> !author.equalsIgnoreCase(source)).toList();
    if (published == null || modified == null || authors.isEmpty()) {
      PrintedLines lines =
          PrintedLines.of(
              measures.body(), index.headings, title, published == null || authors.isEmpty());
      authors = authors.isEmpty() ? PrintedNames.of(lines) : authors;
      PrintedDates printed = PrintedDates.of(lines);
      published = first(published, printed.published());
      modified = first(modified, printed.modified());
      if (published == null) {
        // where a page prints but one date, and that of an update, it is the one
        published = first(printed.modified(), filed(address));
        modified = published == null ? modified : null;
      }
    }
    return new Metadata(
        title == null ? null : Parser.unescapeEntities(title, false),
        authors,
        published,
        modified,
        source,
        address,
        first(linked.section(), index.meta("article:section", "section")),
        first(
            linked.language(),
            language(page),
            index.meta("og:locale", "content-language", "language")),
        linked.tickers().isEmpty() ? tickers(index) : linked.tickers(),
        object.get("articleBody") instanceof String body ? body : null);
  }

  private static List<String> authors(PageIndex index) {
    for (String name : METAS.getOrDefault("author", List.of())) {
      String text = index.meta(name);
      List<String> names =
          text == null || text.startsWith("http")
              ? List.of()
              : Bylines.declared(BY.matcher(text).replaceFirst(""));
      if (!names.isEmpty()) {
        return names;
      }
    }
    return List.of();
  }

  private static @Nullable String published(PageIndex index) {
    String named = index.meta(METAS.getOrDefault("published", List.of()), PageMetadata::isDate);
    return named == null ? dated(said(index.property("datePublished"))) : named;
  }

  private static @Nullable String modified(PageIndex index) {
    String named = index.meta(METAS.getOrDefault("modified", List.of()), PageMetadata::isDate);
    return named == null ? said(index.property("dateModified")) : named;
  }

  /**
   * The second where both begin with a day of ISO 8601 and it is of a later day, else the first.
   */
  private static @Nullable String later(@Nullable String one, @Nullable String other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    boolean days = DAY.matcher(one).lookingAt() && DAY.matcher(other).lookingAt();
    return days && other.substring(0, 10).compareTo(one.substring(0, 10)) > 0 ? other : one;
  }

  /** The day that an address is filed under: {@code /2025/03/04/}, {@code /2025-03-04-title}. */
  private static @Nullable String filed(@Nullable String address) {
    Matcher day = FILED.matcher(address == null ? "" : address);
    if (!day.find()) {
      return null;
    }
    boolean dashed = day.group(1) == null;
    return dated(
        "%s-%02d-%02d"
            .formatted(
                day.group(dashed ? 4 : 1),
                Integer.parseInt(day.group(dashed ? 5 : 2)),
                Integer.parseInt(day.group(dashed ? 6 : 3))));
  }

  private static boolean isDate(String text) {
    return text.length() <= LONGEST_DATE
        && (SECONDS.matcher(text).matches() || DateFinder.in(text));
  }

  /** A short text with a date in it, else null. */
  private static @Nullable String dated(@Nullable String text) {
    return text != null && text.length() <= LONGEST_DATE && DateFinder.in(text) ? text : null;
  }

  private static boolean inside(Box box) {
    for (Box at = box.parent(); at != null; at = at.parent()) {
      if (ARTICLE.contains(at.tag())) {
        return true;
      }
    }
    return false;
  }

  private static List<String> tickers(PageIndex index) {
    String text = index.meta("tickers", "ticker", "symbols", "stock_symbols", "news_tickers");
    List<String> out = new ArrayList<>();
    for (String one : text == null ? new String[0] : text.split("[,;\\s]+", 50)) {
      if (one.matches("\\$?[A-Za-z0-9:.^-]{1,20}") && !out.contains(one)) {
        out.add(one);
      }
    }
    return out;
  }

  private static @Nullable String heading(PageIndex index) {
    Element headline = index.property("headline");
    if (headline != null && !headline.text().isBlank()) {
      return headline.text().strip();
    }
    if (index.headings.size() == 1) {
      return first(index.headings.getFirst().element().text());
    }
    for (Box heading : index.headings) {
      if (inside(heading)) {
        return first(heading.element().text());
      }
    }
    return null;
  }

  private static @Nullable String language(Document page) {
    Element html = page.firstElementChild();
    return html == null ? null : first(html.attr("lang"), html.attr("xml:lang"));
  }

  /** What a microdata property says: to machines, else to readers. */
  private static @Nullable String said(@Nullable Element element) {
    return element == null
        ? null
        : first(element.attr("content"), element.attr("datetime"), element.text());
  }

  private static @Nullable String name(@Nullable Element element) {
    Element name = element == null ? null : element.selectFirst(NAME);
    return said(name == null ? element : name);
  }

  private static @Nullable String first(@Nullable String... values) {
    for (String value : values) {
      if (value != null && !value.isBlank()) {
        return value.strip();
      }
    }
    return null;
  }
}
