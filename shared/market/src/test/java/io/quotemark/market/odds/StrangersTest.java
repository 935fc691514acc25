package io.quotemark.market.odds;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Verdict.Outcome;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import io.quotemark.market.Cases;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrangersTest {
  private static final ListingId MADE = ListingId.parse("XNAS:MADE");
  private static final Tape TAPE =
      Cases.tape(
          Cases.series(
              MADE,
              "2025-02-19 100 102 99 101",
              "2025-02-20 101 104 100 103",
              "2025-02-21 103 106 102 105"));

  private static Claim level(String price, String day) {
    return Cases.claim(ClaimKind.PRICE_LEVEL, MADE, "$" + price)
        .value(new BigDecimal(price), Cases.step(price))
        .currency("USD", null)
        .field(PriceField.CLOSE)
        .session(new SessionWords.OnDate(LocalDate.parse(day)))
        .build();
  }

  private static List<Verdict> judge(Claim... claims) {
    return Cases.judge(Cases.at("2025-02-21T18:00:00-05:00"), TAPE, claims);
  }

  @Test
  void barsFarFromEveryPriceOfTheArticle_decideNothing() {
    assertThat(judge(level("17.16", "2025-02-20"), level("17.85", "2025-02-21")))
        .allSatisfy(verdict -> {
          assertThat(verdict.code()).isEqualTo(Unverifiable.LISTING_AMBIGUOUS);
          assertThat(verdict.reasons().getFirst()).contains("another company may be meant");
        });
  }

  @Test
  void onePriceFarOff_mayBeASlip() {
    assertThat(judge(level("17.16", "2025-02-20")))
        .first()
        .satisfies(verdict -> assertThat(verdict.outcome()).isEqualTo(Outcome.CONTRADICTED));
  }

  @Test
  void pricesFarOff_besideOneThatHolds_areHeldAgainstTheArticle() {
    assertThat(
            judge(
                level("17.16", "2025-02-19"),
                level("17.85", "2025-02-20"),
                level("105.00", "2025-02-21")))
        .extracting(Verdict::outcome)
        .containsExactly(Outcome.CONTRADICTED, Outcome.CONTRADICTED, Outcome.VERIFIED);
  }
}
