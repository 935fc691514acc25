package io.quotemark.claims.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.claims.rules.RuleBook;
import io.quotemark.claims.statements.StatementCorpus.Sentence;
import io.quotemark.text.ShippedLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every rule reads the sentences beside it that it should read, and leaves the others alone. */
class RuleExamplesTest {
  /**
   * @param rule its name, without a language
   * @param positive whether the rule reads it
   */
  private record Example(String rule, boolean positive, Sentence sentence) {}

  private static List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    String rule = "";
    for (String file : RuleBook.FILES) {
      for (String line : ShippedLines.of(RuleBook.class, file)) {
        List<String> row = List.of(line.split("\t", -1));
        switch (row.getFirst()) {
          case "rule" -> rule = row.get(1);
          case "+" -> examples.add(new Example(rule, true, StatementCorpus.sentence(row)));
          case "-" -> examples.add(new Example(rule, false, StatementCorpus.sentence(row)));
          default -> assertThat(row.getFirst()).as(line).isEqualTo("part");
        }
      }
    }
    return examples;
  }

  private static Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (String file : RuleBook.FILES) {
      for (String line : ShippedLines.of(RuleBook.class, file)) {
        if (line.startsWith("rule\t")) {
          names.add(line.split("\t", -1)[1]);
        }
      }
    }
    return names;
  }

  /** Whether a rule of the name, of whatever language, stands in the list. */
  private static boolean names(List<String> rules, String name) {
    return rules.stream().anyMatch(rule -> rule.equals(name) || rule.endsWith(":" + name));
  }

  @Test
  void rules_eachHaveAPositiveAndANegative() {
    Set<String> positive = names();
    Set<String> negative = names();
    for (Example example : examples()) {
      (example.positive() ? positive : negative).remove(example.rule());
    }
    assertThat(positive).as("rules without a sentence that they read").isEmpty();
    assertThat(negative).as("rules without a sentence that they leave alone").isEmpty();
  }

  @Test
  void examples_areReadAsTheyStand() {
    List<String> wrong = new ArrayList<>();
    for (Example example : examples()) {
      List<String> found = StatementCorpus.found(example.sentence());
      if (!found.equals(example.sentence().claims())) {
        wrong.add(
            "%s: %s%n   wants %s%n   finds %s"
                .formatted(
                    example.rule(), example.sentence().text(), example.sentence().claims(), found));
      }
    }
    assertThat(wrong).as("sentences read wrongly").isEmpty();
  }

  @Test
  void positives_areReadByTheirRule() {
    List<String> wrong = new ArrayList<>();
    for (Example example : examples()) {
      List<String> fired = StatementCorpus.fired(example.sentence());
      if (example.positive() && !names(fired, example.rule())) {
        wrong.add(example.rule() + ": " + example.sentence().text() + " is read by " + fired);
      }
    }
    assertThat(wrong).as("sentences that another rule reads").isEmpty();
  }

  @Test
  void negatives_areNoClaimOfTheirRule() {
    List<String> wrong = new ArrayList<>();
    for (Example example : examples()) {
      List<String> made = StatementCorpus.madeBy(example.sentence());
      if (!example.positive() && names(made, example.rule())) {
        wrong.add(example.rule() + ": " + example.sentence().text());
      }
    }
    assertThat(wrong).as("sentences that the rule makes a claim of").isEmpty();
  }
}
