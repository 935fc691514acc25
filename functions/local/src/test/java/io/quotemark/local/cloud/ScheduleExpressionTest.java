package io.quotemark.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleExpressionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // the close in Hong Kong, a Friday evening there: Monday next
        "cron(30 17 ? * MON-FRI *)|Asia/Hong_Kong|2025-02-21T10:00:00Z|2025-02-24T09:30:00Z",
        // summer time in New York begins on 9 March 2025: the same local time, an hour earlier in
        // UTC
        "cron(30 17 ? * MON-FRI *)|America/New_York|2025-03-07T12:00:00Z|2025-03-07T22:30:00Z",
        "cron(30 17 ? * MON-FRI *)|America/New_York|2025-03-08T12:00:00Z|2025-03-10T21:30:00Z",
        "cron(0/15 * * * ? *)|UTC|2025-01-01T00:15:00Z|2025-01-01T00:30:00Z",
        "cron(0 6 1 JAN,JUL ? *)|UTC|2025-01-01T06:00:00Z|2025-07-01T06:00:00Z",
        "cron(0 0 ? * SAT-SUN *)|UTC|2025-02-24T00:00:00Z|2025-03-01T00:00:00Z",
        "cron(0 0 ? * 1 *)|UTC|2025-02-24T00:00:00Z|2025-03-02T00:00:00Z",
        "rate(5 minutes)|UTC|2025-01-01T00:00:00Z|2025-01-01T00:05:00Z",
        "rate(1 day)|UTC|2025-01-01T00:00:00Z|2025-01-02T00:00:00Z",
      })
  void next_ofAnExpression_isTheFirstTimeAfterNow(
      String expression, String zone, Instant now, Instant expected) {
    assertThat(ScheduleExpression.parse(expression, ZoneId.of(zone)).next(now)).contains(expected);
  }

  @Test
  void next_ofAYearThatIsOver_isNever() {
    assertThat(
            ScheduleExpression.parse("cron(0 0 1 1 ? 2020)", ZoneId.of("UTC"))
                .next(Instant.parse("2025-01-01T00:00:00Z")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"cron(0 0 * * *)", "cron(61 0 * * ? *)", "rate(5 fortnights)", "cron(0 0 L * ? *)"})
  void expression_thatIsNone_isRefused(String expression) {
    assertThatThrownBy(() -> ScheduleExpression.parse(expression, ZoneId.of("UTC")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
