package io.quotemark.claims.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.claims.statements.StatementCorpus.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The gate: every sentence of our own is read as its line says, but for a strict list of misses.
 */
final class StatementCorpusTest {
  private static final List<Sentence> ALL = StatementCorpus.all();

  @Test
  void sentences_ofTheCorpus_areReadAsTheyStand() {
    List<String> wrong = new ArrayList<>();
    List<String> healed = new ArrayList<>();
    for (Sentence sentence : ALL) {
      List<String> found = StatementCorpus.found(sentence);
      boolean right = found.equals(sentence.claims());
      if (!right && !sentence.miss()) {
        wrong.add(
            "%s: %s%n   wants %s%n   finds %s"
                .formatted(sentence.language(), sentence.text(), sentence.claims(), found));
      }
      if (right && sentence.miss()) {
        healed.add(sentence.text());
      }
    }
    assertThat(wrong).as("sentences read wrongly").isEmpty();
    assertThat(healed).as("known misses that pass now; make them \"ok\"").isEmpty();
  }

  @Test
  void corpus_coversLanguagesAndNegatives() {
    Set<String> languages = ALL.stream().map(Sentence::language).collect(Collectors.toSet());
    assertThat(ALL).hasSizeGreaterThanOrEqualTo(250);
    assertThat(languages).hasSizeGreaterThanOrEqualTo(8);
    assertThat(ALL).filteredOn(s -> s.claims().isEmpty()).hasSizeGreaterThanOrEqualTo(70);
    assertThat(ALL).filteredOn(Sentence::miss).hasSizeLessThanOrEqualTo(12);
  }
}
