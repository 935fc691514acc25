package io.quotemark.claims.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.claims.rules.Rule;
import io.quotemark.claims.rules.RuleBook;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every rule has a sentence in the corpus that it explains, but for a strict list. */
final class RuleCoverageTest {
  /** Rules without a sentence yet; one that gets its sentence must leave the list. */
  private static final Set<String> WITHOUT_SENTENCE = Set.of();

  @Test
  void rules_eachFireSomewhereInTheCorpus() {
    Set<String> fired = new HashSet<>();
    for (StatementCorpus.Sentence sentence : StatementCorpus.all()) {
      for (String line : StatementCorpus.trace(sentence)) {
        List<String> words = List.of(line.split(" ", 3));
        if (words.get(1).equals("fired:")) {
          fired.add(words.get(0));
        }
      }
    }
    Set<String> silent = new TreeSet<>();
    for (Rule rule : RuleBook.shipped().rules()) {
      if (!fired.contains(rule.name())) {
        silent.add(rule.name());
      }
    }
    assertThat(silent).containsExactlyInAnyOrderElementsOf(WITHOUT_SENTENCE);
  }
}
