package io.quotemark.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.runtime.events.HttpRequest;
import io.quotemark.runtime.events.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HandlerTest {
  private static final String EVENT =
      """
      {"version":"2.0","rawPath":"/v1/large","rawQueryString":"","headers":{},
       "requestContext":{"requestId":"r","domainName":"localhost","http":{"method":"GET","path":"/v1/large"}},
       "isBase64Encoded":false}
      """;

  private static String answer(int bytes) {
    HttpResponse response =
        new HttpResponse(
            200, Map.of("content-type", "application/json"), "x".repeat(bytes).getBytes(UTF_8));
    return new String(Handler.bounded(HttpRequest.parse(EVENT.getBytes(UTF_8)), response), UTF_8);
  }

  @Test
  void answer_ofMoreThanOneHolds_isAProblemThatSaysWhatToDo() {
    assertThat(answer(6 * 1024 * 1024)).contains("\"statusCode\":413", "too_large", "limit");
    assertThat(answer(5 * 1024 * 1024)).contains("\"statusCode\":200");
  }
}
