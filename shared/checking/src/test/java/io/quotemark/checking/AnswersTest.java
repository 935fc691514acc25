package io.quotemark.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is found in answers of our own: two thirds to build by, a third aside. */
class AnswersTest {
  private static final double FLOOR = 0.95;

  private static AnswerCorpus.Score score(String... files) throws IOException {
    List<AnswerCorpus.Answer> answers = new ArrayList<>();
    for (String file : files) {
      answers.addAll(AnswerCorpus.read(file));
    }
    AnswerCorpus.Score score = AnswerCorpus.score(answers);
    if (Boolean.getBoolean("quotemark.failures")) {
      System.out.println(files[0] + ": " + answers.size() + " answers, " + score);
      score.failures.forEach(System.out::println);
    }
    return score;
  }

  @Test
  void answersToBuildBy_areFound() throws IOException {
    AnswerCorpus.Score score = score("build.txt", "more.txt");

    assertThat(score.recall())
        .as(score + ", -Dquotemark.failures=true lists them")
        .isGreaterThanOrEqualTo(FLOOR);
    assertThat(score.precision()).as(score.toString()).isGreaterThanOrEqualTo(FLOOR);
  }

  @Test
  void answersAside_areFound() throws IOException {
    AnswerCorpus.Score score = score("aside.txt");

    assertThat(score.recall())
        .as(score + ", -Dquotemark.failures=true lists them")
        .isGreaterThanOrEqualTo(FLOOR);
    assertThat(score.precision()).as(score.toString()).isGreaterThanOrEqualTo(FLOOR);
  }

  @Test
  void answersWrittenAfterTheRules_areFound() throws IOException {
    AnswerCorpus.Score score = score("fresh.txt");

    assertThat(score.recall())
        .as(score + ", -Dquotemark.failures=true lists them")
        .isGreaterThanOrEqualTo(FLOOR);
    assertThat(score.precision()).as(score.toString()).isGreaterThanOrEqualTo(FLOOR);
  }
}
