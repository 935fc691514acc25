package io.quotemark.reading.html;

import io.quotemark.reading.DataLines;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * What the class and id names of an element say it is, by the words between dashes, underscores and
 * capitals. A name that speaks of the layout's state ({@code has-sidebar}) says nothing.
 */
final class ClassNames {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-zA-Z]+|(?<=[a-z])(?=[A-Z])");
  private static final Set<String> NEVER = new HashSet<>();
  private static final Set<String> BESIDE = new HashSet<>();
  private static final Set<String> STATE = new HashSet<>();
  private static final List<String> BODY = new ArrayList<>();
  private static final List<String> LEAD = new ArrayList<>();

  static {
    for (List<String> row : DataLines.of(ClassNames.class, "classnames.tsv")) {
      List<String> words = DataLines.parts(row.get(1));
      switch (row.get(0)) {
        case "never" -> NEVER.addAll(words);
        case "beside" -> BESIDE.addAll(words);
        case "state" -> STATE.addAll(words);
        case "body" -> words.forEach(w -> BODY.add(" " + w + " "));
        case "lead" -> words.forEach(w -> LEAD.add(" " + w + " "));
        default -> throw new IllegalStateException("classnames.tsv has no kind " + row.get(0));
      }
    }
  }

  private ClassNames() {}

  /** What the names come to. */
  enum Says {
    NOTHING,
    /** Mostly something beside the article: a widget, a caption, a promotion. */
    BESIDE,
    /** Comments, advertisements, links to other articles: never the article itself. */
    NEVER
  }

  static Says of(Element element) {
    Says out = Says.NOTHING;
    for (String name : names(element)) {
      boolean state = false;
      for (String word : BETWEEN_WORDS.split(name, -1)) {
        String lower = word.toLowerCase(Locale.ROOT);
        state |= STATE.contains(lower);
        if (!state && NEVER.contains(lower)) {
          return Says.NEVER;
        }
        out = !state && BESIDE.contains(lower) ? Says.BESIDE : out;
      }
    }
    return out;
  }

  static boolean body(Element element) {
    return any(element, BODY);
  }

  static boolean lead(Element element) {
    return any(element, LEAD);
  }

  private static boolean any(Element element, List<String> phrases) {
    for (String name : names(element)) {
      String words =
          " " + String.join(" ", BETWEEN_WORDS.split(name, -1)).toLowerCase(Locale.ROOT) + " ";
      if (phrases.stream().anyMatch(words::contains)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> names(Element element) {
    String all = (element.className() + " " + element.id()).strip();
    return all.isEmpty() ? List.of() : List.of(all.split("\\s+", 40));
  }
}
