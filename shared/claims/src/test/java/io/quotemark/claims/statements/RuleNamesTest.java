package io.quotemark.claims.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.claims.rules.RuleBook;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a rule is called is for readers: nothing depends on it. */
class RuleNamesTest {
  /** The shipped rules, of which the last bears the name that sorts first. */
  private static RuleBook renamed() {
    List<String> lines = new ArrayList<>();
    for (String line : RuleBook.lines()) {
      String[] cells = line.split("\t", -1);
      if (cells[0].equals("rule")) {
        cells[1] = "r" + (99_999 - lines.size());
      }
      lines.add(String.join("\t", cells));
    }
    return RuleBook.of(lines);
  }

  @Test
  void claims_areTheSame_whateverTheRulesAreCalled() {
    RuleBook renamed = renamed();
    List<StatementCorpus.Sentence> all = StatementCorpus.all();
    assertThat(all).isNotEmpty();
    for (StatementCorpus.Sentence sentence : all) {
      assertThat(StatementCorpus.nameless(renamed, sentence))
          .as(sentence.text())
          .isEqualTo(StatementCorpus.nameless(RuleBook.shipped(), sentence));
    }
  }
}
