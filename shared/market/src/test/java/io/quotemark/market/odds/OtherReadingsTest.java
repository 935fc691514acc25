package io.quotemark.market.odds;

import static io.quotemark.market.odds.MadeHistory.SHARE;
import static io.quotemark.market.odds.MadeHistory.back;
import static io.quotemark.market.odds.MadeHistory.change;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.SourceKind;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimBuilder;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.Hedge;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.market.Cases;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Every kind of reading is met by a figure made for it, and by none a little more than the printed
 * precision away.
 */
class OtherReadingsTest {
  private static final ListingId SISTER = ListingId.parse("XLON:MADE");
  private static final ListingId INDEX = ListingId.index("GSPC");
  private static final BigDecimal OFF = new BigDecimal("0.02");

  private static final List<Bar> BARS = MadeHistory.bars(SHARE, 3, 50);
  private static final List<Bar> SISTERS = MadeHistory.bars(SHARE, 11, 7);
  private static final List<Bar> POINTS = MadeHistory.bars(SHARE, 4, 4000);
  private static final Bar HERE = back(BARS, 0);
  private static final PriceSeries.Dividend DIVIDEND =
      new PriceSeries.Dividend(MadeHistory.DAY, new BigDecimal("3"), "USD");
  private static final Tape TAPE =
      Cases.tape(
          MadeHistory.series(SHARE, BARS, DIVIDEND),
          MadeHistory.series(SISTER, SISTERS),
          MadeHistory.series(INDEX, POINTS));

  /** The signs that one claim bears; fails where it did not fail. */
  private static List<String> signs(Claim claim) {
    return signs(claim, TAPE);
  }

  private static List<String> signs(Claim claim, Tape tape) {
    List<String> seen = new ArrayList<>();
    Weighing weighing =
        new Weighing(new Scorecard(Map.of("base", 3.0)), (failed, signs) -> seen.addAll(signs));
    MadeHistory.judge(weighing, MadeHistory.LATER, SourceKind.NEWS, tape, claim);
    assertThat(seen).as("the claim failed").contains("kind:" + lower(claim.kind()));
    return seen;
  }

  private static String lower(ClaimKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> others(Claim claim) {
    return signs(claim).stream().filter(sign -> sign.startsWith("other:")).toList();
  }

  private static void meets(String kind, ClaimKind as, BigDecimal figure) {
    meets(kind, as, figure, claim -> claim.field(PriceField.CLOSE));
  }

  private static void meets(
      String kind, ClaimKind as, BigDecimal figure, UnaryOperator<ClaimBuilder> worded) {
    assertThat(others(worded.apply(MadeHistory.claim(as, figure)).build()))
        .as("%s %s", as, figure)
        .anyMatch(sign -> sign.startsWith("other:" + kind + ":"));
    for (BigDecimal off : List.of(figure.add(OFF), figure.subtract(OFF))) {
      assertThat(others(worded.apply(MadeHistory.claim(as, off)).build()))
          .as("%s %s", as, off)
          .noneMatch(sign -> sign.startsWith("other:" + kind + ":"));
    }
  }

  @Test
  void anotherPriceOfTheSession_isMetByLevelAndMove() {
    BigDecimal before = back(BARS, 1).close();
    meets("field", ClaimKind.PRICE_LEVEL, HERE.high(), claim -> claim.field(PriceField.OPEN));
    meets("field", ClaimKind.MOVE_PCT, change(before, HERE.low()));
  }

  @Test
  void openToClose_isAnotherMoveOfTheSession() {
    meets("field", ClaimKind.MOVE_PCT, change(HERE.open(), HERE.close()));
  }

  @Test
  void sessionAfter_isTheNextOne() {
    Bar next = back(BARS, -1);
    assertThat(next.session()).isAfter(HERE.session());
    meets("next_session", ClaimKind.MOVE_PCT, change(HERE.close(), next.close()));
  }

  @Test
  void sessionBefore_isTheNextOneToo() {
    meets("next_session", ClaimKind.MOVE_PCT, change(back(BARS, 2).close(), back(BARS, 1).close()));
  }

  @Test
  void sessionUpToSixBefore_isAnEarlierOne() {
    for (int n = 2; n <= 6; n++) {
      meets(
          "earlier_session",
          ClaimKind.MOVE_PCT,
          change(back(BARS, n + 1).close(), back(BARS, n).close()));
    }
    assertThat(
            others(
                MadeHistory.claim(
                        ClaimKind.MOVE_PCT, change(back(BARS, 8).close(), back(BARS, 7).close()))
                    .field(PriceField.CLOSE)
                    .build()))
        .noneMatch(sign -> sign.startsWith("other:earlier_session"));
  }

  @Test
  void changeOverTwoToSixSessions_isOneOfDays() {
    for (int n = 2; n <= 6; n++) {
      meets("days", ClaimKind.MOVE_PCT, change(back(BARS, n).close(), HERE.close()));
    }
  }

  @Test
  void changeSinceTheLastFriday_isOneOfTheWeek() {
    assertThat(back(BARS, 3).session()).isEqualTo("2025-02-14");
    meets("week", ClaimKind.MOVE_PCT, change(back(BARS, 3).close(), HERE.close()));
    meets("week", ClaimKind.MOVE_ABS, HERE.close().subtract(back(BARS, 3).close()));
  }

  @Test
  void changeSinceTheLastMonth_isOneOfTheMonth() {
    int sessions = 13;
    assertThat(back(BARS, sessions).session()).isEqualTo("2025-01-31");
    meets("month", ClaimKind.MOVE_PCT, change(back(BARS, sessions).close(), HERE.close()));
    meets("month", ClaimKind.MOVE_PCT, change(back(BARS, 21).close(), HERE.close()));
  }

  @Test
  void changeOverAQuarterAndMore_isALongerOne() {
    for (int n : new int[] {63, 126, 252}) {
      meets("longer", ClaimKind.MOVE_PCT, change(back(BARS, n).close(), HERE.close()));
    }
    Bar yearEnd = BARS.stream().filter(bar -> bar.session().getYear() == 2024).toList().getLast();
    meets("longer", ClaimKind.MOVE_PCT, change(yearEnd.close(), HERE.close()));
  }

  @Test
  void changeFromTheHighOrLowOfAYear_isOneFromAnExtreme() {
    List<Bar> year = BARS.subList(BARS.size() - 2 - 252, BARS.size() - 1);
    BigDecimal high = year.stream().map(Bar::high).max(BigDecimal::compareTo).orElseThrow();
    BigDecimal low = year.stream().map(Bar::low).min(BigDecimal::compareTo).orElseThrow();
    meets("from_extreme", ClaimKind.MOVE_PCT, change(high, HERE.close()));
    meets("from_extreme", ClaimKind.MOVE_PCT, change(low, HERE.close()));
  }

  @Test
  void highOfTheYear_thatIsTheHighOf52WeeksToo_isMetOnce() {
    Bar bar = back(BARS, 10);
    BigDecimal high = bar.high().multiply(BigDecimal.valueOf(4));
    List<Bar> bars = new ArrayList<>(BARS);
    bars.set(
        BARS.indexOf(bar),
        new Bar(bar.session(), bar.open(), high, bar.low(), bar.close(), bar.volume()));
    Claim claim =
        MadeHistory.claim(ClaimKind.MOVE_PCT, change(high, HERE.close()))
            .field(PriceField.CLOSE)
            .build();

    assertThat(signs(claim, Cases.tape(MadeHistory.series(SHARE, bars))))
        .contains("other:from_extreme:rare");
  }

  @Test
  void priceOfTheHundredth_isASlip_andNoOtherReading() {
    Claim claim =
        MadeHistory.claim(ClaimKind.PRICE_LEVEL, HERE.close().movePointRight(2).setScale(2))
            .field(PriceField.CLOSE)
            .build();

    assertThat(signs(claim)).contains("shape:scale");
    assertThat(others(claim)).isEmpty();
  }

  @Test
  void changeWithoutTheDividend_isExDividend() {
    BigDecimal reference = back(BARS, 1).close().subtract(DIVIDEND.amount());
    meets("ex_dividend", ClaimKind.MOVE_PCT, change(reference, HERE.close()));
  }

  @Test
  void listingThatTheSentenceRejected_isOneOfTheSentence() {
    meets(
        "sentence",
        ClaimKind.MOVE_PCT,
        change(back(SISTERS, 1).close(), back(SISTERS, 0).close()),
        claim -> claim.field(PriceField.CLOSE).listing(MadeHistory.choice(SHARE, SISTER, "test")));
  }

  @Test
  void broadIndex_isOneOfTheArticle() {
    meets("article", ClaimKind.MOVE_PCT, change(back(POINTS, 1).close(), back(POINTS, 0).close()));
  }

  @Test
  void printedPrecision_tellsARareReadingFromAnEasyOne() {
    BigDecimal week = change(back(BARS, 3).close(), HERE.close());
    BigDecimal coarse = week.setScale(0, RoundingMode.HALF_EVEN);

    assertThat(others(MadeHistory.claim(ClaimKind.MOVE_PCT, week).field(PriceField.CLOSE).build()))
        .contains("other:week:rare");
    assertThat(
            others(MadeHistory.claim(ClaimKind.MOVE_PCT, coarse).field(PriceField.CLOSE).build()))
        .contains("other:days:easy")
        .noneMatch(sign -> sign.equals("other:days:rare"));
  }

  @Test
  void priceInsideAnEarlierRange_isEasy() {
    Bar bar = back(BARS, 4);
    BigDecimal within = bar.low().add(bar.high()).divide(BigDecimal.TWO, 2, RoundingMode.HALF_EVEN);
    assertThat(
            others(
                MadeHistory.claim(ClaimKind.PRICE_LEVEL, within).field(PriceField.CLOSE).build()))
        .contains("other:earlier_session:easy");
  }

  @Test
  void hedgedFigure_meetsWithinAWholeStep() {
    BigDecimal start = back(BARS, 3).close();
    BigDecimal week =
        HERE.close()
            .subtract(start)
            .multiply(BigDecimal.valueOf(100))
            .divide(start, 6, RoundingMode.HALF_EVEN);
    BigDecimal almost = week.add(new BigDecimal("0.008"));
    ClaimBuilder plain =
        MadeHistory.claim(ClaimKind.MOVE_PCT, week)
            .value(almost, new BigDecimal("0.01"))
            .field(PriceField.CLOSE);

    assertThat(others(plain.build())).noneMatch(sign -> sign.startsWith("other:week"));
    assertThat(others(plain.hedge(Hedge.ABOUT).build()))
        .anyMatch(sign -> sign.startsWith("other:week"));
  }

  @Test
  void claimWithoutAFigure_hasNoOtherReading() {
    Claim claim =
        MadeHistory.claim(ClaimKind.STREAK, BigDecimal.TEN)
            .direction(Direction.UP)
            .window(Window.parse("9d"))
            .build();
    assertThat(signs(claim)).noneMatch(sign -> sign.startsWith("other:"));
  }
}
