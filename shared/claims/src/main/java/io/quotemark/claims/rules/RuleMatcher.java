package io.quotemark.claims.rules;

import io.quotemark.claims.chunks.Sentence;
import java.util.ArrayList;
import java.util.BitSet;
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
   * @param trace receives the sentence and every hit that stayed or lost
   */
  public List<Match> matches(Sentence sentence, Trace trace) {
    Map<Integer, Match> byItem = new TreeMap<>(); // in the order of the sentence
    List<Match> lost = new ArrayList<>();
    BitSet letters = Needs.letters(sentence.letters());
    for (Rule rule : book.rules(sentence.language())) {
      RulePattern pattern = rule.pattern();
      if (!pattern.needs().areMetBy(letters)) {
        continue;
      }
      Matcher matcher = pattern.compiled().matcher(sentence.letters());
      int from = 0;
      while (from < sentence.size() && matcher.find(from)) {
        Match match =
            new Match(
                rule,
                matcher.start(),
                matcher.end(),
                group(matcher, pattern.anchor()),
                group(matcher, pattern.value()),
                group(matcher, pattern.second()));
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
    trace.add(sentence, kept, lost);
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

  private static int group(Matcher matcher, int number) {
    return number > 0 ? matcher.start(number) : -1;
  }
}
