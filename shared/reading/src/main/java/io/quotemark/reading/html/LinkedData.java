package io.quotemark.reading.html;

import io.quotemark.reading.structured.JsonTree;
import io.quotemark.reading.structured.NewsList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The article among the JSON-LD objects of a page, which may also speak of other articles, of the
 * publisher and of the way to the page.
 */
final class LinkedData {
  private static final int DEEPEST = 6;
  private static final Pattern WRAPPING =
      Pattern.compile(
          "^\\s*+(?:<!--|//\\s*+<!\\[CDATA\\[|<!\\[CDATA\\[)|(?:-->|//\\s*+\\]\\]>|\\]\\]>)\\s*+;?\\s*+$|;\\s*+$");

  private static final Pattern ENTITY = Pattern.compile("&[a-z#0-9]{2,8};");

  private final List<Map<?, ?>> articles = new ArrayList<>();
  private final List<Map<?, ?>> pages = new ArrayList<>();
  private final String wanted;

  private LinkedData(@Nullable String heading) {
    wanted = letters(heading);
  }

  /**
   * @param heading what the page shows or names as its title; of several articles the one so named
   *     is meant
   */
  static LinkedData of(List<Element> scripts, @Nullable String heading) {
    LinkedData out = new LinkedData(heading);
    for (Element script : scripts) {
      read(script.data()).ifPresent(v -> out.collect(v, 0));
    }
    return out;
  }

  /** Empty where the page has none. */
  Map<?, ?> article() {
    for (Map<?, ?> article : articles) {
      String named = letters(article.get("headline") instanceof String text ? text : null);
      if (!named.isEmpty()
          && !wanted.isEmpty()
          && (named.startsWith(wanted) || wanted.startsWith(named))) {
        return article;
      }
    }
    return articles.isEmpty() ? Map.of() : articles.getFirst();
  }

  /** When the page itself was published, where an object speaks of it and not of its article. */
  @Nullable String published() {
    return ofPage("datePublished");
  }

  /** The same of its last change. */
  @Nullable String modified() {
    return ofPage("dateModified");
  }

  private @Nullable String ofPage(String field) {
    for (Map<?, ?> page : pages) {
      if (page.get(field) instanceof String text && !text.isBlank()) {
        return text;
      }
    }
    return null;
  }

  private static Optional<Object> read(String data) {
    String json = data.strip();
    Optional<Object> tree = JsonTree.read(json);
    // templates leave comments around it
    return tree.isPresent() ? tree : JsonTree.read(WRAPPING.matcher(json).replaceAll("").strip());
  }

  private void collect(@Nullable Object value, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    if (value instanceof List<?> list) {
      list.forEach(v -> collect(v, depth + 1));
    } else if (value instanceof Map<?, ?> object) {
      if (NewsList.isArticle(object)) {
        articles.add(object);
      } else if (String.valueOf(object.get("@type")).contains("WebPage")) {
        pages.add(object);
      }
      collect(object.get("@graph"), depth + 1);
      collect(object.get("mainEntity"), depth + 1);
      collect(object.get("mainEntityOfPage"), depth + 1);
    }
  }

  private static String letters(@Nullable String text) {
    if (text == null) {
      return "";
    }
    String lower = text.toLowerCase(Locale.ROOT);
    String plain = lower.indexOf('&') < 0 ? lower : ENTITY.matcher(lower).replaceAll("");
    StringBuilder out = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      if (Character.isLetterOrDigit(plain.charAt(i))) {
        out.append(plain.charAt(i));
      }
    }
    return out.toString();
  }
}
