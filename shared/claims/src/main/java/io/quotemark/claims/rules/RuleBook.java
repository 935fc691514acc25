package io.quotemark.claims.rules;

import io.quotemark.claims.language.Category;
import io.quotemark.claims.language.DataLines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The rules of {@code rules.tsv}: name, priority, product and pattern. In a pattern capitals name
 * symbols, {@code @name} a fragment defined above it; all else is a regular expression with bounded
 * repetition.
 */
public final class RuleBook {
  private static final RuleBook SHIPPED =
      new RuleBook(DataLines.read(RuleBook.class, "rules.tsv", 4));

  /** A rule whose pattern is compiled when a text of its language is first read. */
  private record Written(String name, int priority, Rule.Product product, String pattern) {
    Rule rule() {
      return new Rule(name, priority, product, Pattern.compile(pattern));
    }
  }

  private final List<Written> written = new ArrayList<>();
  private final Map<String, List<Rule>> byLanguage = new ConcurrentHashMap<>();

  RuleBook(List<List<String>> rows) {
    Map<String, String> fragments = new HashMap<>();
    Set<String> names = new HashSet<>();
    for (List<String> row : rows) {
      String name = row.get(0);
      if (!names.add(name)) {
        throw new IllegalArgumentException("two rules are called " + name);
      }
      if (unbounded(row.get(3))) {
        throw new IllegalArgumentException("unbounded repetition in rule " + name);
      }
      String letters = letters(row.get(3), fragments);
      if (name.startsWith("@")) {
        fragments.put(name, "(?:" + letters + ")");
      } else {
        written.add(
            new Written(
                name, Integer.parseInt(row.get(1)), Rule.Product.valueOf(row.get(2)), letters));
      }
    }
  }

  public static RuleBook shipped() {
    return SHIPPED;
  }

  public List<Rule> rules() {
    return written.stream().map(Written::rule).toList();
  }

  /**
   * Those that read texts of the language.
   *
   * @param language one of the few that there are vocabularies of
   */
  List<Rule> rules(String language) {
    List<Rule> known = byLanguage.get(language);
    return known == null ? byLanguage.computeIfAbsent(language, this::read) : known;
  }

  private List<Rule> read(String language) {
    List<Rule> rules = new ArrayList<>();
    for (Written rule : written) {
      if (Rule.speaks(rule.name(), language)) {
        rules.add(rule.rule());
      }
    }
    return List.copyOf(rules);
  }

  private static boolean unbounded(String pattern) {
    return pattern.indexOf('*') >= 0 || pattern.indexOf('+') >= 0 || pattern.contains(",}");
  }

  /** The pattern over letters of symbols, without its blanks. */
  private static String letters(String pattern, Map<String, String> fragments) {
    StringBuilder letters = new StringBuilder();
    for (int at = 0; at < pattern.length(); ) {
      char here = pattern.charAt(at);
      int end = at + 1;
      if (here == '@') {
        while (end < pattern.length() && Character.isLowerCase(pattern.charAt(end))) {
          end++;
        }
        String meaning = fragments.get(pattern.substring(at, end));
        if (meaning == null) {
          throw new IllegalArgumentException("unknown fragment " + pattern.substring(at, end));
        }
        letters.append(meaning);
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
