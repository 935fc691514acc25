package io.quotemark.serve.articles;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.Span;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Odds;
import io.quotemark.domain.verdict.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClaimCardTest {
  @Test
  void repair_ofAContradictedClaim_isWhatWasMeant_andOfADoubtfulOneOnlyIfItIsAnError() {
    assertThat(card(Verdict.Outcome.CONTRADICTED))
        .contains("<strong>Likely meant:</strong> 4.21", "v-contradicted", "Confidence");
    assertThat(card(Verdict.Outcome.DOUBTFUL))
        .contains("<strong>If it is an error, likely meant:</strong> 4.21", "v-doubtful")
        .contains("look yourself");
  }

  private static String card(Verdict.Outcome outcome) {
    Claim claim =
        Claim.of(ClaimKind.PRICE_LEVEL, new Span(Span.Part.TEXT, 0, 4, "4.12"))
            .id("c1")
            .group("g1")
            .subject("Brindlewick")
            .rule("level")
            .value(new BigDecimal("4.12"), new BigDecimal("0.01"))
            .build();
    Verdict verdict =
        new Verdict(
            outcome,
            null,
            null,
            List.of("the close was 4.21"),
            Set.of(Verdict.Flag.DIGIT_SLIP),
            null,
            List.of(),
            null,
            "4.21",
            new Odds(new BigDecimal("0.9"), List.of(), List.of("two digits changed places")),
            List.of());
    return ClaimCard.of(new CheckedClaim(claim, verdict), 1, 1, true, null, null).markup();
  }
}
