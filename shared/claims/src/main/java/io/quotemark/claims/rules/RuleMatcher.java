package io.quotemark.claims.rules;

import io.quotemark.claims.chunks.Chunk;
import io.quotemark.claims.chunks.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;

/**
 * Runs all rules over a row and settles their conflicts: of the hits that explain one chunk the one
 * with the highest priority stays, then the longest, then the first in the book.
 */
public final class RuleMatcher {
  private final RuleBook book;

  public RuleMatcher(RuleBook book) {
    this.book = book;
  }

  /**
   * @param trace receives the sentence as symbols and one line for each hit that stayed or lost
   */
  public List<Match> matches(Sentence sentence, List<String> trace) {
    trace.add(symbols(sentence));
    Map<Integer, Match> byItem = new TreeMap<>(); // in the order of the sentence
    List<Match> lost = new ArrayList<>();
    for (Rule rule : book.rules(sentence.language())) {
      Matcher matcher = rule.pattern().matcher(sentence.letters());
      int from = 0;
      while (from < sentence.size() && matcher.find(from)) {
        Match match =
            new Match(
                rule,
                matcher.start(),
                matcher.end(),
                group(matcher, rule, "anchor"),
                group(matcher, rule, "value"),
                group(matcher, rule, "second"));
        Match other = byItem.get(match.claimed());
        if (other == null || better(match, other)) {
          byItem.put(match.claimed(), match);
          if (other != null) {
            lost.add(other);
          }
        } else {
          lost.add(match);
        }
        from = matcher.start() + 1;
      }
    }
    List<Match> kept = new ArrayList<>(byItem.values());
    for (Match match : kept) {
      trace.add(line(sentence, match, "fired"));
    }
    for (Match match : lost) {
      trace.add(line(sentence, match, "lost"));
    }
    return kept;
  }

  private static boolean better(Match match, Match other) {
    if (match.rule().priority() != other.rule().priority()) {
      return match.rule().priority() > other.rule().priority();
    }
    return match.length() == other.length()
        ? match.rule().order() < other.rule().order()
        : match.length() > other.length();
  }

  /** What the rules see of the sentence: a symbol for each chunk. */
  private static String symbols(Sentence sentence) {
    StringBuilder line = new StringBuilder("sentence " + sentence.number() + ":");
    for (Chunk chunk : sentence.chunks()) {
      line.append(' ').append(chunk.category());
    }
    return line.toString();
  }

  private static int group(Matcher matcher, Rule rule, String name) {
    return rule.pattern().namedGroups().containsKey(name) ? matcher.start(name) : -1;
  }

  private static String line(Sentence sentence, Match match, String what) {
    int from = sentence.get(match.start()).from();
    int to = sentence.get(match.end() - 1).to() - 1;
    return match.rule().name() + " " + what + ": " + sentence.tokens().printed(from, to);
  }
}
