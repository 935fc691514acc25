package io.quotemark.serve.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Markup that is safe to send: only templates written in this code base become markup, every value
 * put into them is encoded, whether it lands between tags or inside a quoted attribute.
 */
public record Html(String markup) {
  public static final Html EMPTY = new Html("");

  /** Markup without a value. */
  public static Html of(String markup) {
    return new Html(markup);
  }

  /**
   * @param template markup with one {@code {}} where the value goes; attribute values stand in
   *     double quotes
   * @param value {@link Html} and iterables of it go in as they are, null goes in as nothing, all
   *     else is encoded
   * @throws IllegalArgumentException where the template has more places or none
   */
  public static Html of(String template, @Nullable Object value) {
    return filled(template, value);
  }

  /** The same with two places. What has more names them: {@link Template}. */
  public static Html of(String template, @Nullable Object first, @Nullable Object second) {
    return filled(template, first, second);
  }

  private static Html filled(String template, @Nullable Object... values) {
    StringBuilder out = new StringBuilder(template.length() + 16 * values.length);
    int next = 0;
    int from = 0;
    for (int at = template.indexOf("{}"); at >= 0; at = template.indexOf("{}", from)) {
      if (next == values.length) {
        throw new IllegalArgumentException("more places than values in: " + template);
      }
      out.append(template, from, at);
      put(values[next++], out);
      from = at + 2;
    }
    if (next != values.length) {
      throw new IllegalArgumentException("more values than places in: " + template);
    }
    return new Html(out.append(template, from, template.length()).toString());
  }

  public static Html join(Iterable<Html> parts) {
    StringBuilder out = new StringBuilder();
    for (Html part : parts) {
      out.append(part.markup);
    }
    return new Html(out.toString());
  }

  /** Side by side, separated by commas. */
  public static Html commas(List<Html> parts) {
    return new Html(String.join(", ", parts.stream().map(Html::markup).toList()));
  }

  /** Side by side, separated by semicolons. */
  public static Html listed(List<Html> parts) {
    return new Html(String.join("; ", parts.stream().map(Html::markup).toList()));
  }

  /** {@code html} where the condition holds, else nothing. */
  public static Html when(boolean condition, Html html) {
    return condition ? html : EMPTY;
  }

  static void put(@Nullable Object value, StringBuilder out) {
    switch (value) {
      case null -> {}
      case Html html -> out.append(html.markup);
      case Iterable<?> parts -> parts.forEach(part -> put(part, out));
      default -> encode(value.toString(), out);
    }
  }

  private static void encode(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> {
          // what neither HTML nor XML may hold is shown as the replacement character
          boolean control = c < 0x20 && c != '\n' && c != '\t' && c != '\r';
          out.append(control || c == 0xFFFE || c == 0xFFFF ? '\uFFFD' : c);
        }
      }
    }
  }

  @Override
  public String toString() {
    return markup;
  }

  /**
   * A value as one segment of an address, whatever it holds. The gateway decodes a path before it
   * looks for its route: what would be cut, split or taken for a step upwards then is encoded
   * twice.
   */
  public static String name(@Nullable String value) {
    String once = segment(value);
    boolean twice = value != null && (value.matches("(?s).*[/?%\\\\].*") || value.matches("\\.+"));
    return twice ? once.replace(".", "%2E").replace("%", "%25") : once;
  }

  /** A value as one segment of an address. */
  public static String segment(@Nullable String value) {
    return URLEncoder.encode(value == null ? "" : value, StandardCharsets.UTF_8)
        .replace("+", "%20");
  }
}
