package io.quotemark.market.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.claim.Statements;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Verdict.Outcome;
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

/**
 * Market value and its change: 2,000 million shares at HK$52 after HK$50 make HK$104,000 million,
 * 4,000 million more. The share of an issuer whose shares nobody counted stands beside it.
 */
class CapCheckTest {
  private static final ListingId ORDINARY = ListingId.parse("XHKG:9990");
  private static final ListingId DEPOSITARY = ListingId.parse("XNYS:MADEX");
  private static final ListingId UNCOUNTED = ListingId.parse("XHKG:9991");
  private static final PublicationTime EVENING = Cases.at("2025-02-21T20:00:00+08:00");

  private static final Securities MASTER =
      MasterFile.load(
          new StringReader(
              """
              issuer\tticker\tmic\tcurrency\tads_ratio\tunderlying\tshares
              Made Up Holdings\t9990\tXHKG\tHKD\t\t\t2000000000
              Made Up Holdings\tMADEX\tXNYS\tUSD\t8\tXHKG:9990\t
              Uncounted Holdings\t9991\tXHKG\tHKD\t\t\t
              """));

  private static Tape tape(String last) {
    return Cases.tape(
        Cases.series(ORDINARY, "2025-02-20 50 50 50 50", last),
        Cases.series(DEPOSITARY, "2025-02-20 50 50 50 50", "2025-02-21 52 52 52 52"),
        Cases.series(UNCOUNTED, "2025-02-20 50 50 50 50", last),
        euro("USD", "1"),
        euro("HKD", "7.8"));
  }

  private static PriceSeries euro(String currency, String rate) {
    String bar = " " + rate + " " + rate + " " + rate + " " + rate;
    return Cases.series(
        ListingId.currencyPair("EUR", currency), "2025-02-20" + bar, "2025-02-21" + bar);
  }

  private static Claim claim(ClaimKind kind, ListingId listing, String millions, String currency) {
    return Cases.claim(kind, listing, millions)
        .value(new BigDecimal(millions).movePointRight(6), BigDecimal.ONE.movePointRight(6))
        .currency(currency, null)
        .session(new SessionWords.OnDate(LocalDate.parse("2025-02-21")))
        .build();
  }

  private static Verdict judge(String last, Claim... claims) {
    Statements statements =
        new Statements(List.of(), List.of(), List.of(claims), "test", List.of());
    return new Judge(Cases.CALENDARS, MASTER, Cases.ACCUSING)
        .judge(Cases.article(EVENING), statements, tape(last))
        .claims()
        .getFirst()
        .verdict();
  }

  private static Verdict judge(Claim... claims) {
    return judge("2025-02-21 51 53 50 52", claims);
  }

  @ParameterizedTest
  @CsvSource({
    "104000, HKD, VERIFIED",
    "109200, HKD, VERIFIED", // five in a hundred more
    "109300, HKD, VERIFIED_LOOSE",
    "98800, HKD, VERIFIED",
    "98700, HKD, VERIFIED_LOOSE",
    "119600, HKD, VERIFIED_LOOSE", // fifteen in a hundred more
    "119700, HKD, UNVERIFIABLE",
    "13333, USD, VERIFIED",
    "104000, USD, UNVERIFIABLE"
  })
  void marketCap_isHeldAgainstPriceTimesShares_andNeverContradicted(
      String millions, String currency, Outcome outcome) {
    assertThat(judge(claim(ClaimKind.MARKET_CAP, ORDINARY, millions, currency)).outcome())
        .isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"13000, USD, VERIFIED", "101400, HKD, VERIFIED", "104000, USD, UNVERIFIABLE"})
  void marketCap_ofDepositaryShares_countsEightOrdinaryOnesEach(
      String millions, String currency, Outcome outcome) {
    assertThat(judge(claim(ClaimKind.MARKET_CAP, DEPOSITARY, millions, currency)).outcome())
        .isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "4000, HKD, VERIFIED",
    "4200, HKD, VERIFIED",
    "4300, HKD, VERIFIED_LOOSE",
    "5000, HKD, UNVERIFIABLE",
    "513, USD, VERIFIED"
  })
  void capChange_isHeldAgainstTheMoveTimesShares(
      String millions, String currency, Outcome outcome) {
    assertThat(judge(claim(ClaimKind.CAP_CHANGE, ORDINARY, millions, currency)).outcome())
        .isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"40, VERIFIED", "45, VERIFIED_LOOSE", "52, UNVERIFIABLE"})
  void capChange_withoutAShareCount_isHeldAgainstTheValueBesideIt(
      String millions, Outcome outcome) {
    Claim change = claim(ClaimKind.CAP_CHANGE, UNCOUNTED, millions, "HKD");
    Claim value = claim(ClaimKind.MARKET_CAP, UNCOUNTED, "1040", "HKD");

    assertThat(judge(change, value).outcome()).isEqualTo(outcome);
  }

  @Test
  void capChange_ofAShareThatDidNotMove_isUnverifiable() {
    Claim change = claim(ClaimKind.CAP_CHANGE, UNCOUNTED, "40", "HKD");
    Claim value = claim(ClaimKind.MARKET_CAP, UNCOUNTED, "1040", "HKD");

    assertThat(judge("2025-02-21 50 50 50 50", change, value).outcome())
        .isEqualTo(Outcome.UNVERIFIABLE);
  }

  @Test
  void capChange_withoutShareCountAndValue_saysWhatIsNotKnown() {
    Verdict verdict = judge(claim(ClaimKind.CAP_CHANGE, UNCOUNTED, "40", "HKD"));

    assertThat(verdict.reasons()).anyMatch(reason -> reason.contains("XHKG:9991 shares"));
  }
}
