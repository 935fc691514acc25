package io.quotemark.domain.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "52w",
        "5m",
        "3y",
        "2d",
        "ytd",
        "mtd",
        "record",
        "2011",
        "since:2010-01",
        "since:ipo"
      })
  void parse_everyFormOfTheContract_printsBackTheSame(String text) {
    assertThat(Window.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0d", "52", "since:", "since:2010-13", "5q", "year"})
  void parse_anythingElse_isRefused(String text) {
    assertThatThrownBy(() -> Window.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
