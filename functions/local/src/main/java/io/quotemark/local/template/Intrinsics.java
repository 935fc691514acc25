package io.quotemark.local.template;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values of the template with their references resolved.
 *
 * @param references what {@code !Ref} gives: parameters by their defaults, resources by the name
 *     they have here, pseudo parameters
 */
public record Intrinsics(Map<String, String> references) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}!]+)}");

  public Intrinsics {
    references = Map.copyOf(references);
  }

  /** The value as text. Conditions are not evaluated: {@code !If} is refused. */
  public String text(Object value) {
    return switch (value) {
      case Map<?, ?> map when map.size() == 1 -> function(map);
      case String string -> string;
      case Number number -> number.toString();
      case Boolean bool -> bool.toString();
      default -> throw new IllegalArgumentException("not a plain value: " + value);
    };
  }

  private String function(Map<?, ?> map) {
    Object argument = map.values().iterator().next();
    return switch ((String) map.keySet().iterator().next()) {
      case "Ref" -> reference((String) argument);
      case "Fn::Sub" -> substitute((String) argument);
      default -> throw new IllegalArgumentException("not resolved here: " + map);
    };
  }

  private String substitute(String pattern) {
    Matcher matcher = PLACEHOLDER.matcher(pattern);
    return matcher.replaceAll(found -> Matcher.quoteReplacement(reference(found.group(1))));
  }

  private String reference(String name) {
    String value = references.get(name);
    if (value == null) {
      throw new IllegalArgumentException("template.yaml refers to an unknown " + name);
    }
    return value;
  }

  /** The logical id that a {@code !Ref}, {@code !GetAtt} or {@code Fn::…} form points at. */
  static String target(@Nullable Object value) {
    if (value instanceof Map<?, ?> map && map.size() == 1) {
      Object argument = map.values().iterator().next();
      if (map.containsKey("Ref")) {
        return (String) argument;
      }
      if (map.containsKey("Fn::GetAtt") && argument instanceof List<?> parts) {
        return (String) parts.getFirst();
      }
    }
    throw new IllegalArgumentException("not a reference to a resource: " + value);
  }
}
