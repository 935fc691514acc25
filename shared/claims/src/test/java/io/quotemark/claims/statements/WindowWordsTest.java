package io.quotemark.claims.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.claims.ClaimFinder;
import io.quotemark.domain.article.Article;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.fixtures.TestArticle;
import io.quotemark.market.listings.MasterFile;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over which stretch a return is meant, in texts of 16 May 2023. */
class WindowWordsTest {
  private static final ClaimFinder FINDER = new ClaimFinder(MasterFile.load());

  private static List<Claim> returns(String text) {
    Article article = TestArticle.of(text).published("2023-05-16").article();
    return FINDER.find(article).claims().stream()
        .filter(claim -> claim.kind() == ClaimKind.PERIOD_RETURN)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "The S&P 500 has jumped 7 percent so far in 2023. | ytd",
        "So far in 2023, the S&P 500 is down 4.5 percent. | ytd",
        "The S&P 500 has jumped 7 percent so far in May. | mtd",
        "The S&P 500 has jumped 7 percent so far in 2021. | -",
        "Boeing shares are up 6 percent since the beginning of the week. | wtd",
        "Boeing shares are up 6 percent since the start of the quarter. | qtd",
        "Boeing shares are up 6 percent since the start of this month. | mtd",
        "Boeing shares are up 29 percent from a year ago. | 1y",
        "Boeing shares are 12 percent below their 52-week high. | from:high:52w",
        "Boeing shares have gained 20 percent from their March low. | from:low:2023-03",
        "Boeing is down 13 percent from its closing high in late April. | from:closing-high:2023-04",
        "Boeing has fallen 21 percent from its record high of $440 set in March 2019. | from:high:2019-03",
        "Boeing shares have risen 4 percent since their February 1 close. | since:2023-02-01",
        "The S&P 500 is 0.3 percent below its record high. | from:high:record",
        "Boeing shares are off 8 percent from their peak. | -",
        "Boeing said revenue from stock trading was up 29 percent from a year ago. | -"
      })
  void stretch_isThatOfTheWords(String text, String window) {
    assertThat(returns(text))
        .allSatisfy(claim ->
            assertThat(String.valueOf(claim.compared().window()))
                .isEqualTo(String.valueOf(window)));
    if (window != null) {
      assertThat(returns(text)).isNotEmpty();
    }
  }
}
