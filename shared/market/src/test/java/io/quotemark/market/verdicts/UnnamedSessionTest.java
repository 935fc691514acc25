package io.quotemark.market.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimBuilder;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Verdict.Outcome;
import io.quotemark.market.Cases;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

/** "Fell 3% to $97 after losing 10% on Friday", printed on Monday, 24 February 2025. */
class UnnamedSessionTest {
  private static final ListingId SHARE = ListingId.parse("XNAS:MADE");

  private static final PriceSeries BARS =
      Cases.series(
          SHARE,
          "2025-02-20 110 112 109 111.11",
          "2025-02-21 105 106 99 100",
          "2025-02-24 99 100 96 97");

  private static ClaimBuilder move(String value, String words) {
    return Cases.claim(ClaimKind.MOVE_PCT, SHARE, words)
        .value(new BigDecimal(value), BigDecimal.ONE)
        .direction(Direction.DOWN);
  }

  private static List<Verdict> judge(String move, String level) {
    Claim friday =
        move("-10", "losing 10%")
            .session(new SessionWords.OnWeekday(DayOfWeek.FRIDAY, false))
            .build();
    Claim price =
        Cases.claim(ClaimKind.PRICE_LEVEL, SHARE, "to a price")
            .value(new BigDecimal(level), BigDecimal.ONE)
            .currency("USD", null)
            .field(PriceField.CLOSE)
            .build();
    return Cases.judge(
        Cases.at("2025-02-24T22:30:00Z"),
        Cases.tape(BARS),
        move(move, "fell").build(),
        price,
        friday);
  }

  @Test
  void whatNamesNoDay_isOfTheLastSession_whereAllOfItHoldsThere() {
    assertThat(judge("-3", "97"))
        .extracting(Verdict::outcome)
        .containsExactly(Outcome.VERIFIED, Outcome.VERIFIED, Outcome.VERIFIED);
  }

  @Test
  void whatNamesNoDay_isOfTheNamedOne_whereOnlyAPartWouldHoldOtherwise() {
    assertThat(judge("-3", "103"))
        .extracting(Verdict::outcome)
        .containsExactly(Outcome.CONTRADICTED, Outcome.CONTRADICTED, Outcome.VERIFIED);
  }
}
