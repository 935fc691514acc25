package io.quotemark.reading.dates;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.PublicationTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        "2025年3月4日 下午4:55 | zh | 2025-03-04T16:55:00Z | OFFSET_INFERRED",
        "北京时间 2025-03-04 16:55 | zh | 2025-03-04T16:55:00+08:00 | DECLARED",
        "2025년 3월 4일 | ko | 2025-03-04 | DATE_ONLY",
        "2025-03-04T16:55:00+08:00 | en | 2025-03-04T16:55:00+08:00 | DECLARED",
        "04.03.2025 | de | 2025-03-04 | DATE_ONLY",
        "04/03/2025 | es | 2025-03-04 | DATE_ONLY",
        "03/04/2025 | en | 2025-03-04 | DATE_ONLY",
        "25/03/2025 | en | 2025-03-25 | DATE_ONLY"
      })
  void first_dateOfALine_isRead(String line, String language, String time, String quality) {
    assertThat(DateFinder.first(line, language))
        .hasValueSatisfying(f -> {
          assertThat(f.time()).hasToString(time);
          assertThat(f.time().quality()).isEqualTo(PublicationTime.Quality.valueOf(quality));
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "31 February 2025 | en",
        "May the fourth | en",
        "revenue of 2025 million | en",
        "call 12.34.5678 | de"
      })
  void first_noDate_isNone(String line, String language) {
    assertThat(DateFinder.first(line, language)).isEmpty();
  }
}
