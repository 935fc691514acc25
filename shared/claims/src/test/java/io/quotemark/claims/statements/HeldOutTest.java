package io.quotemark.claims.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.claims.statements.StatementCorpus.Passage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How much is found in passages that nobody tunes on. The floors are what was found when they were
 * first read; a floor only rises.
 */
class HeldOutTest {
  private static final double AMOUNTS = 0.98;
  private static final double CLAIMS = 0.93;

  private int expected;
  private int found;
  private int common;
  private final List<String> wrong = new ArrayList<>();

  private void count(Passage passage, List<String> wanted, List<String> got) {
    List<String> left = new ArrayList<>(got);
    int hits = 0;
    for (String one : wanted) {
      hits += left.remove(one) ? 1 : 0;
    }
    expected += wanted.size();
    found += got.size();
    common += hits;
    if (hits < Math.max(wanted.size(), got.size())) {
      wrong.add(
          "%s: %s%n   wants %s%n   finds %s"
              .formatted(passage.sentence().language(), passage.sentence().text(), wanted, got));
    }
  }

  @Test
  void amounts_ofPassagesSetAside_areFound() {
    for (Passage passage : StatementCorpus.heldOut()) {
      count(passage, passage.amounts(), StatementCorpus.amounts(passage.sentence()));
    }
    assertThat(common / (double) expected)
        .as("share of %d amounts found; wrong: %s", expected, wrong)
        .isGreaterThanOrEqualTo(AMOUNTS);
  }

  @Test
  void claims_ofPassagesSetAside_areFoundAndNoOthers() {
    for (Passage passage : StatementCorpus.heldOut()) {
      count(passage, passage.sentence().claims(), StatementCorpus.found(passage.sentence()));
    }
    assertThat(2.0 * common / (expected + found))
        .as("F1 of %d claims, %d found; wrong: %s", expected, found, wrong)
        .isGreaterThanOrEqualTo(CLAIMS);
  }
}
