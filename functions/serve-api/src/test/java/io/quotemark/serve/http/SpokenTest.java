package io.quotemark.serve.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quotemark.runtime.events.HttpRequest;
import io.quotemark.runtime.events.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTest {
  private static HttpResponse answer(@Nullable String lang, String accepted) {
    HttpRequest request =
        new HttpRequest(
            "1",
            "GET",
            "/",
            lang == null ? Map.of() : Map.of("lang", lang),
            Map.of("accept-language", accepted),
            new byte[0]);
    return Spoken.answer(request, () -> Answers.page(200, Spoken.sentences().language()));
  }

  @ParameterizedTest
  @CsvSource({
    "'', en",
    "de, de",
    "de-CH, de",
    "'fr, de;q=0.5, en;q=0.8', en",
    "'fr;q=1.0, de;q=0.9, en;q=0.8', de",
    "'de;q=0, en', en",
    "'de;q=nonsense', en",
    "'*', en",
    "'zh-Hans,zh;q=0.9', en"
  })
  void acceptLanguage_selectsTheBestThereIs(String accepted, String language) {
    HttpResponse answer = answer(null, accepted);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(language);
    assertThat(answer.headers())
        .containsEntry("content-language", language)
        .containsEntry("vary", "accept-language");
  }

  @Test
  void parameter_goesFirst_andMustBeKnown() {
    assertThat(answer("de", "en").headers()).containsEntry("content-language", "de");
    assertThatThrownBy(() -> answer("xx", "de")).isInstanceOf(Problem.Raised.class);
  }
}
