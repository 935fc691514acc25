package io.quotemark.claims.statements.rules;

import io.quotemark.claims.statements.lattice.DataLines;
import io.quotemark.claims.statements.lattice.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules of {@code rules.tsv}: name, priority, product and pattern. In a pattern capitals name
 * symbols, {@code @name} a fragment defined above it; all else is a regular expression with bounded
 * repetition.
 */
public final class RuleBook {
  private static final Pattern WORD = Pattern.compile("@[a-z]+|[A-Z]{2,}");
  private static final Pattern UNBOUNDED = Pattern.compile("[*+]|\\{\\d+,}");
  private static final RuleBook SHIPPED =
      new RuleBook(DataLines.read(RuleBook.class, "rules.tsv", 4));

  private final List<Rule> rules = new ArrayList<>();

  private RuleBook(List<List<String>> rows) {
    Map<String, String> fragments = new HashMap<>();
    Set<String> names = new HashSet<>();
    for (List<String> row : rows) {
      String name = row.get(0);
      if (!names.add(name)) {
        throw new IllegalArgumentException("two rules are called " + name);
      }
      if (UNBOUNDED.matcher(row.get(3)).find()) {
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

  private static String letters(String pattern, Map<String, String> fragments) {
    Matcher matcher = WORD.matcher(pattern);
    StringBuilder letters = new StringBuilder();
    while (matcher.find()) {
      String word = matcher.group();
      String meaning =
          word.startsWith("@")
              ? fragments.get(word)
              : String.valueOf(Symbol.valueOf(word).letter());
      if (meaning == null) {
        throw new IllegalArgumentException("unknown fragment " + word);
      }
      matcher.appendReplacement(letters, Matcher.quoteReplacement(meaning));
    }
    matcher.appendTail(letters);
    return letters.toString().replace(" ", "");
  }
}
