package io.quotemark.market.verdicts;

import static io.quotemark.market.verdicts.MadeMarket.SHARE;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Verdict.Outcome;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import io.quotemark.market.Cases;
import io.quotemark.market.calendar.TradingCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Returns from a high or low. The made-up history closes at 100 but for 150 on 18 July 2024, a day
 * that reached 160, and 90 from 3 February 2025 on, after a day at 50 on 3 May 2024.
 */
class PeakReturnTest {
  private static final LocalDate FIRST = LocalDate.parse("2024-01-02");
  private static final LocalDate END = LocalDate.parse("2025-02-26");

  private static Bar bar(LocalDate day) {
    String close =
        switch (day.toString()) {
          case "2024-05-03" -> "50";
          case "2024-07-18" -> "150";
          default -> day.isBefore(LocalDate.parse("2025-02-03")) ? "100" : "90";
        };
    BigDecimal price = new BigDecimal(close);
    BigDecimal high = close.equals("150") ? new BigDecimal("160") : price;
    return new Bar(day, price, high, price, price, 1000L);
  }

  private static Verdict judge(String value, String window) {
    TradingCalendar calendar = Cases.CALENDARS.of(SHARE);
    List<Bar> bars = new ArrayList<>();
    for (LocalDate day = FIRST; !day.isAfter(END); day = calendar.next(day)) {
      bars.add(bar(day));
    }
    PriceSeries empty = Cases.series(SHARE);
    PriceSeries series =
        new PriceSeries(
            SHARE,
            "test",
            empty.delivered(),
            empty.retrievedAt(),
            bars,
            List.of(),
            List.of(),
            false);
    BigDecimal figure = new BigDecimal(value);
    Claim claim =
        Cases.claim(ClaimKind.PERIOD_RETURN, SHARE, "a return from its high")
            .value(figure, BigDecimal.ONE)
            .direction(figure.signum() < 0 ? Direction.DOWN : Direction.UP)
            .window(Window.parse(window))
            .session(new SessionWords.OnDate(END))
            .build();
    return Cases.judgeOne(Cases.at("2025-02-26T22:30:00Z"), Cases.tape(series), claim);
  }

  @ParameterizedTest
  @CsvSource({
    "-40, from:high:52w, VERIFIED", // 90 of 150
    "-44, from:high:52w, VERIFIED", // 90 of 160
    "-44, from:closing-high:52w, CONTRADICTED",
    "-40, from:closing-high:2024-07, VERIFIED",
    "-25, from:high:2024-07, CONTRADICTED",
    "80, from:low:2024-05, VERIFIED", // 90 of 50
    "80, from:low:2024, VERIFIED",
    "0, from:low:ytd, VERIFIED",
    "-10, from:high:ytd, VERIFIED",
    "-40, from:high:record, VERIFIED",
    "-10, from:high:record, CONTRADICTED" // an older and higher one would be further away
  })
  void measuresFromTheCloseAndThePriceAtTheExtreme(String value, String window, Outcome outcome) {
    assertThat(judge(value, window).outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "-70, from:high:record", // before the history there may have been more
    "-70, from:high:2y",
    "-70, from:high:2022"
  })
  void saysThatTheHistoryIsTooShort(String value, String window) {
    assertThat(judge(value, window).code()).isEqualTo(Unverifiable.HISTORY_TOO_SHORT);
  }

  @Test
  void namesThePriceItMeasuresFrom() {
    assertThat(judge("-44", "from:high:52w").reasons().getFirst())
        .isEqualTo("close 90.00 of 2025-02-26 against the high 160.00 of 2024-07-18 is −43.75 %");
  }

  @ParameterizedTest
  @CsvSource({"from:high:52w", "from:closing-low:2009-03", "from:low:record", "from:high:2011"})
  void isWrittenAsItIsRead(String window) {
    assertThat(Window.parse(window)).hasToString(window);
  }
}
