package io.quotemark.market.verdicts;

import static io.quotemark.market.verdicts.MadeMarket.EVENING;
import static io.quotemark.market.verdicts.MadeMarket.SHARE;
import static io.quotemark.market.verdicts.MadeMarket.claim;
import static io.quotemark.market.verdicts.MadeMarket.level;
import static io.quotemark.market.verdicts.MadeMarket.move;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.PriceSeries.Basis;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Verdict.Outcome;
import io.quotemark.market.Cases;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Bars that lack prices, and prices adjusted for dividends nobody knows: they bear out what they
 * can, and are held against a claim only where what is there suffices.
 */
class GapsTest {
  private static final PriceSeries WHOLE = MadeMarket.tape().series(SHARE).orElseThrow();

  private static Tape of(List<Bar> bars, Basis basis) {
    return new Tape(
        List.of(
            new PriceSeries(
                SHARE,
                WHOLE.source(),
                basis,
                WHOLE.retrievedAt(),
                bars,
                List.of(),
                List.of(),
                false)));
  }

  /** Closes alone. */
  private static Tape closes() {
    return of(
        WHOLE.bars().stream()
            .map(b -> Bar.of(b.session(), null, null, null, b.close(), null))
            .toList(),
        Basis.AS_TRADED);
  }

  /** All but the opens, as the exchange of Hong Kong publishes. */
  private static Tape withoutOpens() {
    return of(
        WHOLE.bars().stream()
            .map(b -> Bar.of(b.session(), null, b.high(), b.low(), b.close(), b.volume()))
            .toList(),
        Basis.AS_TRADED);
  }

  private static Tape adjusted() {
    return of(WHOLE.bars(), Basis.STILL_ADJUSTED);
  }

  private static Outcome judged(Tape tape, Claim claim) {
    return Cases.judgeOne(EVENING, tape, claim).outcome();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "105.00, CLOSE, VERIFIED",
        "105.00, -, VERIFIED",
        "99.00, CLOSE, CONTRADICTED", // the close is known, and was another
        "105.30, CLOSE, VERIFIED_LOOSE", // a venue may have closed there
        "99.00, -, UNVERIFIABLE", // the session may have shown it
        "110.00, HIGH, UNVERIFIABLE",
        "105.00, HIGH, UNVERIFIABLE", // the close stands in for the high, and proves nothing
        "104.00, LOW, UNVERIFIABLE",
        "105.00, OPEN, UNVERIFIABLE",
        "98.00, OPEN, UNVERIFIABLE"
      })
  void level_onClosesAlone(String printed, PriceField field, Outcome outcome) {
    assertThat(judged(closes(), level(printed, field))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-2.33, -, VERIFIED",
        "-2.33, CLOSE, VERIFIED",
        "-4.50, CLOSE, CONTRADICTED",
        "-4.50, -, UNVERIFIABLE", // some moment of the session may show it
        "-0.47, OPEN, UNVERIFIABLE"
      })
  void move_onClosesAlone(String printed, PriceField field, Outcome outcome) {
    assertThat(judged(closes(), move(printed, field, null))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "110.00, HIGH, VERIFIED",
        "111.00, HIGH, CONTRADICTED",
        "108.00, -, VERIFIED_LOOSE",
        "112.00, -, CONTRADICTED",
        "107.00, OPEN, UNVERIFIABLE",
        "106.00, OPEN, UNVERIFIABLE"
      })
  void level_withoutOpens(String printed, PriceField field, Outcome outcome) {
    assertThat(judged(withoutOpens(), level(printed, field))).isEqualTo(outcome);
  }

  @Test
  void reason_namesWhatIsMissing() {
    Verdict verdict = Cases.judgeOne(EVENING, closes(), level("110.00", PriceField.HIGH));

    assertThat(verdict.reasons().getFirst()).contains("has no high of XNAS:MADE for 2025-02-24");
  }

  @Test
  void peakAndExtreme_needRanges() {
    Claim peak = claim(ClaimKind.PEAK_MOVE_PCT, "2.33").build();

    assertThat(judged(closes(), peak)).isEqualTo(Outcome.UNVERIFIABLE);
    assertThat(judged(MadeMarket.tape(), peak)).isNotEqualTo(Outcome.UNVERIFIABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "-2.33, VERIFIED", // the move of the day
    "-4.50, UNVERIFIABLE", // a dividend may have been paid
    "-24.5, CONTRADICTED", // no dividend is so large
    "31.0, CONTRADICTED"
  })
  void move_onPricesStillAdjusted(String printed, Outcome outcome) {
    assertThat(judged(adjusted(), move(printed, PriceField.CLOSE, null))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"105.00, CLOSE", "105.00, -", "99.00, CLOSE", "110.00, HIGH"})
  void level_onPricesStillAdjusted_isNeverDecided(String printed, PriceField field) {
    Verdict verdict = Cases.judgeOne(EVENING, adjusted(), level(printed, field));

    assertThat(verdict.outcome()).isEqualTo(Outcome.UNVERIFIABLE);
    assertThat(verdict.reasons().getFirst()).contains("adjusted for dividends");
  }

  @Test
  void pricesAsTraded_beforeThoseStillAdjusted_whichContradictNobody() {
    PriceSeries lower =
        new PriceSeries(
            SHARE,
            "other (adjusted)",
            Basis.STILL_ADJUSTED,
            WHOLE.retrievedAt(),
            WHOLE.bars().stream()
                .map(b -> Bar.flat(b.session(), b.close().subtract(BigDecimal.TEN)))
                .toList(),
            List.of(),
            List.of(),
            false);
    Tape both = new Tape(List.of(lower, WHOLE));

    assertThat(judged(both, level("105.00", PriceField.CLOSE))).isEqualTo(Outcome.VERIFIED);
    assertThat(judged(both, level("99.00", PriceField.CLOSE))).isEqualTo(Outcome.CONTRADICTED);
  }
}
