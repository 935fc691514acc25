package io.quotemark.serve.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.verdict.Odds;
import io.quotemark.domain.verdict.Reason;
import io.quotemark.domain.verdict.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OddsWordsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 'less than 1 in 1,000'",
    "0.001, '1 in 1,000'",
    "0.004, '1 in 300'",
    "0.034, '1 in 30'",
    "0.053, '1 in 19'",
    "0.100, '1 in 10'",
    "0.200, '1 in 5'",
    "0.329, '1 in 3'",
    "0.5, '1 in 2'",
    "0.667, '2 in 3'",
    "0.812, '4 in 5'",
    "0.895, '9 in 10'",
    "0.95, '19 in 20'",
    "0.99, '99 in 100'",
    "0.999, '999 in 1,000'",
    "1, 'more than 999 in 1,000'"
  })
  void chance_isToldInNumbersThatAreEasilyPictured(String confidence, String share) {
    assertThat(OddsWords.chance(new BigDecimal(confidence)))
        .isEqualTo(share + " that the statement is false");
  }

  @Test
  void doubtful_saysToLook_andWhyItAccusesNobody() {
    Verdict doubtful = verdict(Verdict.Outcome.DOUBTFUL);
    assertThat(OddsWords.box(doubtful).markup())
        .contains(
            "Doubtful: look yourself.",
            "1 in 5 that the statement is false",
            "(confidence 0.200)",
            "not an accusation:",
            "No session is stated &amp; &lt;b&gt;.",
            "for an error:",
            "Two digits changed places.");
    assertThat(OddsWords.row(doubtful).markup()).isEmpty();
    assertThat(OddsWords.line(doubtful).markup()).contains("1 in 5", "0.200");
  }

  @Test
  void contradicted_saysHowSureThatIs_withBothSides() {
    Verdict wrong = verdict(Verdict.Outcome.CONTRADICTED);
    assertThat(OddsWords.row(wrong).markup())
        .contains("1 in 5", "speaks for it:", "Two digits", "speaks against it:", "No session");
    assertThat(OddsWords.box(wrong).markup()).isEmpty();
  }

  @Test
  void verdictWithoutOdds_saysNothingOfThem() {
    Verdict none = Verdict.notCheckable(Reason.of("kind.target"));
    assertThat(
            OddsWords.box(none).markup()
                + OddsWords.row(none).markup()
                + OddsWords.line(none).markup())
        .isEmpty();
  }

  private static Verdict verdict(Verdict.Outcome outcome) {
    return new Verdict(
        outcome,
        null,
        null,
        List.of(Reason.said("close 3.80")),
        Set.of(),
        null,
        List.of(),
        null,
        null,
        new Odds(
            new BigDecimal("0.200"),
            List.of("no session is stated & <b>"),
            List.of("two digits changed places")),
        List.of());
  }
}
