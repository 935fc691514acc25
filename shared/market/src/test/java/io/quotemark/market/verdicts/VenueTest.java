package io.quotemark.market.verdicts;

import static io.quotemark.market.verdicts.MadeMarket.judge;
import static io.quotemark.market.verdicts.MadeMarket.level;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Verdict.Flag;
import io.quotemark.domain.verdict.Verdict.Outcome;
import io.quotemark.domain.verdict.Verdict.Strength;
import io.quotemark.market.Cases;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A close of one venue may differ a little from the bar's: by 0.5 %, an index by 0.35 points. */
class VenueTest {
  private static final ListingId INDEX = ListingId.index("GSPC");
  private static final Tape POINTS =
      Cases.tape(
          Cases.series(
              INDEX, "2025-02-21 4990 5010 4980 5000", "2025-02-24 5000 5050 4999.90 5000"));

  private static void isOfAVenue(Verdict verdict, boolean may) {
    if (may) {
      assertThat(verdict.outcome()).isEqualTo(Outcome.VERIFIED_LOOSE);
      assertThat(verdict.strength()).isEqualTo(Strength.WITHIN_RANGE);
      assertThat(verdict.flags()).contains(Flag.CLOSE_VENUE);
      assertThat(verdict.reasons().getFirst())
          .endsWith("the close of one venue may differ so much");
    } else {
      assertThat(verdict.outcome()).isEqualTo(Outcome.CONTRADICTED);
      assertThat(verdict.flags()).doesNotContain(Flag.CLOSE_VENUE);
    }
  }

  /** The close is 105, the day's range 104 to 110. */
  @ParameterizedTest
  @CsvSource({
    "105.52,true",
    "104.48,true",
    "105.53,false", // more than half a per cent
    "104.47,false",
    "107.80,false"
  })
  void close_withinHalfAPerCent_insideTheRange_isOfAVenue(String printed, boolean may) {
    isOfAVenue(judge(level(printed, PriceField.CLOSE)), may);
  }

  @ParameterizedTest
  @CsvSource({"104.90,true", "104.70,false"})
  void close_outsideTheRange_fails_howeverNear(String printed, boolean may) {
    Tape narrow = Cases.tape(Cases.series(MadeMarket.SHARE, "2025-02-24 105 106 104.80 105"));
    isOfAVenue(Cases.judgeOne(MadeMarket.EVENING, narrow, level(printed, PriceField.CLOSE)), may);
  }

  @ParameterizedTest
  @CsvSource({"5000.34,true", "5000.36,false", "4999.92,true", "4999.80,false", "5010.00,false"})
  void indexClose_withinAThirdOfAPoint_insideTheRange_isOfAVenue(String printed, boolean may) {
    Claim claim = points(ClaimKind.INDEX_LEVEL, printed);
    isOfAVenue(Cases.judgeOne(MadeMarket.EVENING, POINTS, claim), may);
  }

  @ParameterizedTest
  @CsvSource({"0.34,true", "0.36,false", "-0.08,true", "-0.20,false"})
  void moveInPoints_toSuchAClose_isOfAVenue(String printed, boolean may) {
    Claim claim = points(ClaimKind.INDEX_MOVE_PTS, printed);
    isOfAVenue(Cases.judgeOne(MadeMarket.EVENING, POINTS, claim), may);
  }

  /** From 107.50 to 105: a move of −2.50. */
  @ParameterizedTest
  @CsvSource({"-2.00,true", "-3.00,true", "-1.90,false", "-3.10,false", "-3.60,false"})
  void moveInMoney_toSuchAClose_isOfAVenue(String printed, boolean may) {
    Claim claim =
        MadeMarket.claim(ClaimKind.MOVE_ABS, printed)
            .currency("USD", null)
            .field(PriceField.CLOSE)
            .build();
    isOfAVenue(judge(claim), may);
  }

  /**
   * From 107.50 to 105 are −2.33 %: within a venue's reach a move in per cent would say nothing.
   */
  @ParameterizedTest
  @CsvSource({"-2.1", "-2.6"})
  void moveInPerCent_isOfNoVenue(String printed) {
    isOfAVenue(judge(MadeMarket.move(printed, PriceField.CLOSE, null)), false);
  }

  /** The open was 107. */
  @ParameterizedTest
  @CsvSource({"107.10", "106.90", "105.10"})
  void open_isOfNoVenue(String printed) {
    isOfAVenue(judge(level(printed, PriceField.OPEN)), false);
  }

  private static Claim points(ClaimKind kind, String printed) {
    return Cases.claim(kind, INDEX, printed)
        .value(new BigDecimal(printed), Cases.step(printed))
        .field(PriceField.CLOSE)
        .session(new SessionWords.OnDate(LocalDate.parse("2025-02-24")))
        .build();
  }
}
