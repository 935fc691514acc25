package io.quotemark.reading.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The elements of a page that speak of the article, found in one pass over it. */
final class PageIndex {
  private static final List<String> NAMES = List.of("property", "name", "itemprop", "http-equiv");

  private final Map<String, String> metas = new HashMap<>();
  private final Map<String, Element> properties = new HashMap<>();
  final List<Element> linkedData = new ArrayList<>();
  final List<Element> scripts = new ArrayList<>();
  final List<Box> headings = new ArrayList<>();
  private @Nullable Element canonical;
  private @Nullable Element title;

  /** Takes an element in; parents come before what is in them. */
  void add(Box box) {
    Element element = box.element();
    switch (element.normalName()) {
      case "meta" -> meta(element);
      case "link" -> {
        if (canonical == null && element.attr("rel").equals("canonical")) {
          canonical = element;
        }
      }
      case "script" -> {
        String type = element.attr("type").toLowerCase(Locale.ROOT);
        (type.contains("ld+json") ? linkedData : scripts).add(element);
      }
      case "h1" -> headings.add(box);
      case "title" -> title = title == null ? element : title;
      default -> {}
    }
    if (element.attributesSize() == 0) {
      return;
    }
    String property = element.attr("itemprop");
    if (!property.isEmpty()) {
      properties.putIfAbsent(property, element);
    }
  }

  private void meta(Element tag) {
    String content = tag.attr("content").strip();
    if (content.isEmpty()) {
      return;
    }
    for (String key : NAMES) {
      String name = tag.attr(key);
      if (!name.isEmpty()) {
        metas.putIfAbsent(name.strip().toLowerCase(Locale.ROOT), content);
      }
    }
  }

  /** Content of the first of these meta tags that the page has. */
  @Nullable String meta(String... names) {
    return meta(List.of(names), content -> true);
  }

  /** Content of the first of these meta tags that the page has and that is as wanted. */
  @Nullable String meta(List<String> names, Predicate<String> wanted) {
    for (String name : names) {
      String content = metas.get(name);
      if (content != null && wanted.test(content)) {
        return content;
      }
    }
    return null;
  }

  /** The first element of a microdata property. */
  @Nullable Element property(String name) {
    return properties.get(name);
  }

  /** The page's title as its head has it, empty without one. */
  String title() {
    return title == null ? "" : title.text();
  }

  @Nullable String canonical() {
    return canonical == null || canonical.attr("href").isBlank() ? null : canonical.attr("href");
  }
}
