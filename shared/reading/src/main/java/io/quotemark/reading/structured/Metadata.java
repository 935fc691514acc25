package io.quotemark.reading.structured;

import io.quotemark.reading.furniture.Bylines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an object says of an article, whatever its shape calls it: schema.org, news APIs, feeds.
 *
 * @param body its text or markup, null where it has none
 */
public record Metadata(
    @Nullable String title,
    List<String> authors,
    @Nullable String published,
    @Nullable String modified,
    @Nullable String source,
    @Nullable String address,
    @Nullable String section,
    @Nullable String language,
    List<String> tickers,
    @Nullable String body) {
  public Metadata {
    authors = List.copyOf(authors);
    tickers = List.copyOf(tickers);
  }

  public static Metadata of(Map<?, ?> object) {
    return new Metadata(
        text(object, "headline", "title", "name"),
        authors(first(object, "author", "authors", "creator", "byline")),
        text(
            object,
            "datePublished",
            "published_at",
            "publishedAt",
            "published_utc",
            "time_published",
            "publishedDate",
            "date_published",
            "created",
            "publishDate",
            "published",
            "pubDate",
            "datetime",
            "date"),
        text(object, "dateModified", "updated_at", "updated", "date_modified", "modified"),
        text(object, "publisher", "source", "source_name", "site"),
        text(object, "url", "article_url", "link", "canonical", "mainEntityOfPage", "news_url"),
        text(object, "articleSection", "section", "category"),
        text(object, "inLanguage", "language", "lang"),
        tickers(
            first(
                object, "tickers", "symbols", "stocks", "ticker_sentiment", "entities", "related")),
        text(
            object,
            "articleBody",
            "content_html",
            "content_text",
            "body",
            "content",
            "text",
            "full_text",
            "description",
            "summary",
            "teaser"));
  }

  private static @Nullable Object first(Map<?, ?> object, String... names) {
    for (String name : names) {
      Object value = object.get(name);
      if (value != null && !(value instanceof String text && text.isBlank())) {
        return value;
      }
    }
    return null;
  }

  private static @Nullable String text(Map<?, ?> object, String... names) {
    for (String name : names) {
      String text = text(object.get(name));
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  private static @Nullable String text(@Nullable Object value) {
    return switch (value) {
      case String text when !text.isBlank() -> text.strip();
      case Map<?, ?> inner -> text(inner, "name", "title", "@id", "url", "ticker", "symbol");
      case List<?> list when !list.isEmpty() -> text(list.getFirst());
      case null, default -> null;
    };
  }

  private static List<String> authors(@Nullable Object value) {
    List<String> out = new ArrayList<>();
    List<?> all = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    for (Object one : all) {
      String text = text(one);
      if (text != null) {
        out.addAll(Bylines.names(text.replaceFirst("(?i)^by ", "")));
      }
    }
    return out.stream().distinct().toList();
  }

  private static List<String> tickers(@Nullable Object value) {
    List<String> out = new ArrayList<>();
    List<?> all =
        value instanceof List<?> list
            ? list
            : value instanceof String text ? List.of(text.split("[,\\s]+", 50)) : List.of();
    for (Object one : all) {
      String text =
          one instanceof Map<?, ?> object ? text(object, "ticker", "symbol", "name") : text(one);
      if (text != null && text.matches("\\$?[A-Za-z0-9:.^-]{1,20}")) {
        out.add(text);
      }
    }
    return out.stream().distinct().limit(50).toList();
  }
}
