package io.quotemark.market.verdicts;

import static io.quotemark.market.verdicts.MadeMarket.EVENING;
import static io.quotemark.market.verdicts.MadeMarket.SHARE;
import static io.quotemark.market.verdicts.MadeMarket.claim;
import static io.quotemark.market.verdicts.MadeMarket.judge;
import static io.quotemark.market.verdicts.MadeMarket.level;
import static io.quotemark.market.verdicts.MadeMarket.move;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.Modality;
import io.quotemark.domain.claim.PartialDate;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.EvidenceNeed;
import io.quotemark.domain.verdict.EvidenceNeed.Field;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Verdict.Outcome;
import io.quotemark.market.Cases;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an undecided claim says that it needs, and that it is decided once it has it. */
class EvidenceNeedTest {
  private static Verdict none(Claim claim) {
    return Cases.judgeOne(EVENING, Tape.EMPTY, claim);
  }

  private static EvidenceNeed need(String from, String to, Field... fields) {
    return new EvidenceNeed(
        SHARE,
        from.isEmpty() ? null : LocalDate.parse(from),
        LocalDate.parse(to),
        java.util.Set.of(fields));
  }

  @Test
  void level_withoutPrices_needsTheSessionsRange() {
    assertThat(none(level("105", null)).needs())
        .containsExactly(need("2025-02-24", "2025-02-24", Field.CLOSE, Field.HIGH, Field.LOW));
    assertThat(none(level("105", PriceField.CLOSE)).needs())
        .containsExactly(need("2025-02-24", "2025-02-24", Field.CLOSE));
  }

  @Test
  void openingPrice_needsTheOpen() {
    assertThat(none(level("107", PriceField.OPEN)).needs())
        .containsExactly(need("2025-02-24", "2025-02-24", Field.CLOSE, Field.OPEN));
  }

  @Test
  void move_withoutPrices_needsTheSessionBeforeToo_overTheWeekend() {
    assertThat(none(move("-2.3", null, null)).needs())
        .containsExactly(need("2025-02-21", "2025-02-24", Field.CLOSE, Field.HIGH, Field.LOW));
  }

  @Test
  void highestSince_needsTheWholeStretch_withItsSplits() {
    Claim claim =
        claim(ClaimKind.EXTREME, "110")
            .direction(Direction.HIGH)
            .since(PartialDate.parse("2021-11"))
            .build();
    assertThat(none(claim).needs())
        .containsExactly(
            need("2021-11-01", "2025-02-24", Field.CLOSE, Field.HIGH, Field.LOW, Field.SPLITS));
    // what is in store is not asked for again
    assertThat(judge(claim).needs())
        .containsExactly(
            need("2021-11-01", "2025-02-13", Field.CLOSE, Field.HIGH, Field.LOW, Field.SPLITS));
  }

  @Test
  void record_needsAllThereIs() {
    Claim claim =
        claim(ClaimKind.EXTREME, "110")
            .direction(Direction.HIGH)
            .window(Window.AllTime.RECORD)
            .build();
    assertThat(none(claim).needs())
        .extracting(EvidenceNeed::from)
        .containsExactly((LocalDate) null);
  }

  @Test
  void periodReturn_needsItsAnchor() {
    Claim claim = claim(ClaimKind.PERIOD_RETURN, "12").window(Window.ToDate.YTD).build();
    assertThat(none(claim).needs())
        .containsExactly(
            need("2024-12-31", "2025-02-24", Field.CLOSE, Field.HIGH, Field.LOW, Field.SPLITS));
  }

  @Test
  void streak_needsAsManySessionsAndTheOneBefore() {
    Claim claim = claim(ClaimKind.STREAK, "3").direction(Direction.UP).build();
    assertThat(none(claim).needs())
        .containsExactly(need("2025-02-18", "2025-02-24", Field.CLOSE, Field.HIGH, Field.LOW));
  }

  @Test
  void comparison_needsTheIndexToo_unlessItIsThere() {
    ListingId index = ListingId.parse("INDEX:GSPC");
    Claim claim =
        Cases.claim(ClaimKind.RELATIVE, SHARE, "outperformed")
            .benchmark(index)
            .direction(Direction.UP)
            .session(new SessionWords.OnDate(LocalDate.parse("2025-02-24")))
            .build();
    assertThat(none(claim).needs()).extracting(EvidenceNeed::listing).containsExactly(SHARE, index);
    assertThat(judge(claim).needs()).extracting(EvidenceNeed::listing).containsExactly(index);
  }

  @Test
  void sessionThatIsNotInYet_isPending_andNeeded() {
    PriceSeries series = Cases.series(SHARE, Arrays.copyOf(MadeMarket.ROWS, 5));
    Tape tape = Cases.tape(Cases.retrieved("2025-02-24T22:00:00Z", series));
    Verdict verdict = Cases.judgeOne(EVENING, tape, level("105", PriceField.CLOSE));
    assertThat(verdict.outcome()).isEqualTo(Outcome.PENDING);
    assertThat(verdict.needs()).containsExactly(need("2025-02-24", "2025-02-24", Field.CLOSE));
  }

  @Test
  void barThatWasTakenTooEarly_isNeededAgain() {
    PriceSeries whole = Cases.series(SHARE, MadeMarket.ROWS);
    PriceSeries early =
        new PriceSeries(
            SHARE,
            "early",
            PriceSeries.Basis.AS_TRADED,
            Instant.parse("2025-02-24T17:00:00Z"),
            whole.bars(),
            List.of(),
            List.of(),
            false);
    Verdict verdict = Cases.judgeOne(EVENING, Cases.tape(early), level("155", PriceField.CLOSE));
    assertThat(verdict.outcome()).isEqualTo(Outcome.PENDING);
    assertThat(verdict.needs()).containsExactly(need("2025-02-21", "2025-02-24", Field.CLOSE));
  }

  @Test
  void closeAlone_thatDoesNotSuffice_asksForTheRange() {
    List<Bar> closes =
        Arrays.stream(MadeMarket.ROWS)
            .map(row -> row.split(" ", -1))
            .map(cells ->
                Bar.of(LocalDate.parse(cells[0]), null, null, null, new BigDecimal(cells[4]), null))
            .toList();
    PriceSeries series =
        new PriceSeries(
            SHARE,
            "closes",
            PriceSeries.Basis.AS_TRADED,
            Instant.parse("2026-01-01T00:00:00Z"),
            closes,
            List.of(),
            List.of(),
            false);
    Verdict verdict = Cases.judgeOne(EVENING, Cases.tape(series), level("109", null));
    assertThat(verdict.outcome()).isEqualTo(Outcome.UNVERIFIABLE);
    assertThat(verdict.needs())
        .containsExactly(need("2025-02-24", "2025-02-24", Field.CLOSE, Field.HIGH, Field.LOW));
  }

  @Test
  void adjustedPrices_askForPricesAsTraded_withSplitsAndDividends() {
    PriceSeries whole = Cases.series(SHARE, MadeMarket.ROWS);
    PriceSeries adjusted =
        new PriceSeries(
            SHARE,
            "adjusted",
            PriceSeries.Basis.STILL_ADJUSTED,
            Instant.parse("2026-01-01T00:00:00Z"),
            whole.bars(),
            List.of(),
            List.of(),
            false);
    Verdict verdict = Cases.judgeOne(EVENING, Cases.tape(adjusted), level("105", PriceField.CLOSE));
    assertThat(verdict.needs())
        .containsExactly(
            need("2025-02-24", "2025-02-24", Field.CLOSE, Field.DIVIDENDS, Field.SPLITS));
  }

  @Test
  void pairOfSums_withoutARate_needsThatOfTheDayBefore() {
    Claim claim =
        Claim.of(ClaimKind.FX_PAIR, Cases.span("150 billion yuan ($20.69 billion)"))
            .id("c1")
            .value(new BigDecimal("150000000000"), new BigDecimal("1000000000"))
            .currency("CNY", null)
            .second(new BigDecimal("20690000000"), new BigDecimal("10000000"), "USD")
            .build();
    assertThat(none(claim).needs())
        .singleElement()
        .satisfies(need -> {
          assertThat(need.listing().isCurrencyPair()).isTrue();
          assertThat(need.to()).isBeforeOrEqualTo("2025-02-24");
        });
  }

  @Test
  void whatNoPricesDecide_needsNone() {
    Claim ambiguous =
        Claim.of(ClaimKind.PRICE_LEVEL, Cases.span("105"))
            .id("c1")
            .value(new BigDecimal("105"), BigDecimal.ONE)
            .session(new SessionWords.OnDate(LocalDate.parse("2025-02-24")))
            .build();
    assertThat(none(ambiguous).needs()).isEmpty();
    assertThat(none(claim(ClaimKind.STREAK, "3").field(PriceField.PRE).build()).needs())
        .as("before hours, and not of one price")
        .isEmpty();
    assertThat(none(claim(ClaimKind.MARKET_CAP, "100").build()).needs())
        .as("the number of shares is not known")
        .isEmpty();
    assertThat(none(claim(ClaimKind.EXTREME, "110").direction(Direction.HIGH).build()).needs())
        .as("how far back is not said")
        .isEmpty();
    assertThat(none(level("105", null).toBuilder().modality(Modality.FORECAST).build()).needs())
        .isEmpty();
  }

  @Test
  void priceOutsideOfTheSession_needsItsMinutes_andTheCloseBefore() {
    LocalDate friday = LocalDate.parse("2025-02-21");
    LocalDate monday = LocalDate.parse("2025-02-24");
    EvidenceNeed minutes = new EvidenceNeed(SHARE, monday, monday, Set.of(Field.MINUTES));

    assertThat(none(level("105", PriceField.PRE)).needs())
        .containsExactly(new EvidenceNeed(SHARE, friday, friday, Set.of(Field.CLOSE)), minutes);
    assertThat(none(level("105", PriceField.POST)).needs())
        .containsExactly(new EvidenceNeed(SHARE, monday, monday, Set.of(Field.CLOSE)), minutes);
  }

  @Test
  void madeUpCompany_needsNothing_thatAnybodyHas() {
    Claim claim =
        Cases.claim(ClaimKind.PRICE_LEVEL, ListingId.parse("XXXX:BRWK"), "105")
            .value(new BigDecimal("105"), BigDecimal.ONE)
            .session(new SessionWords.OnDate(LocalDate.parse("2025-02-24")))
            .build();
    Verdict verdict = none(claim);
    assertThat(verdict.outcome()).isEqualTo(Outcome.UNVERIFIABLE);
    assertThat(verdict.needs()).isEmpty();
  }

  @Test
  void decidedClaims_needNothing() {
    assertThat(judge(level("105", null)).needs()).isEmpty();
    assertThat(judge(level("155", PriceField.CLOSE)).needs()).isEmpty();
    assertThat(judge(move("-2.3", null, null)).needs()).isEmpty();
  }

  @Test
  void datesOfNoYear_areBounded() {
    Claim claim =
        claim(ClaimKind.PERIOD_RETURN, "12").window(Window.last(9999, Window.Unit.Y)).build();
    assertThat(none(claim).needs())
        .extracting(EvidenceNeed::from)
        .containsExactly((LocalDate) null);
    Claim later =
        claim(ClaimKind.EXTREME, "110")
            .direction(Direction.HIGH)
            .since(PartialDate.parse("2031-01"))
            .build();
    assertThat(none(later).needs())
        .extracting(EvidenceNeed::to)
        .allMatch(LocalDate.parse("2025-02-24")::equals);
  }
}
