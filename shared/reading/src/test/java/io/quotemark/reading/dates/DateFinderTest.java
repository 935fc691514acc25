package io.quotemark.reading.dates;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.PublicationTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateFinderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "martes, 4 de marzo de 2025, 3:05 pm ET4 min de lectura | es | 2025-03-04T15:05:00-05:00 | DECLARED",
        "Published March 4, 2025 at 9:15 a.m. EST | en | 2025-03-04T09:15:00-05:00 | DECLARED",
        "Monday, March 10, 2025, 5:40 pm GMT | en | 2025-03-10T17:40:00Z | DECLARED",
        "July 4, 2025 12:30 pm EDT | en | 2025-07-04T12:30:00-04:00 | DECLARED",
        "4. März 2025, 17:45 Uhr MEZ | de | 2025-03-04T17:45:00+01:00 | DECLARED",
        "le 4 août 2025 à 8:30 CEST | fr | 2025-08-04T08:30:00+02:00 | DECLARED",
        "4 marzo 2025 | it | 2025-03-04 | DATE_ONLY",
        "4 de março de 2025 | pt | 2025-03-04 | DATE_ONLY",
        "2025年3月4日 下午4:55 | zh | 2025-03-04T16:55:00+08:00 | OFFSET_INFERRED",
        "北京时间 2025-03-04 16:55 | zh | 2025-03-04T16:55:00+08:00 | DECLARED",
        "2025년 3월 4일 | ko | 2025-03-04 | DATE_ONLY",
        "2025-03-04T16:55:00+08:00 | en | 2025-03-04T16:55:00+08:00 | DECLARED",
        "04.03.2025 | de | 2025-03-04 | DATE_ONLY",
        "04/03/2025 | es | 2025-03-04 | DATE_ONLY",
        "03/04/2025 | en | 2025-03-04 | DATE_ONLY",
        "25/03/2025 | en | 2025-03-25 | DATE_ONLY",
        "Tue 4 Mar 2025 14:30 GMT | en-GB | 2025-03-04T14:30:00Z | DECLARED",
        "Tue, 4 Mar 2025 09:30:00 -0500 | en | 2025-03-04T09:30:00-05:00 | DECLARED",
        "Updated 9:15 AM ET, Tue March 4, 2025 | en | 2025-03-04T09:15:00-05:00 | DECLARED",
        "PUBLISHED: 10:48, Tue, Mar 4, 2025 | en-GB | 2025-03-04T10:48:00Z | OFFSET_INFERRED",
        "Ottilie MarshMarch 4, 2025, 3 pm ET | en | 2025-03-04T15:00:00-05:00 | DECLARED",
        "03/04/25 11:04 PM EST | en | 2025-03-04T23:04:00-05:00 | DECLARED",
        "04/03/2025 | en-GB | 2025-03-04 | DATE_ONLY",
        "March 4, 2025 4:55 pm (GMT+8) | en | 2025-03-04T16:55:00+08:00 | DECLARED",
        "Stand: 04.03.2025, 17.45 Uhr | de | 2025-03-04T17:45:00+01:00 | OFFSET_INFERRED",
        "Dienstag, 4. März 2025 um 8 Uhr MEZ | de | 2025-03-04T08:00:00+01:00 | DECLARED",
        "08:30 Uhr, 4. Juli 2025 | de | 2025-07-04T08:30:00+02:00 | OFFSET_INFERRED",
        "Publié le 04/03/2025 à 08h30 | fr | 2025-03-04T08:30:00+01:00 | OFFSET_INFERRED",
        "mardi 1er avril 2025 à 8 h 30 | fr | 2025-04-01T08:30:00+02:00 | OFFSET_INFERRED",
        "Martedì 4 marzo 2025 alle ore 9.15 | it | 2025-03-04T09:15:00+01:00 | OFFSET_INFERRED",
        "04/03/2025 às 14h05 | pt-BR | 2025-03-04T14:05:00-03:00 | OFFSET_INFERRED",
        "4 mar. 2025 - 15:05 CET | es | 2025-03-04T15:05:00+01:00 | DECLARED",
        "4 de marzo de 2025 a las 3:05 p. m. | es-MX | 2025-03-04T15:05:00-06:00 | OFFSET_INFERRED",
        "dinsdag 4 maart 2025 om 10.15 uur | nl | 2025-03-04T10:15:00+01:00 | OFFSET_INFERRED",
        "04-03-2025 10:15 | nl | 2025-03-04T10:15:00+01:00 | OFFSET_INFERRED",
        "2025年03月04日16时55分 | zh-Hans | 2025-03-04T16:55:00+08:00 | OFFSET_INFERRED",
        "美东时间2025年3月4日 09:30 | zh-Hans | 2025-03-04T09:30:00-05:00 | DECLARED",
        "2025年3月4日(火) 午後4時55分 | ja | 2025-03-04T16:55:00+09:00 | OFFSET_INFERRED",
        "2025/03/04 16:55 JST | ja | 2025-03-04T16:55:00+09:00 | DECLARED",
        "2025년 3월 4일 오후 4시 55분 | ko | 2025-03-04T16:55:00+09:00 | OFFSET_INFERRED",
        "입력 2025.03.04. 오후 4:55 | ko | 2025-03-04T16:55:00+09:00 | OFFSET_INFERRED",
        "2025-03-04T16:55:00.123+0800 | en | 2025-03-04T16:55:00+08:00 | DECLARED",
        "2025-03-04T16:55:00+45:00 | en | 2025-03-04T16:55:00Z | OFFSET_INFERRED",
        "4 March 2025, 10:00-12:00 | en | 2025-03-04T10:00:00Z | OFFSET_INFERRED"
      })
  void first_dateOfALine_isRead(String line, String language, String time, String quality) {
    assertThat(DateFinder.first(line, language))
        .hasValueSatisfying(f -> {
          assertThat(f.time()).hasToString(time);
          assertThat(f.time().quality()).isEqualTo(PublicationTime.Quality.valueOf(quality));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-03-04T25:00:00Z", "2025-03-04 25:00", "2025-03-04T10:61:00"})
  void first_dayWithATimeThatCannotBe_isNoDate(String line) {
    assertThat(DateFinder.first(line, "en")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-03-04 62.50", "2025-03-04T24:00:00Z", "4 March 2025, 100:1"})
  void first_dayBesideOtherFigures_isADay(String line) {
    assertThat(DateFinder.first(line, "en"))
        .hasValueSatisfying(f -> assertThat(f.time()).hasToString("2025-03-04"));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "en, https://www.news.example.co.uk/a, en-GB",
        "en, https://news.example.in/a?b=1, en-IN",
        "es, https://ejemplo.mx/nota, es-MX",
        "en-US, https://news.example.co.uk/a, en-US",
        "en, https://news.example.com/a, en",
        "en, news.example.co.uk/a, en",
        "en, not an address, en",
        "en, -, en",
        "-, https://news.example.co.uk/a, -"
      })
  void place_ofAPage_isItsHostsCountry_whereTheTagHasNone(
      @Nullable String tag, @Nullable String address, @Nullable String place) {
    assertThat(Places.of(tag, address)).isEqualTo(place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On 4 March 2025 profit 12.30 crowns a share",
        "4 March 2025: 12.5 percent more",
        "4 March 2025, 25:61"
      })
  void first_numberBesideADate_isNoTime(String line) {
    assertThat(DateFinder.first(line, "en-GB").orElseThrow().time()).hasToString("2025-03-04");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "31 February 2025 | en",
        "May the fourth | en",
        "revenue of 2025 million | en",
        "call 12.34.5678 | de",
        "version 1.2.25 of the rules | en",
        "from 12.50 to 13.25 in 2025 | en"
      })
  void first_noDate_isNone(String line, String language) {
    assertThat(DateFinder.first(line, language)).isEmpty();
  }
}
