package io.quotemark.claims.statements.rules;

import io.quotemark.claims.statements.lattice.DataLines;
import io.quotemark.claims.statements.lattice.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rules of {@code rules.tsv}: name, priority, product and pattern. In a pattern capitals name
 * symbols, {@code @name} a fragment defined above it; all else is a regular expression with bounded
 * repetition.
 */
public final class RuleBook {
  private static final RuleBook SHIPPED =
      new RuleBook(DataLines.read(RuleBook.class, "rules.tsv", 4));

  private final List<Rule> rules = new ArrayList<>();

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
        rules.add(
            new Rule(
                name,
                Integer.parseInt(row.get(1)),
                Rule.Product.valueOf(row.get(2)),
                Pattern.compile(letters)));
      }
    }
  }

  public static RuleBook shipped() {
    return SHIPPED;
  }

  public List<Rule> rules() {
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
        letters.append(Symbol.valueOf(pattern.substring(at, end)).letter());
      } else if (here != ' ') {
        letters.append(here);
      }
      at = end;
    }
    return letters.toString();
  }
}
