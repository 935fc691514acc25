package io.quotemark.claims.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.claims.ClaimFinder;
import io.quotemark.domain.article.Article;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.SubjectReading;
import io.quotemark.fixtures.TestArticle;
import io.quotemark.market.listings.MasterFile;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom else a statement can be read of; what is told of the companies is made up. */
class OtherSubjectsTest {
  private static final ClaimFinder FINDER = new ClaimFinder(MasterFile.load());

  private static Claim level(String text) {
    Article article = TestArticle.of(text).published("2023-05-16").article();
    return FINDER.find(article).claims().stream()
        .filter(claim -> claim.kind() == ClaimKind.PRICE_LEVEL)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void companiesOfTheSentence_areReadings_theLikeliestFirst() {
    List<SubjectReading> readings =
        level("Boeing named Pfizer a partner. Microsoft shares rose 2 percent to $310.20.")
            .readings();
    assertThat(readings)
        .extracting(reading -> reading.listing().id().toString())
        .containsExactlyInAnyOrder("XNYS:BA", "XNYS:PFE");
    assertThat(readings)
        .extracting(SubjectReading::plausibility)
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(readings)
        .allSatisfy(reading -> {
          assertThat(reading.plausibility()).isLessThan(new BigDecimal("0.1"));
          assertThat(reading.words()).contains("ago:1 ago:several");
        });
  }

  @Test
  void companyAlone_hasNoOtherReading() {
    assertThat(level("Microsoft shares rose 2 percent to $310.20.").readings()).isEmpty();
  }

  @Test
  void companiesOfThreeSentencesAgo_areOutOfReach() {
    String text =
        "Boeing hired staff. Rain fell. It was cold. Microsoft shares rose 2 percent to $310.20.";
    assertThat(level(text).readings()).isEmpty();
  }

  @Test
  void indices_areNoReadings() {
    assertThat(level("As the S&P 500 fell, Microsoft shares rose to $310.20.").readings())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Microsoft rose. Boeing raised its view on Pfizer Inc (PFE.N), whose stock jumped 4 percent to $29.47. | XNYS:PFE",
        "Boeing raised its target for Pfizer and its shares jumped 4 percent to $29.47. | XNYS:PFE",
        "Boeing shares jumped 4 percent to $29.47 as Pfizer placed an order. | XNYS:BA",
        "Boeing shares, which fell as Pfizer spoke, closed at $29.47. | XNYS:BA"
      })
  void stockOfTheNearestCompany_isItsOwn(String text, String listing) {
    Claim level = level(text);
    assertThat(level.listing()).isNotNull();
    assertThat(level.listing().id()).hasToString(listing);
    assertThat(level.readings()).isNotEmpty();
  }
}
