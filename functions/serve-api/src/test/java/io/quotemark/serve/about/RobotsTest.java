package io.quotemark.serve.about;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.runtime.events.HttpRequest;
import io.quotemark.serve.http.Call;
import io.quotemark.serve.http.Parameters;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RobotsTest {
  private static String robots(boolean listed) {
    HttpRequest request =
        new HttpRequest("1", "GET", "/robots.txt", Map.of(), Map.of(), new byte[0]);
    Call call = new Call(request, Map.of(), Parameters.of(Map.of(), Set.of(), true));
    return new String(new Robots(listed).robots(call).body(), UTF_8);
  }

  @Test
  void closedPages_areForNoRobot_andPublicOnesWithoutTheApi() {
    assertThat(robots(false)).isEqualTo("User-agent: *\nDisallow: /\n");
    assertThat(robots(true)).contains("Disallow: /v1/\n").doesNotContain("Disallow: /\n");
  }
}
