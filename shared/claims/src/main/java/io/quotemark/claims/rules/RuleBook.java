package io.quotemark.claims.rules;

import io.quotemark.claims.language.Category;
import io.quotemark.claims.language.Cells;
import io.quotemark.claims.language.Language;
import io.quotemark.text.ShippedLines;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the files beside this class, one file for each kind of statement, each rule with its
 * examples. In a pattern capitals name categories, {@code @name} a part defined above it; all else
 * is a regular expression with bounded repetition.
 */
public final class RuleBook {
  /** In the order in which rules that weigh the same win. */
  public static final List<String> FILES =
      List.of(
          "parts.tsv",
          "extremes.tsv",
          "levels.tsv",
          "moves.tsv",
          "streaks.tsv",
          "ranks.tsv",
          "worth.tsv",
          "turnover.tsv",
          "currencies.tsv",
          "comparisons.tsv",
          "parities.tsv",
          "other_prices.tsv",
          "forecasts.tsv",
          "sessions.tsv",
          "tags.tsv");

  private static final RuleBook SHIPPED = new RuleBook(lines());
  private static final String CONSTRUCTION = "in=";

  /** A rule whose pattern is compiled when a text of its language is first read. */
  private record Written(
      String name,
      int order,
      @Nullable String construction,
      int priority,
      Rule.Product product,
      Set<Rule.Flag> flags,
      String pattern) {
    boolean reads(Language language) {
      return construction == null || language.builds(construction);
    }

    Rule in(Language language) {
      String called = construction == null ? name : language.code() + ":" + name;
      return new Rule(called, order, priority, product, flags, RulePattern.of(pattern));
    }
  }

  private final List<Written> written = new ArrayList<>();
  private final Map<String, String> parts = new HashMap<>();
  private final Map<String, List<Rule>> byLanguage = new ConcurrentHashMap<>();

  private RuleBook(List<String> lines) {
    Set<String> names = new HashSet<>();
    for (String line : lines) {
      // most lines are examples, which need not be taken apart
      if (line.startsWith("part\t")) {
        List<String> cells = Cells.parts(line, "\t");
        parts.put(cells.get(1), "(?:" + letters(cells.get(1), cells.get(2)) + ")");
      } else if (line.startsWith("rule\t")) {
        Written rule = rule(Cells.parts(line, "\t"));
        if (!names.add(rule.name() + "/" + rule.construction())) {
          throw new IllegalArgumentException("two rules are called " + rule.name());
        }
        written.add(rule);
      }
    }
  }

  /** The lines of {@link #FILES}. */
  public static List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (String file : FILES) {
      lines.addAll(ShippedLines.of(RuleBook.class, file));
    }
    return lines;
  }

  public static RuleBook shipped() {
    return SHIPPED;
  }

  /**
   * @param lines parts and rules; examples are left out
   * @throws IllegalArgumentException for a rule that cannot be read, with its name
   */
  public static RuleBook of(List<String> lines) {
    return new RuleBook(lines);
  }

  private Written rule(List<String> cells) {
    String name = cells.get(1);
    if (cells.size() != 6) {
      throw new IllegalArgumentException(
          "rule %s: %d columns, not 6: see parts.tsv".formatted(name, cells.size()));
    }
    String construction = null;
    Set<Rule.Flag> flags = EnumSet.noneOf(Rule.Flag.class);
    for (String trait : Cells.words(cells.get(4))) {
      if (trait.startsWith(CONSTRUCTION)) {
        construction = trait.substring(CONSTRUCTION.length());
      } else if (!trait.equals("-")) {
        flags.add(Rule.Flag.valueOf(trait.toUpperCase(Locale.ROOT)));
      }
    }
    return new Written(
        name,
        written.size(),
        construction,
        Integer.parseInt(cells.get(2)),
        Rule.Product.valueOf(cells.get(3)),
        flags,
        letters(name, cells.get(5)));
  }

  /** Those that read texts of the language. */
  public List<Rule> rules(Language language) {
    List<Rule> known = byLanguage.get(language.code());
    return known == null
        ? byLanguage.computeIfAbsent(language.code(), code -> read(language))
        : known;
  }

  private List<Rule> read(Language language) {
    List<Rule> rules = new ArrayList<>();
    for (Written rule : written) {
      if (rule.reads(language)) {
        rules.add(rule.in(language));
      }
    }
    return List.copyOf(rules);
  }

  private static boolean unbounded(String pattern) {
    return pattern.indexOf('*') >= 0 || pattern.indexOf('+') >= 0 || pattern.contains(",}");
  }

  /** The pattern over letters of categories, without its blanks. */
  private String letters(String name, String pattern) {
    if (unbounded(pattern)) {
      throw new IllegalArgumentException("unbounded repetition in rule " + name);
    }
    StringBuilder letters = new StringBuilder();
    for (int at = 0; at < pattern.length(); ) {
      char here = pattern.charAt(at);
      int end = at + 1;
      if (here == '@') {
        while (end < pattern.length() && Character.isLowerCase(pattern.charAt(end))) {
          end++;
        }
        String part = parts.get(pattern.substring(at, end));
        if (part == null) {
          throw new IllegalArgumentException(
              "rule " + name + ": unknown part " + pattern.substring(at, end));
        }
        letters.append(part);
      } else if (Character.isUpperCase(here)) {
        while (end < pattern.length() && Character.isUpperCase(pattern.charAt(end))) {
          end++;
        }
        letters.append(Category.valueOf(pattern.substring(at, end)).letter());
      } else if (here != ' ') {
        letters.append(here);
      }
      at = end;
    }
    return letters.toString();
  }
}
