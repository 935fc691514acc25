package io.quotemark.local.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.local.template.Specs;
import io.quotemark.runtime.events.HttpRequest;
import io.quotemark.runtime.events.HttpResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Cookies both ways, as the gateway hands them over. */
class CookieEventTest {
  @Test
  void cookies_standBesideTheHeaders_andAreReadAsOneAgain() {
    String event =
        HttpEvent.json(
            new HttpEvent.Request(
                "GET",
                "/",
                null,
                Map.of("cookie", "a=1; b=2", "accept", "*/*"),
                new byte[0],
                Instant.EPOCH),
            new RouteTable.Match(new Specs.Route("GET /", "ServeApi"), Map.of()));

    assertThat(event).contains("\"cookies\":[\"a=1\",\"b=2\"]").doesNotContain("\"cookie\":");
    assertThat(HttpRequest.parse(event.getBytes(UTF_8)).headers())
        .containsEntry("cookie", "a=1; b=2");
  }

  @Test
  void answersCookies_areHeadersOfTheirOwn() throws IOException {
    HttpResponse answer =
        new HttpResponse(303, Map.of("location", "/"), new byte[0])
            .withCookie("a=1; Path=/")
            .withCookie("b=2; Path=/")
            .with("vary", "cookie");

    assertThat(HttpEvent.response(answer.toEvent()).cookies())
        .isEqualTo(List.of("a=1; Path=/", "b=2; Path=/"));
  }
}
