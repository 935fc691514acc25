package io.quotemark.market.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.claim.Amount;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.claim.Statements;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.ListingContext.MarketValue;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.market.Cases;
import io.quotemark.market.Judge;
import io.quotemark.market.listings.MasterFile;
import io.quotemark.securities.Securities;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Market value from shares that an operator's own file tells: 2,000,000,000 ordinary shares. */
class MarketValuesTest {
  private static final ListingId ORDINARY = ListingId.parse("XHKG:9990");
  private static final ListingId DEPOSITARY = ListingId.parse("XNYS:MADEX");
  private static final LocalDate FRIDAY = LocalDate.parse("2025-02-21");

  private static final Securities MASTER =
      MasterFile.load(
          new StringReader(
              """
              issuer\tticker\tmic\tcurrency\tads_ratio\tunderlying\tshares
              Made Up Holdings\t9990\tXHKG\tHKD\t\t\t2000000000
              Made Up Holdings\tMADEX\tXNYS\tUSD\t8\tXHKG:9990\t
              """));

  /** One euro is 1.00 dollar and 7.80 Hong Kong dollars. */
  private static final Tape TAPE =
      Cases.tape(
          Cases.series(ORDINARY, "2025-02-20 50 50 50 50", "2025-02-21 51 53 50 52"),
          Cases.series(
              ListingId.currencyPair("EUR", "USD"), "2025-02-20 1 1 1 1", "2025-02-21 1 1 1 1"),
          Cases.series(
              ListingId.currencyPair("EUR", "HKD"),
              "2025-02-20 7.8 7.8 7.8 7.8",
              "2025-02-21 7.8 7.8 7.8 7.8"));

  private static Amount money(String value, String currency) {
    return new Amount(
        Cases.span(value),
        Amount.Type.MONEY,
        new BigDecimal(value),
        BigDecimal.ONE,
        currency,
        null,
        null,
        List.of());
  }

  private static MarketValue of(ListingId id, String close, Amount... amounts) {
    return new MarketValues(MASTER, new Rates(TAPE))
        .of(id, new BigDecimal(close), FRIDAY, List.of(amounts))
        .orElseThrow();
  }

  @Test
  void marketValue_ofOrdinaryShares_isPriceTimesShares() {
    MarketValue worth = of(ORDINARY, "52", money("1040000000", "HKD"), money("52", "HKD"));

    assertThat(worth.value()).isEqualByComparingTo("104000000000");
    // a price per share is no part of the company's worth
    assertThat(worth.amounts()).containsExactly(new MarketValue.Part(0, new BigDecimal("1")));
  }

  @Test
  void marketValue_ofDepositaryShares_countsEightOrdinaryOnesEach() {
    // 53.2 / 8 × 2,000,000,000; 1,037.4 million HKD are 133 million USD
    MarketValue worth = of(DEPOSITARY, "53.2", money("1037400000", "HKD"));

    assertThat(worth.value()).isEqualByComparingTo("13300000000");
    assertThat(worth.currency()).isEqualTo("USD");
    assertThat(worth.amounts().getFirst().percent()).isEqualByComparingTo("1");
  }

  @Test
  void marketValue_withoutShares_isNotMadeUp() {
    assertThat(
            new MarketValues(MASTER, new Rates(TAPE))
                .of(ListingId.parse("XNAS:AAPL"), BigDecimal.TEN, FRIDAY, List.of()))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "MARKET_CAP, 104, HKD, VERIFIED",
    "MARKET_CAP, 13.3, USD, VERIFIED",
    "MARKET_CAP, 95, HKD, VERIFIED_LOOSE",
    "MARKET_CAP, 60, HKD, UNVERIFIABLE", // the shares of that day are not known
    "CAP_CHANGE, 4, HKD, VERIFIED" // 52 after 50
  })
  void capClaim_withSharesKnown_isHeldAgainstPriceTimesShares(
      ClaimKind kind, String billions, String currency, Verdict.Outcome outcome) {
    Claim claim =
        Cases.claim(kind, ORDINARY, billions)
            .value(
                new BigDecimal(billions).scaleByPowerOfTen(9),
                Cases.step(billions).scaleByPowerOfTen(9))
            .currency(currency, null)
            .session(new SessionWords.OnDate(FRIDAY))
            .build();
    Statements statements = new Statements(List.of(), List.of(), List.of(claim), "test", List.of());

    assertThat(
            new Judge(Cases.CALENDARS, MASTER, Cases.ACCUSING)
                .judge(Cases.article(Cases.at("2025-02-21T20:00:00+08:00")), statements, TAPE)
                .claims()
                .getFirst()
                .verdict()
                .outcome())
        .isEqualTo(outcome);
  }
}
