package io.quotemark.runtime.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HttpRequestTest {
  @Test
  void halfASurrogatePair_isReplacedWhereverItStands() {
    String half = "\\ud83d";
    HttpRequest request =
        HttpRequest.parse(
            """
            {"version": "2.0", "rawPath": "/%1$s", "headers": {"x": "%1$s"},
             "queryStringParameters": {"q": "%1$s"},
             "requestContext": {"requestId": "%1$s", "http": {"method": "%1$s"}}}
            """
                .formatted(half)
                .getBytes(StandardCharsets.UTF_8));

    assertThat(request.id()).isEqualTo("?");
    assertThat(request.method()).isEqualTo("?");
    assertThat(request.path()).isEqualTo("/?");
    assertThat(request.headers()).containsEntry("x", "?");
    assertThat(request.query()).containsEntry("q", "?");
  }
}
