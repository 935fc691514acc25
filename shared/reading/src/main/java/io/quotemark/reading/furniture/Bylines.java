package io.quotemark.reading.furniture;

import io.quotemark.reading.DataLines;
import io.quotemark.reading.WordTable;
import java.util.ArrayList;
import java.util.BitSet;
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

  /** First letters of the words that lead a byline. */
  private static final BitSet LEADING = new BitSet();

  private static final Pattern NAME =
      Pattern.compile(
          "\\p{Lu}[\\p{L}'’.-]*(?: (?:\\p{Lu}[\\p{L}'’.-]*|de|del|van|von|der|la|da|dos|di|bin|al)){1,4}|[\\p{IsHan}]{2,4}");

  /** Handles, addresses, houses in brackets and places that stand behind a name. */
  private static final Pattern BESIDE_A_NAME =
      Pattern.compile(
          "\\s+@\\w+|\\s*[(（][^)）]{1,60}[)）]|\\s*\\S+@\\S+\\.\\w+|(?<=\\p{Ll}),? (?:in|aus|à|desde|da) \\p{Lu}[\\p{L} ]{2,30}$");

  /** Where a byline goes on to something else. */
  private static final Pattern BESIDE = Pattern.compile("\\s*[|•·]|\\s[–—-]\\s|\\s*\\d");

  private static final Pattern ONE_WORD = Pattern.compile("\\p{Lu}[\\p{L}'’-]{1,19}");

  /** What a page says outright to be its author: a name of one word, or in small letters. */
  private static final Pattern DECLARED =
      Pattern.compile("\\p{L}[\\p{L}'’-]{1,29}(?: \\p{L}[\\p{L}'’.-]{0,29}){0,3}");

  /** AP, CBN: a house. */
  private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}{2,5}");

  private static final int LONGEST = 160;

  /** Of a list of names, as metadata has it; what is longer is something else. */
  private static final int LONGEST_LIST = 1_000;

  static {
    for (List<String> row : DataLines.of(Bylines.class, "bylines.tsv")) {
      PHRASES.put(
          row.get(0),
          DataLines.parts(row.get(1)).stream().sorted((a, b) -> b.length() - a.length()).toList());
    }
    PHRASES.getOrDefault("by", List.of()).forEach(by -> LEADING.set(WordTable.small(by.charAt(0))));
  }

  private static final String AND = String.join("|", PHRASES.getOrDefault("and", List.of()));

  private static final Pattern BETWEEN_NAMES =
      Pattern.compile("\\s*(?:,|;| (?:" + AND + ") |、|&)\\s*");

  /** What joins two names, before and behind a piece of a list. */
  private static final Pattern JOINS_BEFORE =
      Pattern.compile("^(?:[,;&、]|(?:" + AND + ")(?= |$))\\s*");

  private static final Pattern JOINS = Pattern.compile("\\s*(?:[,;&、]| (?:" + AND + "))$");

  /** Where a page on an author stands. */
  private static final Pattern AUTHORS_PAGE =
      Pattern.compile(
          "/(?:" + String.join("|", PHRASES.getOrDefault("page", List.of())) + ")/[^/?#]");

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

  /**
   * The names that metadata declares: those of {@link #names}, else one of a single word or in
   * small letters.
   */
  public static List<String> declared(String text) {
    List<String> out = names(text);
    String one = text.strip();
    return out.isEmpty() && DECLARED.matcher(one).matches() && !other(one) ? List.of(one) : out;
  }

  /**
   * A piece of a list of names.
   *
   * @param joinsBefore whether it begins with a word that joins it to the piece before it
   * @param joins whether it ends with one, or is nothing else
   */
  public record Listed(List<String> names, boolean joinsBefore, boolean joins) {}

  /**
   * @param single whether one word can be a name
   */
  public static Listed listed(String text, boolean single) {
    String stripped = text.strip();
    Matcher before = JOINS_BEFORE.matcher(stripped);
    boolean joined = before.find();
    String rest = joined ? stripped.substring(before.end()) : stripped;
    Matcher after = JOINS.matcher(rest);
    boolean joins = rest.isEmpty() || after.find();
    rest = joins && !rest.isEmpty() ? rest.substring(0, after.start()) : rest;
    String people = withoutEnd(rest);
    List<String> out = names(people);
    if (out.isEmpty() && single && ONE_WORD.matcher(people).matches() && !other(people)) {
      out = List.of(people);
    }
    return new Listed(out, joined, joins);
  }

  private static String withoutEnd(String text) {
    Matcher beside = BESIDE.matcher(text);
    int end = beside.find() ? beside.start() : text.length();
    String lower = text.toLowerCase(Locale.ROOT);
    for (String word : PHRASES.getOrDefault("end", List.of())) {
      int at = lower.indexOf(" " + word);
      int behind = at + 1 + word.length();
      if (at > 0
          && at < end
          && (behind == lower.length() || !Character.isLetter(lower.charAt(behind)))) {
        end = at;
      }
    }
    return text.substring(0, end).strip();
  }

  private static boolean begins(String text) {
    if (text.isEmpty() || !LEADING.get(WordTable.small(text.charAt(0)))) {
      return false;
    }
    for (String phrase : PHRASES.getOrDefault("by", List.of())) {
      if (text.regionMatches(true, 0, phrase, 0, phrase.length())) {
        return true;
      }
    }
    return false;
  }

  /** Whether an address is that of a page on an author. */
  public static boolean leadsToAuthor(String address) {
    return AUTHORS_PAGE.matcher(address.toLowerCase(Locale.ROOT)).find();
  }

  /** What stands behind the words that lead a byline; empty without such words. */
  public static Optional<String> led(String line) {
    String text = line.strip();
    if (text.length() > LONGEST || !begins(text)) {
      return Optional.empty();
    }
    if (PHRASES.getOrDefault("by", List.of()).contains(text.toLowerCase(Locale.ROOT))) {
      return Optional.of("");
    }
    String by = start(text, "by");
    return by.isEmpty()
        ? Optional.empty()
        : Optional.of(text.substring(by.length()).strip().replaceFirst("^[:：]\\s*", ""));
  }

  /** Whether its first or its last word tells that it is no person's name. */
  private static boolean other(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    List<String> others = PHRASES.getOrDefault("other", List.of());
    int first = lower.indexOf(' ');
    return others.contains(lower.substring(lower.lastIndexOf(' ') + 1))
        || (first > 0 && others.contains(lower.substring(0, first)))
        || CAPITALS.matcher(name).matches();
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
