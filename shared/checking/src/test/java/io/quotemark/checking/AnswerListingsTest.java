package io.quotemark.checking;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.claims.AnswerFinder;
import io.quotemark.claims.ClaimFinder;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.market.listings.MasterFile;
import io.quotemark.securities.Securities;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On which of a company's listings a figure is: AnswersTest accepts any of them. */
class AnswerListingsTest {
  private static final Securities MASTER = MasterFile.load();
  private static final AnswerFinder FINDER = new AnswerFinder(MASTER, new ClaimFinder(MASTER));

  private static List<String> listings(String language, String text) {
    List<String> found = new ArrayList<>();
    FINDER
        .find(
            AnswerCorpus.article(new AnswerCorpus.Answer(1, language, "-", text, List.of())), false)
        .claims()
        .forEach(claim -> {
          ListingId id = claim.listing() == null ? null : claim.listing().id();
          found.add(claim.value() + " " + id);
        });
    return found;
  }

  @Test
  void tableOfTwoMarkets_isReadByItsHeads() {
    assertThat(listings("zh", "| 股票 | A股收盘 | H股收盘 |\n|---|---|---|\n| 比亚迪 | 361.20 | 357.40 |"))
        .containsExactly("361.20 XSHE:002594", "357.40 XHKG:1211");
  }

  @Test
  void sentenceOfTwoMarkets_isReadPartByPart_andItsMovesInTurn() {
    assertThat(listings("zh", "比亚迪A股昨日收报361.20，H股收报357.40，分别跌0.8%和1.3%。"))
        .containsExactly("361.20 XSHE:002594", "357.40 XHKG:1211", "-0.8 XSHE:002594");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pt | Petrobras (PETR4): R$ 37,92 (-0,45%) | BVMF:PETR4
          pt | As ações da Petrobras (PETR4) fecharam a R$ 37,92. | BVMF:PETR4
          pt | Bradesco (BBDC4): R$ 11,82 (+0,5%) | BVMF:BBDC4
          de | Henkel Vz. (HEN3): 83,62 € (-0,74 %) | XETR:HEN3
          zh | 工商银行（601398）：收盘 6.89元 | XSHG:601398
          """)
  void tickerOfLettersAndDigits_namesTheListing(String language, String text, String listing) {
    assertThat(listings(language, text)).isNotEmpty().allMatch(one -> one.endsWith(" " + listing));
  }

  @Test
  void dateInDigits_isNoPrice() {
    assertThat(
            listings(
                "de", "**Henkel Vz.** (HEN3)\n83,62 EUR | -0,74 %\nSchlusskurs vom 24.02.2025"))
        .containsExactly("83.62 XETR:HEN3", "-0.74 XETR:HEN3");
  }
}
