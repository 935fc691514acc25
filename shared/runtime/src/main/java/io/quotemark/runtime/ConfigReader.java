package io.quotemark.runtime;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a function's variables into their types and tells all that is wrong at once. */
public final class ConfigReader {
  private final String function;
  private final Map<String, String> variables;
  private final List<String> problems = new ArrayList<>();
  private final TreeSet<String> asked = new TreeSet<>();

  public ConfigReader(String function, Map<String, String> variables) {
    this.function = function;
    this.variables = Map.copyOf(variables);
  }

  public String required(String name) {
    String value = optional(name);
    if (value == null) {
      problems.add(name + " is not set");
      return "";
    }
    return value;
  }

  public @Nullable String optional(String name) {
    asked.add(name);
    String value = variables.get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  public String oneOf(String name, String otherwise, List<String> choices) {
    String value = optional(name);
    if (value == null) {
      return otherwise;
    }
    if (!choices.contains(value)) {
      problems.add(
          name + " must be one of " + String.join(", ", choices) + ", not \"" + value + "\"");
      return otherwise;
    }
    return value;
  }

  /**
   * A value of a type of its own.
   *
   * @param parser that throws an IllegalArgumentException where a text is none, and says why
   */
  public <T> T parsed(String name, String otherwise, Function<String, T> parser) {
    String value = optional(name);
    try {
      return parser.apply(value == null ? otherwise : value);
    } catch (IllegalArgumentException wrong) {
      problems.add(name + ": " + wrong.getMessage());
      return parser.apply(otherwise);
    }
  }

  /** A whole number within bounds, both inclusive. */
  public int number(String name, int least, int most) {
    String value = required(name);
    try {
      int number = value.isEmpty() ? least : Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, like a number out of bounds
    }
    problems.add(
        "%s must be a whole number from %d to %d, not \"%s\"".formatted(name, least, most, value));
    return least;
  }

  public @Nullable URI address(String name) {
    String value = optional(name);
    try {
      return value == null ? null : URI.create(value);
    } catch (IllegalArgumentException e) {
      problems.add(name + " is not an address: " + e.getMessage());
      return null;
    }
  }

  /** The names that were asked for: what the template has to set. */
  public List<String> names() {
    return List.copyOf(asked);
  }

  /**
   * @throws IllegalStateException that names every problem, where there was one
   */
  public void check() {
    if (!problems.isEmpty()) {
      throw new IllegalStateException(
          function + " is not configured: " + String.join("; ", problems));
    }
  }
}
