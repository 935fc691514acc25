package io.quotemark.sentences;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with named places.
 *
 * <ul>
 *   <li>{@code {day}}: what stands there, written out
 *   <li>{@code {move.size}}: a move without its direction; {@code {base.code}}: a code as it is
 *   <li>{@code {length:day|days}}: a number and the word for one or for many
 *   <li>{@code {way?up=rose|down=fell|=moved}}: the words for a code, the last of any other
 *   <li>{@code [, {ago} before]}: left out where one of its places is empty
 * </ul>
 */
final class Template {
  private Template() {}

  /** What stands in the places. */
  interface Places {
    /** Written out, null where nothing stands there. */
    @Nullable String written(String place);

    /** As a choice or a plural sees it, null where nothing stands there. */
    @Nullable String code(String place);
  }

  /** A place of a sentence that has nothing in it and is not in brackets. */
  static final class Empty extends RuntimeException {
    private static final long serialVersionUID = 1;

    Empty(String place) {
      super("nothing stands in {" + place + "}");
    }
  }

  /**
   * @throws Empty where a place outside of brackets has nothing in it
   */
  static String fill(String template, Places places) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < template.length()) {
      char c = template.charAt(at);
      if (c == '{') {
        int end = end(template, at, '{', '}');
        out.append(place(template.substring(at + 1, end), places));
        at = end + 1;
      } else if (c == '[') {
        int end = end(template, at, '[', ']');
        out.append(optional(template.substring(at + 1, end), places));
        at = end + 1;
      } else {
        out.append(c);
        at++;
      }
    }
    return out.toString();
  }

  private static String optional(String template, Places places) {
    try {
      return fill(template, places);
    } catch (Empty nothingThere) {
      return "";
    }
  }

  private static String place(String inside, Places places) {
    int name = 0;
    while (name < inside.length() && ":?".indexOf(inside.charAt(name)) < 0) {
      name++;
    }
    String place = inside.substring(0, name);
    if (name == inside.length()) {
      return required(place, places.written(place));
    }
    List<String> choices = choices(inside.substring(name + 1));
    String code = required(place, places.code(place));
    if (inside.charAt(name) == ':') {
      String form = code.equals("1") ? choices.getFirst() : choices.getLast();
      return required(place, places.written(place)) + " " + fill(form, places);
    }
    for (String choice : choices) {
      int equals = choice.indexOf('=');
      String of = choice.substring(0, equals);
      if (of.isEmpty() || of.equals(code)) {
        return fill(choice.substring(equals + 1), places);
      }
    }
    throw new Empty(place + "?" + code);
  }

  private static String required(String place, @Nullable String text) {
    if (text == null) {
      throw new Empty(place);
    }
    return text;
  }

  private static List<String> choices(String text) {
    List<String> choices = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      } else if (c == '|' && depth == 0) {
        choices.add(text.substring(start, i));
        start = i + 1;
      }
    }
    choices.add(text.substring(start));
    return choices;
  }

  private static int end(String template, int start, char open, char close) {
    int depth = 0;
    for (int i = start; i < template.length(); i++) {
      char c = template.charAt(i);
      if (c == open) {
        depth++;
      } else if (c == close && --depth == 0) {
        return i;
      }
    }
    throw new IllegalStateException("no " + close + " in: " + template);
  }
}
