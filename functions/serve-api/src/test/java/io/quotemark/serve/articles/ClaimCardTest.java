package io.quotemark.serve.articles;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.Span;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Odds;
import io.quotemark.domain.verdict.Reason;
import io.quotemark.domain.verdict.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClaimCardTest {
  @Test
  void repair_ofAContradictedClaim_isWhatWasMeant_andOfADoubtfulOneOnlyIfItIsAnError() {
    assertThat(card(Verdict.Outcome.CONTRADICTED))
        .contains("<strong>Likely meant:</strong> $4.21", "v-contradicted", "Confidence");
    assertThat(card(Verdict.Outcome.DOUBTFUL))
        .contains("<strong>If it is an error, likely meant:</strong> $4.21", "v-doubtful")
        .contains("look yourself");
  }

  @Test
  void correction_isASentenceToCopy_withOrWithoutTheScript() {
    assertThat(card(Verdict.Outcome.CONTRADICTED))
        .contains("<strong>Correction:</strong>")
        .contains(
            "An earlier version said “4.12”. Brindlewick closed at $4.21 on 24\u00a0February 2025.")
        .contains("<button type=\"button\" class=\"copy\" hidden");
    assertThat(card(Verdict.Outcome.DOUBTFUL)).contains("If it is an error, a correction:");
  }

  @Test
  void flag_isSaidInWords_withItsCodeAsTooltip() {
    assertThat(card(Verdict.Outcome.DOUBTFUL))
        .contains("<span class=\"chip\" title=\"DIGIT_SLIP\">Likely a typing error</span>")
        .contains("<dt class=\"flag\" title=\"DIGIT_SLIP\">Likely a typing error</dt>");
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
            List.of(
                Reason.of("level.agrees")
                    .code("field", "close")
                    .price("price", new BigDecimal("4.21"), "USD")),
            Set.of(Verdict.Flag.DIGIT_SLIP),
            new Verdict.Basis(null, LocalDate.parse("2025-02-24")),
            List.of(),
            null,
            Reason.of("repair.price").price("figure", new BigDecimal("4.21"), "USD"),
            new Odds(new BigDecimal("0.9"), List.of(), List.of("two digits changed places")),
            List.of());
    return ClaimCard.of(
            new CheckedClaim(claim, verdict),
            new ClaimCard.Place(1, 1, null, null, true, null),
            null,
            null)
        .markup();
  }
}
