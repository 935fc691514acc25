package io.quotemark.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times of metadata that no article can have. */
class TimesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "9999-12-31T23:59:59Z",
        "9999-12-31T23:59:59.999999999-18:00",
        "2101-01-01T00:00:00Z",
        "1899-12-31T23:59:59+00:00",
        "0001-01-01T00:00:00Z",
        "0000-01-01T00:00:00+18:00",
        "9999999999",
        "99991231T235959Z",
        "99991231",
        "9999-12-31"
      })
  void timeOutsideOfTheYearsOfPrint_isNone(String text) {
    assertThat(Times.of(text, null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1900-01-01T00:00:00Z", "2100-12-31T23:59:59Z", "2025-02-24T16:55+08:00"})
  void timeWithinThem_isTaken(String text) {
    assertThat(Times.of(text, null)).isNotNull();
  }
}
