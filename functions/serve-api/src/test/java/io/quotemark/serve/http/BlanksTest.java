package io.quotemark.serve.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BlanksTest {
  @Test
  void words_areApartWhereUnicodeOrControlCharactersAre() {
    assertThat(Blanks.words("Alibaba\u00a0profit\u3000\u0085RISES\ufeff"))
        .containsExactly("alibaba", "profit", "rises");
    assertThat(Blanks.words(" \u0001\u2003")).isEmpty();
  }

  @Test
  void parameter_ofNothingButBlanks_isRefused() {
    for (String blank : new String[] {"", " ", "\u0085", "\u009f", "\u2003\u0000", "\ufeff"}) {
      assertThatThrownBy(() -> Parameters.of(Map.of("q", blank), Set.of("q"), false))
          .isInstanceOf(Problem.Raised.class);
    }
    assertThat(Parameters.of(Map.of("q", " a\u0001"), Set.of("q"), false).text("q")).isNotNull();
  }
}
