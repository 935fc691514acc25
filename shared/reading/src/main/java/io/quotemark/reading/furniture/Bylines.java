package io.quotemark.reading.furniture;

import io.quotemark.reading.DataLines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
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

  /** Handles, addresses, houses in brackets and places that stand behind a name. */
  private static final Pattern BESIDE_A_NAME =
      Pattern.compile(
          "\\s+@\\w+|\\s*[(（][^)）]{1,60}[)）]|\\s*\\S+@\\S+\\.\\w+|(?<=\\p{Ll}),? (?:in|aus|à|desde|da) \\p{Lu}[\\p{L} ]{2,30}$");

  private static final int LONGEST = 160;

  /** Of a list of names, as metadata has it; what is longer is something else. */
  private static final int LONGEST_LIST = 1_000;

  static {
    for (List<String> row : DataLines.of(Bylines.class, "bylines.tsv")) {
      PHRASES.put(
          row.get(0),
          DataLines.parts(row.get(1)).stream().sorted((a, b) -> b.length() - a.length()).toList());
    }
  }

  private static final Pattern AFTER =
      Pattern.compile(
          "([\\p{IsHangul}]{2,4}|[\\p{IsHan}]{2,4})\\s?(?:"
              + String.join("|", PHRASES.getOrDefault("after", List.of()))
              + ")(?:[\\s=][^.。\\d]{0,30})?");

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
    Matcher after = AFTER.matcher(rest);
    if (by.isEmpty() && after.matches()) {
      return Optional.of(new Byline(List.of(after.group(1)), credits));
    }
    if (machine.isEmpty() && by.isEmpty()) {
      return Optional.empty();
    }
    List<String> names = names(rest.substring(by.length()).strip().replaceFirst("^[:：]\\s*", ""));
    return names.isEmpty() && credits.isEmpty()
        ? Optional.empty()
        : Optional.of(new Byline(names, credits));
  }

  /** The names of a list of names, as metadata has them too; none of more than 1,000 characters. */
  public static List<String> names(String text) {
    if (text.length() > LONGEST_LIST) {
      return List.of();
    }
    List<String> out = new ArrayList<>();
    String listed = text.strip();
    String people =
        BESIDE_A_NAME
            .matcher(listed.substring(start(listed, "by").length()).strip())
            .replaceAll("");
    for (String part : BETWEEN_NAMES.split(people, -1)) {
      String name = part.strip();
      if (NAME.matcher(name).matches() && !other(name)) {
        if (!out.contains(name)) {
          out.add(name);
        }
      } else if (out.isEmpty()) {
        return List.of();
      }
    }
    return out;
  }

  private static boolean other(String name) {
    String last = name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    return PHRASES.getOrDefault("other", List.of()).contains(last);
  }

  private static String start(String line, String kind) {
    String lower = line.toLowerCase(Locale.ROOT);
    for (String phrase : PHRASES.getOrDefault(kind, List.of())) {
      int end = phrase.length();
      boolean word = kind.equals("machine") || phrase.charAt(0) >= 0x2E80 || phrase.endsWith(":");
      if (lower.startsWith(phrase) && end < line.length() && (word || parted(line, end))) {
        return line.substring(0, end);
      }
      if (word && lower.equals(phrase)) {
        return line;
      }
    }
    return "";
  }

  /** A blank or a colon follows, or the name itself, glued on: "ByOttilie Marsh". */
  private static boolean parted(String line, int end) {
    return " :".indexOf(line.charAt(end)) >= 0
        || (Character.isLowerCase(line.charAt(end - 1)) && Character.isUpperCase(line.charAt(end)));
  }
}
