package io.quotemark.market.prices;

import static io.quotemark.market.prices.StatedFile.kept;
import static io.quotemark.market.prices.StatedFile.parse;
import static io.quotemark.market.prices.StatedFile.series;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.fixtures.Walk;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.prices.RowProblem.Effect;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bars of another unit among those of one; crashes, splits and penny stocks beside them. */
class UnitLevelsTest {
  private static final int BARS = 100;
  private static final List<LocalDate> SESSIONS =
      Walk.sessions(
              LocalDate.of(2024, 1, 2),
              LocalDate.of(2024, 12, 31),
              Calendars.load().of("XNYS")::isSession)
          .subList(0, BARS);

  /** A walk around a level, each bar times what the test says. */
  private static String rows(double level, IntToDoubleFunction times) {
    List<Bar> walk =
        Walk.from(level).steps(0, .02, .01).tick("0.000001").bars(SESSIONS, new Random(7));
    return PriceWalk.csv(
        IntStream.range(0, BARS)
            .mapToObj(i -> times(walk.get(i), BigDecimal.valueOf(times.applyAsDouble(i))))
            .toList());
  }

  private static Bar times(Bar bar, BigDecimal by) {
    MathContext printed = new MathContext(5, RoundingMode.HALF_UP);
    return new Bar(
        bar.session(),
        bar.open().multiply(by, printed),
        bar.high().multiply(by, printed),
        bar.low().multiply(by, printed),
        bar.close().multiply(by, printed),
        null);
  }

  @ParameterizedTest
  @ValueSource(doubles = {100, 0.01, 1000, 0.001, 10, 0.1, 4.3})
  void bar_ofAnotherLevelForADay_isDropped_andNamed(double by) {
    PriceFile file = parse(rows(50, i -> i == 60 ? by : 1));

    assertThat(kept(file)).hasSize(BARS - 1).doesNotContain(SESSIONS.get(60));
    assertThat(file.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.effect()).isEqualTo(Effect.ROW_DROPPED);
          assertThat(problem.line()).isEqualTo(63);
          assertThat(problem.reason())
              .contains("on " + SESSIONS.get(60))
              .contains("of " + SESSIONS.get(59))
              .contains("no split explains it")
              .contains("# level: checked");
        });
  }

  @Test
  void bar_offByAHundredOnADayOfALargeMove_isDropped_asItsLevelReturns() {
    assertThat(kept(parse(rows(50, i -> i == 60 ? 130 : 1)))).hasSize(BARS - 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 98, 99})
  void bar_atTheEdgeOfTheFile_isDropped(int at) {
    assertThat(kept(parse(rows(50, i -> i == at ? 100 : 1))))
        .hasSize(BARS - 1)
        .doesNotContain(SESSIONS.get(at));
  }

  @Test
  void lastDays_inPence_areDropped_eachWithItsLine() {
    PriceFile file = parse(rows(50, i -> i >= 90 ? 100 : 1));

    assertThat(kept(file)).hasSize(90).contains(SESSIONS.get(89));
    assertThat(file.problems()).hasSize(10).allMatch(p -> p.effect() == Effect.ROW_DROPPED);
  }

  @Test
  void half_inPence_isRefused_asNobodyKnowsWhichHalf() {
    for (IntToDoubleFunction half :
        List.<IntToDoubleFunction>of(i -> i < 50 ? 100 : 1, i -> i * 7919 % 2 == 0 ? 0.01 : 1)) {
      PriceFile file = parse(rows(50, half));

      assertThat(file.series()).isEmpty();
      assertThat(file.problems())
          .anySatisfy(problem -> {
            assertThat(problem.effect()).isEqualTo(Effect.REFUSED);
            assertThat(problem.reason()).contains("50 of 100 bars").contains("no split explains");
          });
    }
  }

  @Test
  void fieldOfABar_inPence_dropsTheBar() {
    PriceFile file =
        parse(
            "date,open,high,low,close\n2024-01-02,5.1,5.2,5.0,5.1\n2024-01-03,5.1,520,5.0,5.1\n",
            "2024-01-04,5.1,5.2,0.05,5.1\n2024-01-05,5.1,5.2,5.0,5.1\n");

    assertThat(kept(file)).containsExactly(LocalDate.of(2024, 1, 2), LocalDate.of(2024, 1, 5));
    assertThat(file.problems())
        .extracting(RowProblem::reason)
        .contains(
            "high 520 and close 5.1 are in different units, as pence and pounds are; correct the row",
            "low 0.05 and close 5.1 are in different units, as pence and pounds are; correct the row");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.05, 0.02, 0.2, 9.7, 30, 55})
  void crashOrJump_thatStays_isKept(double by) {
    PriceFile file = parse(rows(50, i -> i >= 60 ? by : 1));

    assertThat(kept(file)).hasSize(BARS);
    assertThat(file.problems()).isEmpty();
  }

  @Test
  void crashOf90Percent_andItsRecoveryOverDays_isKept() {
    double[] path = {0.1, 0.15, 0.2, 0.3, 0.4, 0.55, 0.7, 0.8};

    assertThat(kept(parse(rows(50, i -> i >= 60 && i < 68 ? path[i - 60] : 1)))).hasSize(BARS);
  }

  @Test
  void pennyStock_thatTradesInSteps_isKept() {
    double[] steps = {0.001, 0.005, 0.001, 0.01, 0.001, 0.002};

    assertThat(kept(parse(rows(1, i -> steps[i % 6])))).hasSize(BARS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1:100", "100:1", "1:1000", "120:1"})
  void split_explainsItsLevel(String ratio) {
    String[] parts = ratio.split(":", -1);
    double by = Double.parseDouble(parts[1]) / Double.parseDouble(parts[0]);
    String stated = "# split: " + SESSIONS.get(60) + " " + ratio + "\n";

    PriceFile file = parse(stated, rows(50, i -> i >= 60 ? by : 1));

    assertThat(kept(file)).hasSize(BARS);
    assertThat(file.problems()).isEmpty();
  }

  @Test
  void bar_inPence_besideASplit_isDropped() {
    String stated = "# split: " + SESSIONS.get(60) + " 5:1\n";

    PriceFile file =
        parse(stated, rows(50, i -> (i >= 60 ? 0.2 : 1) * (i == 60 || i == 20 ? 100 : 1)));

    assertThat(kept(file))
        .hasSize(BARS - 2)
        .doesNotContain(SESSIONS.get(20))
        .doesNotContain(SESSIONS.get(60));
  }

  @Test
  void adjustedClose_thatRunsThrough_showsASplit_butNotForADay() {
    String[] lines = rows(50, i -> i >= 60 ? 100 : 1).strip().split("\n", -1);
    String whole = withAdjusted(lines, i -> i >= 60 ? 1 : 100);

    assertThat(kept(parse(whole))).hasSize(BARS);

    String[] spike = rows(50, i -> i == 60 ? 100 : 1).strip().split("\n", -1);
    assertThat(kept(parse(withAdjusted(spike, i -> i == 60 ? 0.01 : 1)))).hasSize(BARS - 1);
  }

  private static String withAdjusted(String[] lines, IntToDoubleFunction times) {
    StringBuilder csv = new StringBuilder(lines[0] + ",adj_close\n");
    for (int i = 1; i < lines.length; i++) {
      double close = Double.parseDouble(lines[i].substring(lines[i].lastIndexOf(',') + 1));
      csv.append(lines[i])
          .append(',')
          .append(String.format(Locale.ROOT, "%.6f", close * times.applyAsDouble(i - 1)))
          .append('\n');
    }
    return csv.toString();
  }

  @Test
  void level_thatItsOperatorHasLookedAt_isKept() {
    PriceFile file = parse("# level: checked\n", rows(50, i -> i == 60 ? 100 : 1));

    assertThat(kept(file)).hasSize(BARS);
    assertThat(file.levelsChecked()).isTrue();
  }

  @Test
  void storedHistory_isANeighbour() {
    PriceSeries pounds = series(parse(rows(50, i -> 1)));
    PriceSeries pence = series(parse(rows(50, i -> 100)));

    assertThat(StoredLevels.refusal(pence, List.of(pounds)))
        .hasValueSatisfying(why ->
            assertThat(why)
                .contains("100 times the stored")
                .contains(pounds.source())
                .contains("# level: checked"));
    assertThat(StoredLevels.refusal(part(pence, 60, 70), List.of(part(pounds, 0, 60)))).isPresent();
    assertThat(StoredLevels.refusal(part(pounds, 0, 40), List.of(part(pence, 60, 90)))).isPresent();
    assertThat(StoredLevels.refusal(part(pounds, 60, 70), List.of(part(pounds, 0, 60)))).isEmpty();
    assertThat(StoredLevels.refusal(pounds, List.of())).isEmpty();
    assertThat(StoredLevels.refusal(pounds, List.of(pence, pounds)))
        .as("a source that is right already speaks for it")
        .isEmpty();
  }

  @Test
  void crashSinceTheStoredHistory_orASplitBetween_isNoOtherUnit() {
    PriceSeries before = part(series(parse(rows(50, i -> 1))), 0, 60);
    PriceSeries crashed = part(series(parse(rows(50, i -> 0.05))), 60, 90);
    PriceSeries split =
        part(
            series(
                parse(
                    "# split: " + SESSIONS.get(60) + " 100:1\n", rows(50, i -> i < 60 ? 1 : 0.01))),
            60,
            90);

    assertThat(StoredLevels.refusal(crashed, List.of(before))).isEmpty();
    assertThat(StoredLevels.refusal(split, List.of(before))).isEmpty();
    assertThat(StoredLevels.refusal(before, List.of(split))).isEmpty();
  }

  private static PriceSeries part(PriceSeries whole, int from, int to) {
    return new PriceSeries(
        whole.listing(),
        whole.source(),
        whole.delivered(),
        whole.retrievedAt(),
        whole.bars().subList(from, to),
        whole.splits(),
        whole.dividends(),
        whole.sample());
  }
}
