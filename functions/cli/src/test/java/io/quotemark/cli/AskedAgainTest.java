package io.quotemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** What the tests of requests ask again, and what they do not. */
class AskedAgainTest {
  private record Answer(int status, String retryAfter) {}

  @Test
  void a503_thatSaysWhen_isAskedAgain() throws Exception {
    assertThat(last(busy(), busy(), new Answer(200, ""))).isEqualTo(new Answer(200, ""));
  }

  @Test
  void a503_thatStays_isTheAnswer() throws Exception {
    assertThat(last(busy(), busy(), busy(), busy(), busy(), new Answer(200, ""))).isEqualTo(busy());
  }

  @Test
  void a503_thatDoesNotSayWhen_andAnyOther5xx_areTheAnswer() throws Exception {
    assertThat(last(new Answer(503, ""), new Answer(200, ""))).isEqualTo(new Answer(503, ""));
    assertThat(last(new Answer(500, "0"), new Answer(200, ""))).isEqualTo(new Answer(500, "0"));
  }

  private static Answer busy() {
    return new Answer(503, "0");
  }

  private static Answer last(Answer... answers) throws Exception {
    Queue<Answer> left = new ArrayDeque<>(List.of(answers));
    return AskedAgain.answer(left::remove, Answer::status, Answer::retryAfter);
  }
}
