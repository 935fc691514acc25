package io.quotemark.reading.structured;

import io.quotemark.reading.structured.Fields.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the articles in an answer of a news API or a feed in JSON, however deep their list or the
 * one article lies in it.
 *
 * @param entries objects; an entry that is no article stands as it is
 * @param source whose all of them are, where the list says so
 * @param language of all of them, where the list says so
 */
public record NewsList(List<?> entries, @Nullable String source, @Nullable String language) {
  private static final int DEEPEST = 4;

  /** So many entries are looked at to tell whether a list is one of articles. */
  private static final int PROBED = 5;

  private static final String TYPE = "@type";

  public NewsList {
    entries = Collections.unmodifiableList(new ArrayList<>(entries)); // an entry may be null
  }

  /** Empty where the object is one article, or nothing in it is. */
  public static Optional<NewsList> in(Map<?, ?> object) {
    return in(object, 0);
  }

  /** All articles of several answers, which may each be one article. */
  public static NewsList of(List<?> answers) {
    List<Object> out = new ArrayList<>();
    for (Object answer : answers) {
      Optional<NewsList> list = answer instanceof Map<?, ?> object ? in(object) : Optional.empty();
      list.ifPresentOrElse(l -> out.addAll(l.entries()), () -> out.add(answer));
    }
    return new NewsList(out, null, null);
  }

  private static Optional<NewsList> in(Map<?, ?> object, int depth) {
    Fields fields = new Fields(object);
    if (depth > DEEPEST || fields.text(Part.BODY) != null) {
      return Optional.empty();
    }
    for (Object value : fields.all(Part.LIST).values()) {
      if (value instanceof List<?> list) {
        List<?> articles = articles(list);
        if (articles.size() > 1 || (articles.size() == 1 && articles.size() == list.size())) {
          boolean feed = String.valueOf(object.get("version")).contains("jsonfeed.org");
          return Optional.of(
              new NewsList(
                  articles,
                  feed ? fields.text(Part.TITLE) : null,
                  feed ? fields.text(Part.LANGUAGE) : null));
        }
      }
    }
    for (Object value : fields.all(Part.WRAPPER).values()) {
      Optional<NewsList> found =
          value instanceof Map<?, ?> inner ? in(inner, depth + 1) : Optional.empty();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The article an object is, or wraps; the object itself where there is none. */
  public static Map<?, ?> article(Map<?, ?> object) {
    Map<?, ?> found = article(object, 0);
    return found == null ? object : found;
  }

  private static @Nullable Map<?, ?> article(Map<?, ?> object, int depth) {
    if (Metadata.of(object).speaksOfAnArticle()) {
      return object;
    }
    if (depth > DEEPEST) {
      return null;
    }
    Fields fields = new Fields(object);
    for (Object value : fields.all(Part.LIST).values()) {
      List<?> articles = value instanceof List<?> list ? articles(list) : List.of();
      if (!articles.isEmpty() && articles.getFirst() instanceof Map<?, ?> one) {
        return article(one, depth + 1);
      }
    }
    for (Object value : fields.all(Part.WRAPPER).values()) {
      Map<?, ?> found = value instanceof Map<?, ?> inner ? article(inner, depth + 1) : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /**
   * The list where its first entries speak of articles, else none of it. Of entries that say what
   * they are, as schema.org's do, the articles alone.
   */
  private static List<?> articles(List<?> list) {
    if (list.stream().anyMatch(e -> e instanceof Map<?, ?> object && object.containsKey(TYPE))) {
      return list.stream().filter(e -> e instanceof Map<?, ?> object && isArticle(object)).toList();
    }
    boolean any =
        list.stream()
            .limit(PROBED)
            .anyMatch(e -> e instanceof Map<?, ?> object && article(object, DEEPEST - 1) != null);
    return any ? list : List.of();
  }

  /** By its schema.org type. */
  public static boolean isArticle(Map<?, ?> object) {
    String type = String.valueOf(object.get(TYPE));
    return type.contains("Article") || type.contains("Posting") || type.contains("Report");
  }
}
