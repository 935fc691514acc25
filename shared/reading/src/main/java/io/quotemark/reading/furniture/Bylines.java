package io.quotemark.reading.furniture;

import io.quotemark.reading.DataLines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a byline: names of people, and apart from them the roles and machines that stand with them,
 * glued or not.
 */
public final class Bylines {
  private static final Map<String, List<String>> PHRASES = new HashMap<>();
  private static final Pattern NAME =
      Pattern.compile(
          "\\p{Lu}[\\p{L}'’.-]*(?: (?:\\p{Lu}[\\p{L}'’.-]*|de|del|van|von|der|la|da|dos|di|bin|al)){1,4}|[\\p{IsHan}]{2,4}");
  private static final Pattern BETWEEN_NAMES =
      Pattern.compile("\\s*(?:,|;| and | y | und | et | e | en |、|&)\\s*");
  private static final int LONGEST = 160;

  static {
    for (List<String> row : DataLines.of(Bylines.class, "bylines.tsv")) {
      PHRASES.put(
          row.get(0),
          DataLines.parts(row.get(1)).stream().sorted((a, b) -> b.length() - a.length()).toList());
    }
  }

  private Bylines() {}

  /**
   * @param names of people
   * @param credits roles and machines as printed
   */
  public record Byline(List<String> names, List<String> credits) {}

  /** Empty where the line is no byline. */
  public static Optional<Byline> read(String line) {
    String rest = line.strip();
    if (rest.isEmpty() || rest.length() > LONGEST) {
      return Optional.empty();
    }
    List<String> credits = new ArrayList<>();
    String machine = start(rest, "machine");
    if (!machine.isEmpty()) {
      credits.add(rest.substring(0, machine.length()));
      rest = rest.substring(machine.length()).strip();
    }
    String role = start(rest, "role");
    if (!role.isEmpty()) {
      credits.add(rest);
      return Optional.of(new Byline(List.of(), credits));
    }
    String by = start(rest, "by");
    if (machine.isEmpty() && by.isEmpty()) {
      return Optional.empty();
    }
    String after = rest.substring(by.length()).strip().replaceFirst("^[:：]\\s*", "");
    List<String> names = names(after);
    return names.isEmpty() && credits.isEmpty()
        ? Optional.empty()
        : Optional.of(new Byline(names, credits));
  }

  /** The names of a list of names, as metadata has them too. */
  public static List<String> names(String text) {
    List<String> out = new ArrayList<>();
    for (String part : BETWEEN_NAMES.split(text.strip(), -1)) {
      String name = part.strip();
      if (NAME.matcher(name).matches() && !out.contains(name)) {
        out.add(name);
      } else if (out.isEmpty()) {
        return List.of();
      }
    }
    return out;
  }

  private static String start(String line, String kind) {
    String lower = line.toLowerCase(Locale.ROOT);
    for (String phrase : PHRASES.getOrDefault(kind, List.of())) {
      boolean word = kind.equals("machine") || phrase.charAt(0) >= 0x2E80;
      int end = phrase.length();
      if (lower.startsWith(phrase)
          && (word
              || phrase.endsWith(":")
              || (end < lower.length() && " :".indexOf(lower.charAt(end)) >= 0))) {
        return line.substring(0, end);
      }
    }
    return "";
  }
}
