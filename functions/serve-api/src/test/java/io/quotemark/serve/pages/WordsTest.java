package io.quotemark.serve.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.Claim;
import io.quotemark.domain.ClaimKind;
import io.quotemark.domain.Direction;
import io.quotemark.domain.Span;
import io.quotemark.domain.Window;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "3, , false, '3 sessions up'",
    "3, 3w, false, '3 weeks up'",
    "3, 3m, false, '3 months up'",
    "3, 3w, true, '3 weeks, ended up'"
  })
  void says_streak_namesWhatItCounts(
      String length, @Nullable String window, boolean ended, String printed) {
    Claim claim =
        Claim.of(ClaimKind.STREAK, new Span(Span.Part.TEXT, 0, 5, "third"))
            .id("c1")
            .group("g1")
            .subject("Brindlewick")
            .rule("streak.ordinal")
            .value(new BigDecimal(length), BigDecimal.ONE)
            .direction(Direction.UP)
            .window(window == null ? null : Window.parse(window))
            .ended(ended)
            .build();
    assertThat(Words.says(claim)).isEqualTo(printed);
  }
}
