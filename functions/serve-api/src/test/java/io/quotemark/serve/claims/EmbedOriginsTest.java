package io.quotemark.serve.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbedOriginsTest {
  @Test
  void nothingNamed_isNobody() {
    assertThat(EmbedOrigins.parse("").isNone()).isTrue();
    assertThat(EmbedOrigins.parse("https://a.example, http://localhost:3000").sources())
        .isEqualTo("https://a.example http://localhost:3000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "https://*.example.com",
        "http://news.example.com",
        "https://news.example.com/",
        "https://a.example; script-src *",
        "https://a.example https://b.example",
        "news.example.com"
      })
  void whatIsNoOrigin_isRefusedByName(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmbedOrigins.parse(text))
        .withMessageContaining("is no origin");
  }
}
