package io.quotemark.claims.statements.rules;

import io.quotemark.claims.statements.lattice.Item;
import io.quotemark.claims.statements.lattice.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * Runs all rules over a row and settles their conflicts: of the hits that explain one item the one
 * with the highest priority stays, then the longest, then the first by name.
 */
public final class RuleEngine {
  private final RuleBook book;

  public RuleEngine(RuleBook book) {
    this.book = book;
  }

  /**
   * @param trace receives the sentence as symbols and one line for each hit that stayed or lost
   */
  public List<Hit> hits(Row row, List<String> trace) {
    trace.add(symbols(row));
    Map<Integer, Hit> byItem = new HashMap<>();
    List<Hit> lost = new ArrayList<>();
    for (Rule rule : book.rules(row.language())) {
      Matcher matcher = rule.pattern().matcher(row.letters());
      int from = 0;
      while (from < row.size() && matcher.find(from)) {
        Hit hit =
            new Hit(
                rule,
                matcher.start(),
                matcher.end(),
                group(matcher, rule, "anchor"),
                group(matcher, rule, "value"),
                group(matcher, rule, "second"));
        Hit other = byItem.get(hit.claimed());
        if (other == null || better(hit, other)) {
          byItem.put(hit.claimed(), hit);
          if (other != null) {
            lost.add(other);
          }
        } else {
          lost.add(hit);
        }
        from = matcher.start() + 1;
      }
    }
    List<Hit> kept = new ArrayList<>(byItem.values());
    kept.sort(Comparator.comparingInt(Hit::claimed));
    for (Hit hit : kept) {
      trace.add(line(row, hit, "fired"));
    }
    for (Hit hit : lost) {
      trace.add(line(row, hit, "lost"));
    }
    return kept;
  }

  private static boolean better(Hit hit, Hit other) {
    if (hit.rule().priority() != other.rule().priority()) {
      return hit.rule().priority() > other.rule().priority();
    }
    return hit.length() == other.length()
        ? hit.rule().name().compareTo(other.rule().name()) < 0
        : hit.length() > other.length();
  }

  /** What the rules see of the sentence: a symbol for each item. */
  private static String symbols(Row row) {
    StringBuilder line = new StringBuilder("sentence " + row.sentence() + ":");
    for (Item item : row.items()) {
      line.append(' ').append(item.symbol());
    }
    return line.toString();
  }

  private static int group(Matcher matcher, Rule rule, String name) {
    return rule.pattern().namedGroups().containsKey(name) ? matcher.start(name) : -1;
  }

  private static String line(Row row, Hit hit, String what) {
    int from = row.get(hit.start()).from();
    int to = row.get(hit.end() - 1).to() - 1;
    return hit.rule().name() + " " + what + ": " + row.tokens().printed(from, to);
  }
}
