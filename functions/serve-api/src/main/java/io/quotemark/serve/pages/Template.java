package io.quotemark.serve.pages;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Markup with named places, each to be filled once: {@code
 * Template.of("<p>{text}</p>").with("text", text).html()}. Values are encoded as by {@link
 * Html#of}.
 */
public final class Template {
  private final String markup;
  private final Map<String, @Nullable Object> values = new HashMap<>();

  private Template(String markup) {
    this.markup = markup;
  }

  /**
   * @param markup with {@code {name}} where a value goes, as often as it is wanted; attribute
   *     values stand in double quotes
   */
  public static Template of(String markup) {
    return new Template(markup);
  }

  /**
   * @param value {@link Html} and iterables of it go in as they are, null goes in as nothing, all
   *     else is encoded
   * @throws IllegalArgumentException where the markup has no such place, or it is filled already
   */
  public Template with(String place, @Nullable Object value) {
    if (!markup.contains("{" + place + "}") || values.containsKey(place)) {
      throw new IllegalArgumentException("no place {" + place + "} to fill in: " + markup);
    }
    values.put(place, value);
    return this;
  }

  /**
   * @throws IllegalStateException where a place is not filled
   */
  public Html html() {
    StringBuilder out = new StringBuilder(2 * markup.length());
    int from = 0;
    for (int at = markup.indexOf('{'); at >= 0; at = markup.indexOf('{', from)) {
      int end = markup.indexOf('}', at);
      String place = markup.substring(at + 1, Math.max(at + 1, end));
      if (!values.containsKey(place)) {
        throw new IllegalStateException("no value for {" + place + "} in: " + markup);
      }
      out.append(markup, from, at);
      Html.put(values.get(place), out);
      from = end + 1;
    }
    return new Html(out.append(markup, from, markup.length()).toString());
  }
}
