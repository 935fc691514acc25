package io.quotemark.reading.html;

import io.quotemark.reading.DataLines;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * What the class and id names of an element say it is, by the words between dashes, underscores and
 * capitals. A name that speaks of the layout's state ({@code has-sidebar}) says nothing.
 */
final class ClassNames {
  private static final Set<String> NEVER = new HashSet<>();
  private static final Set<String> BESIDE = new HashSet<>();
  private static final Set<String> STATE = new HashSet<>();

  /** Single words, and two that follow each other. */
  private static final Set<String> BODY = new HashSet<>();

  private static final Names NOTHING = new Names(Says.NOTHING, false);

  static {
    for (List<String> row : DataLines.of(ClassNames.class, "classnames.tsv")) {
      List<String> words = DataLines.parts(row.get(1));
      switch (row.get(0)) {
        case "never" -> NEVER.addAll(words);
        case "beside" -> BESIDE.addAll(words);
        case "state" -> STATE.addAll(words);
        case "body" -> BODY.addAll(words);
        default -> throw new IllegalStateException("classnames.tsv has no kind " + row.get(0));
      }
    }
  }

  private final Map<String, Names> known = new HashMap<>();

  /** What the names come to. */
  enum Says {
    NOTHING,
    /** Mostly something beside the article: a widget, a caption, a promotion. */
    BESIDE,
    /** Comments, advertisements, links to other articles: never the article itself. */
    NEVER
  }

  private record Names(Says says, boolean body) {}

  /** What the names come to, where they are not those of an article's body. */
  Says beside(Element element) {
    Names names = names(element);
    return names.body() ? Says.NOTHING : names.says();
  }

  /** Whether the names are those of an article's body. */
  boolean body(Element element) {
    return names(element).body();
  }

  private Names names(Element element) {
    if (element.attributesSize() == 0) {
      return NOTHING;
    }
    String classes = element.className();
    String id = element.id();
    String all = id.isEmpty() ? classes : classes + " " + id;
    return all.isEmpty() ? NOTHING : known.computeIfAbsent(all, ClassNames::read);
  }

  private static Names read(String all) {
    Says says = Says.NOTHING;
    boolean body = false;
    boolean state = false;
    String before = "";
    int start = -1;
    for (int i = 0; i <= all.length(); i++) {
      char c = i < all.length() ? all.charAt(i) : ' ';
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean capital = c <= 'Z' && letter && i > 0 && Character.isLowerCase(all.charAt(i - 1));
      if (start >= 0 && (!letter || capital)) {
        String word = all.substring(start, i).toLowerCase(Locale.ROOT);
        state |= STATE.contains(word);
        body |= BODY.contains(word) || BODY.contains(before + " " + word);
        if (!state && NEVER.contains(word)) {
          says = Says.NEVER;
        } else if (!state && BESIDE.contains(word) && says == Says.NOTHING) {
          says = Says.BESIDE;
        }
        before = word;
        start = -1;
      }
      if (letter && start < 0) {
        start = i;
      }
      if (Character.isWhitespace(c)) {
        state = false;
        before = "";
      }
    }
    return new Names(says, body);
  }
}
