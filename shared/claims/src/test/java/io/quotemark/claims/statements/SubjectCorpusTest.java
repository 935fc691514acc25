package io.quotemark.claims.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.claims.statements.StatementCorpus.Sentence;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose price a figure is: of a company, an index, or of nobody whom the master knows. */
final class SubjectCorpusTest {
  @Test
  void figures_areOfWhomTheirWordsSpeak() {
    List<String> wrong = new ArrayList<>();
    for (Sentence sentence : StatementCorpus.subjects()) {
      List<String> found = StatementCorpus.foundOf(sentence);
      if (!found.equals(sentence.claims())) {
        wrong.add(
            "%s: %s%n   wants %s%n   finds %s"
                .formatted(sentence.language(), sentence.text(), sentence.claims(), found));
      }
    }
    assertThat(wrong).as("figures given to somebody else").isEmpty();
  }
}
