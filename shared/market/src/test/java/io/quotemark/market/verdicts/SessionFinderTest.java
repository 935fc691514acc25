package io.quotemark.market.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.price.PriceField;
import io.quotemark.market.Cases;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rule 6: words and publication read on the exchange's clock and calendar. */
class SessionFinderTest {
  private static Sessions find(
      String mic, String published, SessionWords words, @Nullable PriceField field) {
    return new SessionFinder(Cases.CALENDARS.of(mic), Publication.of(Cases.at(published)))
        .find(
            Cases.claim(ClaimKind.PRICE_LEVEL, Cases.HONG_KONG, "1")
                .session(words)
                .field(field)
                .build());
  }

  private static LocalDate[] days(String... days) {
    LocalDate[] dates = new LocalDate[days.length];
    for (int i = 0; i < days.length; i++) {
      dates[i] = LocalDate.parse(days[i]);
    }
    return dates;
  }

  @Test
  void date_thatHadNotCome_isNoSession() {
    SessionWords march = new SessionWords.OnDate(LocalDate.parse("2025-03-05"));

    Sessions early = find("XHKG", "2025-02-24T16:55:00+08:00", march, null);
    assertThat(early.plausible()).isEmpty();
    assertThat(early.why()).isEqualTo("2025-03-05 had not come when the article appeared");
    // the evening before in New York is that day in Hong Kong, before its opening and after it
    assertThat(find("XHKG", "2025-03-04T20:00:00-05:00", march, null).plausible())
        .containsExactly(LocalDate.parse("2025-03-04"));
    assertThat(find("XHKG", "2025-03-04T21:00:00-05:00", march, null).plausible())
        .containsExactly(LocalDate.parse("2025-03-05"));
  }

  @Test
  void weekday_saidTheNextDayInNewYork_isTheLastSuchSession() {
    SessionWords friday = new SessionWords.OnWeekday(DayOfWeek.FRIDAY, false);

    assertThat(find("XHKG", "2025-02-23T20:00:00-05:00", friday, null).plausible())
        .containsExactly(days("2025-02-21"));
  }

  @Test
  void weekday_thatWasAHoliday_isAClosedMarket() {
    SessionWords wednesday = new SessionWords.OnWeekday(DayOfWeek.WEDNESDAY, false);
    Sessions sessions = find("XHKG", "2025-01-30T12:00:00+08:00", wednesday, null);

    assertThat(sessions.plausible()).isEmpty();
    assertThat(sessions.closedDay()).isTrue();
    assertThat(sessions.why()).isEqualTo("XHKG did not trade on Wednesday, 2025-01-29");
  }

  @Test
  void weekday_ofACurrencyBeforeTheDaysRate_isTheLastRateBefore() {
    SessionWords friday = new SessionWords.OnWeekday(DayOfWeek.FRIDAY, false);

    // that Friday in Tokyo, hours before the rate is published in Frankfurt, and the next morning
    assertThat(find("FX", "2025-02-21T20:30:00+09:00", friday, null).plausible())
        .containsExactly(days("2025-02-20"));
    assertThat(find("FX", "2025-02-22T08:00:00+09:00", friday, null).plausible())
        .containsExactly(days("2025-02-21"));
  }

  @Test
  void today_acrossTheDateLine_triesBothDays() {
    SessionWords today = new SessionWords.DaysFromPublication(0);

    assertThat(find("XHKG", "2025-02-20T23:00:00-05:00", today, null).plausible())
        .containsExactly(days("2025-02-21", "2025-02-20"));
  }

  @Test
  void yesterday_onAMonday_isFridaysSession() {
    SessionWords yesterday = new SessionWords.DaysFromPublication(-1);

    assertThat(find("XNYS", "2025-02-24T08:00:00-05:00", yesterday, null).plausible())
        .containsExactly(days("2025-02-21"));
  }

  @Test
  void price_inAMonth_isOfNoCertainSession() {
    SessionWords january =
        new SessionWords.Period(LocalDate.parse("2025-01-01"), LocalDate.parse("2025-01-31"));
    Sessions sessions = find("XNYS", "2025-02-24T08:00:00-05:00", january, null);

    assertThat(sessions.plausible()).containsExactly(days("2025-01-31"));
    assertThat(sessions.stated()).isFalse();
  }

  @Test
  void previousSession_afterAHoliday_skipsIt() {
    SessionWords previous = new SessionWords.SessionsFromPublication(-1);

    assertThat(find("XNYS", "2025-02-18T20:00:00-05:00", previous, null).plausible())
        .containsExactly(days("2025-02-14"));
  }

  @Test
  void period_thatEndedOnAWeekend_isItsLastSession() {
    SessionWords week =
        new SessionWords.Period(LocalDate.parse("2025-02-17"), LocalDate.parse("2025-02-23"));

    assertThat(find("XNYS", "2025-02-24T08:00:00-05:00", week, null).plausible())
        .containsExactly(days("2025-02-21"));
  }

  @Test
  void unstated_duringTheSession_isOpenForTheDayButNotForItsClose() {
    String noon = "2025-02-24T11:00:00+08:00";

    assertThat(find("XHKG", noon, SessionWords.Unstated.UNSTATED, null).plausible().getFirst())
        .isEqualTo("2025-02-24");
    assertThat(find("XHKG", noon, SessionWords.Unstated.UNSTATED, PriceField.CLOSE).plausible())
        .doesNotContain(LocalDate.parse("2025-02-24"));
  }

  @Test
  void unstated_afterAHalfDay_isThatDay() {
    assertThat(
            find(
                    "XHKG",
                    "2025-01-28T13:00:00+08:00",
                    SessionWords.Unstated.UNSTATED,
                    PriceField.CLOSE)
                .plausible()
                .getFirst())
        .isEqualTo("2025-01-28");
  }
}
