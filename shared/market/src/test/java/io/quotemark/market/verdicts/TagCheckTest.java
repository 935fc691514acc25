package io.quotemark.market.verdicts;

import static io.quotemark.market.verdicts.MadeMarket.EVENING;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Verdict.Outcome;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import io.quotemark.market.Cases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "Alibaba (NYSE: BABA)" against a master that has XNYS:BABA, XHKG:9988 and others' XNAS:MADE. */
class TagCheckTest {
  private static Verdict judge(ListingId own, String said) {
    Claim claim =
        Cases.claim(ClaimKind.LISTING_TAG, own, "(" + said + ")")
            .tagged(ListingId.parse(said))
            .build();
    return Cases.judgeOne(EVENING, Tape.EMPTY, claim);
  }

  @ParameterizedTest
  @CsvSource({"XNYS:BABA, XNYS:BABA", "XHKG:9988, XNYS:BABA", "XNYS:BABA, XHKG:9988"})
  void tag_thatTheCompanyBears_isVerified(String own, String said) {
    Verdict verdict = judge(ListingId.parse(own), said);
    assertThat(verdict.outcome()).isEqualTo(Outcome.VERIFIED);
    assertThat(verdict.reasons()).containsExactly(said + " is Alibaba Group Holding Limited");
  }

  @ParameterizedTest
  @CsvSource({
    "XNAS:BABA, XNYS:BABA, 'the securities master has it as XNYS:BABA, not as XNAS:BABA; companies change exchanges'",
    "XLON:ALI, , XLON:ALI is not in the securities master"
  })
  void tag_thatNobodyBears_isLeftOpen_sinceCompaniesMove(
      String said, String repair, String reason) {
    Verdict verdict = judge(Cases.NEW_YORK, said);
    assertThat(verdict.code()).isEqualTo(Unverifiable.LISTING_AMBIGUOUS);
    assertThat(verdict.reasons()).containsExactly(reason);
    assertThat(verdict.repair()).isEqualTo(repair);
  }

  @ParameterizedTest
  @CsvSource({"XNAS:MADE, Made Up Inc", "XLON:MADE, Made Up plc"})
  void tag_thatAnotherCompanyBears_isDoubtful_neverContradicted(String said, String bearer) {
    Verdict verdict = judge(Cases.NEW_YORK, said);
    assertThat(verdict.outcome()).isEqualTo(Outcome.DOUBTFUL);
    assertThat(verdict.reasons())
        .containsExactly(said + " is " + bearer + ", not Alibaba Group Holding Limited");
    assertThat(verdict.repair()).isEqualTo("XNYS:BABA");
  }
}
