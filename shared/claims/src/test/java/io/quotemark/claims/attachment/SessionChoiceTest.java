package io.quotemark.claims.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.claims.ClaimFinder;
import io.quotemark.domain.article.Article;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.SessionReading;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.fixtures.TestArticle;
import io.quotemark.market.listings.MasterFile;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which session of several a figure is read of; what is told of the companies is made up. */
class SessionChoiceTest {
  private static final ClaimFinder FINDER = new ClaimFinder(MasterFile.load());

  private static List<Claim> claims(String text) {
    Article article = TestArticle.of(text).published("2023-05-16").article();
    return FINDER.find(article).claims();
  }

  private static Claim last(String text, ClaimKind kind) {
    return claims(text).stream()
        .filter(claim -> claim.kind() == kind)
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  @Test
  void timeWordsOfTheSentence_areReadings_andNoneIsOne() {
    List<SessionReading> readings =
        last(
                "Pfizer closed 2 percent lower at $38.10 on Tuesday after a close of $38.90 on Monday.",
                ClaimKind.MOVE_PCT)
            .sessions();
    assertThat(readings)
        .extracting(SessionReading::words)
        .containsExactlyInAnyOrder("on Tuesday", "on Monday", "");
    assertThat(readings)
        .extracting(SessionReading::plausibility)
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(readings.stream().map(SessionReading::plausibility).reduce(BigDecimal::add))
        .hasValueSatisfying(sum -> assertThat(sum).isBetween(bd("0.99"), bd("1.01")));
    assertThat(readings.getFirst().place()).isEqualTo("behind");
  }

  private static BigDecimal bd(String number) {
    return new BigDecimal(number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Pfizer ended 4 percent lower at $38.10 on Tuesday, while Boeing closed 3.6 percent lower at $201.05. | weekday:tuesday",
        "Pfizer rose 2 percent to $38.10 on Tuesday, while Boeing ended up 0.9 percent to $201.05. | weekday:tuesday",
      })
  void dayOfTheFirstHalf_isThatOfTheSecond(String text, String session) {
    for (ClaimKind kind : List.of(ClaimKind.MOVE_PCT, ClaimKind.PRICE_LEVEL)) {
      assertThat(last(text, kind).session().written()).isEqualTo(session);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Pfizer, which will report its results on Thursday, rose 2 percent to $38.10. |",
        "Pfizer fell 3 percent to $38.10, close to the low of $37.40 that it hit on Friday. |",
        "Pfizer slipped 1 percent to $38.10 after its chief executive resigned late on Friday. |",
        "Pfizer slipped 1 percent to $38.10 ahead of Tuesday's report. |",
      })
  void dayOfAnotherEvent_isNoneOfTheFigures(String text) {
    assertThat(claims(text).getFirst().session()).isEqualTo(SessionWords.Unstated.UNSTATED);
  }

  @Test
  void returnsFromAReference_haveNoReadings() {
    List<Claim> claims = claims("Pfizer is down 20 percent from its 2022 high as of Monday.");
    assertThat(claims).allSatisfy(claim -> assertThat(claim.sessions()).isEmpty());
  }
}
