package io.quotemark.market.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.claim.Window;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.calendar.TradingCalendar;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodsTest {
  private static final Calendars CALENDARS = Calendars.load();

  @ParameterizedTest
  @CsvSource({
    "1W, 2025-03-03",
    "2W, 2025-02-24",
    "1M, 2025-02-10",
    "3M, 2024-12-10",
    "1Y, 2024-03-10",
  })
  void before_isTheLengthOfAPeriodEarlier(String over, String day) {
    Window window =
        new Window.Last(
            Integer.parseInt(over.substring(0, 1)), Window.Unit.valueOf(over.substring(1)));
    assertThat(Periods.before(LocalDate.parse("2025-03-10"), window)).isEqualTo(day);
  }

  @Test
  void before_ofAStretchToDate_isItsWholeLengthEarlier() {
    LocalDate day = LocalDate.parse("2025-03-10");
    assertThat(Periods.before(day, Window.ToDate.WTD)).isEqualTo("2025-03-03");
    assertThat(Periods.before(day, Window.ToDate.MTD)).isEqualTo("2025-02-10");
    assertThat(Periods.before(day, Window.ToDate.QTD)).isEqualTo("2024-12-10");
    assertThat(Periods.before(day, Window.ToDate.YTD)).isEqualTo("2024-03-10");
    assertThat(Periods.before(day, new Window.CalendarYear(2011))).isEqualTo("2024-03-10");
  }

  @ParameterizedTest
  @ValueSource(strings = {"XNYS", "XLON", "XHKG", "XSHG", "XTKS", "XTAI", "XKRX", "XNSE", "BVMF"})
  void before_ofSomeSessions_isNoLessThanThese_acrossTheLongestHolidays(String mic) {
    TradingCalendar calendar = CALENDARS.of(mic);
    List<LocalDate> sessions =
        calendar.first().datesUntil(calendar.last()).filter(calendar::isSession).toList();
    assertThat(sessions).hasSizeGreaterThan(1000);
    for (int count = 1; count <= 10; count++) {
      Window over = new Window.Last(count, Window.Unit.D);
      for (int i = count; i < sessions.size(); i++) {
        assertThat(Periods.before(sessions.get(i), over))
            .isBeforeOrEqualTo(sessions.get(i - count));
      }
    }
  }
}
