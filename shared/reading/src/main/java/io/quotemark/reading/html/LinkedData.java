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

  private LinkedData() {}

  /**
   * Empty where the page has none.
   *
   * @param heading what the page shows or names as its title; of several articles the one so named
   *     is meant
   */
  static Map<?, ?> article(List<Element> scripts, @Nullable String heading) {
    List<Map<?, ?>> articles = new ArrayList<>();
    for (Element script : scripts) {
      read(script.data()).ifPresent(v -> collect(v, articles, 0));
    }
    String wanted = letters(heading);
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

  private static Optional<Object> read(String data) {
    String json = data.strip();
    Optional<Object> tree = JsonTree.read(json);
    // templates leave comments around it
    return tree.isPresent() ? tree : JsonTree.read(WRAPPING.matcher(json).replaceAll("").strip());
  }

  private static void collect(@Nullable Object value, List<Map<?, ?>> into, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    if (value instanceof List<?> list) {
      list.forEach(v -> collect(v, into, depth + 1));
    } else if (value instanceof Map<?, ?> object) {
      if (NewsList.isArticle(object)) {
        into.add(object);
      }
      collect(object.get("@graph"), into, depth + 1);
      collect(object.get("mainEntity"), into, depth + 1);
      collect(object.get("mainEntityOfPage"), into, depth + 1);
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
