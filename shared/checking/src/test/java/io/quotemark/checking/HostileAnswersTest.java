package io.quotemark.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.Document;
import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.article.Reading;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.CheckedAnswer;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.market.listings.MasterFile;
import io.quotemark.reading.AnswerReader;
import io.quotemark.securities.Securities;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Answers that are made to take long, or calls inside calls: each is read to its end on a small
 * stack. How their time grows, {@code functions/bench/growth} measures.
 */
class HostileAnswersTest {
  private static final Securities MASTER = MasterFile.load();
  private static final AnswerChecker CHECKER =
      new AnswerChecker(Checker.on(MASTER, (l, from, to) -> Tape.EMPTY), MASTER);
  private static final int LENGTH = 20_000;
  private static final long STACK = 256 * 1024;

  /** Far above what a busy machine takes, far below what squares of lines take. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final String STATEMENT = "Nvidia closed at $118.42 on Tuesday.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> ",
        "- ",
        "1. ",
        "*",
        "|",
        "| a ",
        "|---|---|\n",
        "| Close | Change |\n",
        "a,b,c\n",
        ",a",
        "symbol,\"a\"\n",
        "of the ",
        "a\t",
        "a  b\n",
        "{\"a\":\n",
        "[\n",
        "\"a\": ",
        "Last close: ",
        "Last close: $1 ",
        "NVDA 118.42 +1.2% ",
        "2025-03-11 ",
        "**_",
        "(",
        "$1–",
        "- NVDA: "
      })
  void answer_ofOnePieceAgainAndAgain_isReadToItsEnd(String piece) throws Exception {
    String text = piece.repeat(LENGTH / piece.length()) + "\n\n" + STATEMENT;
    assertThatCode(() -> checked(text)).doesNotThrowAnyException();
  }

  @Test
  void longLineOfSigns_beforeAStatement_leavesIt() throws Exception {
    for (String piece : new String[] {"> ", "- ", "|---|---|\n", "a,b,c\n", "of the "}) {
      CheckedAnswer answer = checked(piece.repeat(2_000) + "\n\n" + STATEMENT);
      assertThat(answer.checked().claims())
          .as(piece)
          .extracting(CheckedClaim::claim)
          .extracting(Claim::at)
          .anySatisfy(at -> assertThat(at.text()).contains("$118.42"));
    }
  }

  private static CheckedAnswer checked(String text) throws Exception {
    FutureTask<CheckedAnswer> task =
        new FutureTask<>(() -> {
          Document document = Document.of(text.getBytes(StandardCharsets.UTF_8), "answer");
          Reading.One read = (Reading.One) AnswerReader.read(document);
          Article article =
              read.article().publishedAt(PublicationTime.on(LocalDate.parse("2025-03-12")));
          return CHECKER.check(article, false);
        });
    Thread thread = new Thread(null, task, "an answer", STACK);
    thread.setDaemon(true);
    thread.start();
    return task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }
}
