package io.quotemark.market.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.ListingContext.SessionState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CalendarsTest {
  private static final Calendars CALENDARS = Calendars.load();
  private static final TradingCalendar HONG_KONG = CALENDARS.of("XHKG");

  private static List<String[]> exchanges() {
    return TableLines.of(Calendars.class, "exchanges.tsv");
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void calendar_walkedFromFirstToLast_hasAsManySessionsAsItsSourceSays(
      String mic, String zone, String week, LocalDate first, LocalDate last, int sessions) {
    TradingCalendar calendar = CALENDARS.of(mic);

    assertThat(calendar.sessionsBetween(first.minusDays(1), last)).isEqualTo(sessions);
    assertThat(calendar.zone().getId()).isEqualTo(zone);
    assertThat(week).hasSize(7);
  }

  @ParameterizedTest
  @CsvSource({
    "XNYS, 2025-01-09, false", // day of mourning
    "XHKG, 2025-01-29, false", // Lunar New Year
    "XHKG, 2025-01-28, true",
    "XNSE, 2024-11-01, false",
    "XTAE, 2024-11-01, false", // a Friday
    "XTAE, 2024-11-03, true", // a Sunday
    "XSHE, 2025-10-01, false"
  })
  void isSession_holidayOrWeekday_followsTheExchange(String mic, LocalDate day, boolean session) {
    assertThat(CALENDARS.of(mic).isSession(day)).isEqualTo(session);
  }

  @ParameterizedTest
  @CsvSource({
    "XHKG, 2025-02-24T01:00:00Z, PRE_OPEN",
    "XHKG, 2025-02-24T01:30:00Z, OPEN",
    "XHKG, 2025-02-24T04:30:00Z, BREAK",
    "XHKG, 2025-02-24T08:00:00Z, CLOSED",
    "XHKG, 2025-02-23T03:00:00Z, HOLIDAY",
    "XHKG, 2025-01-28T04:30:00Z, CLOSED", // closed at noon on the eve of the Lunar New Year
    "XTKS, 2024-11-01T06:15:00Z, CLOSED", // 15:15 under the old hours
    "XTKS, 2024-11-05T06:15:00Z, OPEN", // 15:15 under the new ones
    "XNYS, 2025-07-03T17:00:00Z, CLOSED" // 13:00 on a half day
  })
  void state_moment_isReadOnTheExchangesClock(String mic, Instant moment, SessionState state) {
    assertThat(CALENDARS.of(mic).state(moment)).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "XNYS, 2025-02-24T08:59:00Z, ", // 03:59 in New York
    "XNAS, 2025-02-24T09:00:00Z, PRE",
    "XNYS, 2025-02-24T14:29:00Z, PRE",
    "XNYS, 2025-02-24T14:30:00Z, REGULAR",
    "XNYS, 2025-02-24T20:59:00Z, REGULAR",
    "XNYS, 2025-02-24T21:00:00Z, POST",
    "XNYS, 2025-02-25T01:00:00Z, ", // 20:00
    "XNYS, 2025-07-03T17:00:00Z, POST", // 13:00 on a half day
    "XNYS, 2025-07-03T21:00:00Z, ", // 17:00
    "XNYS, 2025-07-04T15:00:00Z, ", // Independence Day
    "XHKG, 2025-02-24T01:29:00Z, ",
    "XHKG, 2025-02-24T01:30:00Z, REGULAR",
    "XHKG, 2025-02-24T08:00:00Z, "
  })
  void classOf_moment_isThatOfItsHours(String mic, Instant moment, @Nullable SessionClass kind) {
    assertThat(CALENDARS.of(mic).classOf(moment)).isEqualTo(Optional.ofNullable(kind));
  }

  @Test
  void previous_acrossWeekendAndHoliday_skipsThem() {
    assertThat(HONG_KONG.previous(LocalDate.parse("2025-02-24"))).isEqualTo("2025-02-21");
    assertThat(HONG_KONG.previous(LocalDate.parse("2025-02-03"))).isEqualTo("2025-01-28");
    assertThat(HONG_KONG.next(LocalDate.parse("2025-01-28"))).isEqualTo("2025-02-03");
    assertThat(HONG_KONG.plusSessions(LocalDate.parse("2025-02-03"), -2)).isEqualTo("2025-01-27");
  }

  @Test
  void lastOpenedAndClosed_duringTrading_differ() {
    Instant noonInHongKong = Instant.parse("2025-02-24T03:00:00Z");

    assertThat(HONG_KONG.lastOpened(noonInHongKong)).isEqualTo("2025-02-24");
    assertThat(HONG_KONG.lastClosed(noonInHongKong)).isEqualTo("2025-02-21");
  }

  @Test
  void index_sessions_areThoseOfItsHomeMarket() {
    assertThat(CALENDARS.of(ListingId.index("HSI")).mic()).isEqualTo("XHKG");
    assertThat(CALENDARS.of(ListingId.index("SZSC")).mic()).isEqualTo("XSHG");
  }

  @Test
  void calendar_outsideItsRangeOrUnknown_saysThatItDoesNotCover() {
    assertThat(HONG_KONG.covers(LocalDate.parse("2014-12-31"))).isFalse();
    assertThat(HONG_KONG.isSession(LocalDate.parse("2014-12-25"))).isTrue();
    assertThat(CALENDARS.knows(ListingId.parse("ZZZZ:ABC"))).isFalse();
    assertThat(CALENDARS.of("ZZZZ").covers(LocalDate.parse("2025-02-24"))).isFalse();
  }

  @Test
  void closedDay_isKnownOnlyWhereTheCalendarReaches_andNothingTradedAllTheSame() {
    assertThat(HONG_KONG.isKnownClosed(LocalDate.parse("2024-12-25"))).isTrue();
    assertThat(HONG_KONG.isKnownClosed(LocalDate.parse("2024-12-24"))).isFalse();
    assertThat(HONG_KONG.isKnownClosed(LocalDate.parse("2014-12-25"))).isFalse();
    LocalDate diwali = LocalDate.parse("2024-11-01");
    assertThat(CALENDARS.of("XNSE").isSession(diwali)).isFalse();
    assertThat(CALENDARS.of("XNSE").isKnownClosed(diwali)).isFalse();
    assertThat(CALENDARS.of("ZZZZ").isKnownClosed(LocalDate.parse("2025-02-23"))).isFalse();
  }

  @Test
  void sessionsBetween_backwards_isNegative() {
    assertThat(
            HONG_KONG.sessionsBetween(LocalDate.parse("2025-02-24"), LocalDate.parse("2025-02-20")))
        .isEqualTo(-2);
  }
}
