package io.quotemark.claims.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.claims.statements.StatementCorpus.Sentence;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which session, and which price of it, a figure is held to. */
final class SessionCorpusTest {
  @Test
  void figures_areOfTheSessionTheirWordsSay() {
    List<String> wrong = new ArrayList<>();
    for (Sentence sentence : StatementCorpus.timed()) {
      List<String> found = StatementCorpus.foundTimed(sentence);
      if (!found.equals(sentence.claims())) {
        wrong.add(
            "%s: %s%n   wants %s%n   finds %s"
                .formatted(sentence.language(), sentence.text(), sentence.claims(), found));
      }
    }
    assertThat(wrong).as("figures of another session than their words say").isEmpty();
  }
}
