package io.quotemark.market.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.claim.Statements;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.price.Tape;
import io.quotemark.market.Cases;
import io.quotemark.market.Judge;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissingPricesTest {
  private static final PublicationTime EVENING = Cases.at("2025-02-24T20:00:00-05:00");
  private static final Tape HONG_KONG =
      Cases.tape(
          Cases.series(
              Cases.HONG_KONG, "2025-02-21 130 140 130 138", "2025-02-24 139 141 134 136"));

  @Test
  void priceOfAShareOfAnotherMarket_lacksThatShare_andTheRatesBetweenThem() {
    Claim parity =
        Cases.claim(ClaimKind.RATIO_PARITY, Cases.HONG_KONG, "136.0")
            .value(new BigDecimal("136.0"), new BigDecimal("0.1"))
            .currency("HKD", null)
            .session(new SessionWords.OnDate(LocalDate.parse("2025-02-24")))
            .build();

    assertThat(missing(HONG_KONG, parity))
        .contains("XNYS:BABA 2025-02-21", "FX:EURHKD 2025-01-25", "FX:EURUSD 2025-01-25");
  }

  @Test
  void twoSums_lackTheRatesOfTheirCurrencies() {
    Claim pair =
        Claim.of(ClaimKind.FX_PAIR, Cases.span("150 billion yuan ($20.69 billion)"))
            .id("p")
            .group("g")
            .value(new BigDecimal("150"), BigDecimal.ONE)
            .currency("CNY", null)
            .second(new BigDecimal("20.69"), new BigDecimal("0.01"), "USD")
            .build();

    assertThat(missing(Tape.EMPTY, pair))
        .containsExactly("FX:EURCNY 2025-01-25", "FX:EURUSD 2025-01-25");
  }

  @Test
  void level_withItsBars_lacksNothing_andWithoutThem_theListing() {
    Claim level =
        Cases.claim(ClaimKind.PRICE_LEVEL, Cases.HONG_KONG, "136.0")
            .value(new BigDecimal("136.0"), new BigDecimal("0.1"))
            .field(PriceField.CLOSE)
            .session(new SessionWords.OnDate(LocalDate.parse("2025-02-24")))
            .build();

    assertThat(missing(HONG_KONG, level)).isEmpty();
    assertThat(missing(Tape.EMPTY, level)).singleElement().asString().startsWith("XHKG:9988 ");
  }

  private static List<String> missing(Tape tape, Claim claim) {
    Judge judge = new Judge(Cases.CALENDARS, Cases.MASTER);
    Statements statements = new Statements(List.of(), List.of(), List.of(claim), "test", List.of());
    return MissingPrices.of(judge.judge(Cases.article(EVENING), statements, tape), judge).stream()
        .map(one -> one.listing() + " " + one.from())
        .toList();
  }
}
