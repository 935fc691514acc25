package io.quotemark.domain.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffsetsTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "😀", "😀😀a", "a😀b漢😀", "ab😀😀cd😀e"})
  void codePoint_andCharIndex_areEachOthersInverse(String text) {
    Offsets offsets = new Offsets(text);
    for (int n = 0; n <= text.codePointCount(0, text.length()); n++) {
      int at = text.offsetByCodePoints(0, n);
      assertThat(offsets.charIndex(n)).as("code point %d of %s", n, text).isEqualTo(at);
      assertThat(offsets.codePoint(at)).as("char %d of %s", at, text).isEqualTo(n);
    }
  }

  @Test
  void span_isOfCodePoints() {
    assertThat(new Offsets("😀 up 5%").span(Span.Part.TEXT, 3, 5))
        .isEqualTo(new Span(Span.Part.TEXT, 2, 4, "up"));
  }
}
