package io.quotemark.serve.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2025-03-11T18:15:00Z|11 March 2025, 18:15 UTC",
        "2025-02-24T16:55:00+08:00|24 February 2025, 16:55 UTC+8",
        "2025-02-24T16:55+05:30|24 February 2025, 16:55 UTC+5:30",
        "2025-02-24T16:55:00-05:00|24 February 2025, 16:55 UTC−5",
        "2025-02-24|24 February 2025",
        "some day|some day"
      })
  void time_isWrittenAsPeopleDo(String time, String words) {
    assertThat(Times.words(time)).isEqualTo(words);
  }
}
