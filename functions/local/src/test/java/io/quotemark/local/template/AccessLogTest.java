package io.quotemark.local.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every line of the API's access log is JSON, whatever a caller sends. API Gateway puts values into
 * the format as they are, and {@code -} where there is none.
 */
class AccessLogTest {
  private static final Pattern VARIABLE = Pattern.compile("\\$context\\.[A-Za-z.]*[A-Za-z]");

  /** What a caller may bring into a free text, as the gateway's error messages quote requests. */
  private static final List<String> HOSTILE =
      List.of("-", "'\"}{' not a valid key=value pair", "back\\slash", "two\nlines", "\"quoted\"");

  /**
   * Variables whose values the gateway makes of its own words; all others are taken for hostile.
   */
  private static final Map<String, List<String>> ITS_OWN =
      Map.of(
          "$context.requestId", List.of("JKJaXmPLvHcESHA="),
          "$context.routeKey", List.of("GET /v1/articles/{id}", "$default", "-"),
          "$context.status", List.of("200", "403", "500"),
          "$context.responseLength", List.of("17", "-"),
          "$context.responseLatency", List.of("17", "-"),
          "$context.error.responseType", List.of("-", "ACCESS_DENIED", "DEFAULT_5XX"),
          "$context.integrationStatus", List.of("200", "-"));

  @Test
  void accessLog_ofAnyRequest_isJson() throws IOException {
    List<String> lines = lines(format());
    assertThat(lines).hasSizeGreaterThan(7);
    for (String line : lines) {
      Node read = Json.read(line.getBytes(UTF_8));
      assertThat(read.members().keySet()).contains("request_id", "status", "error");
    }
  }

  /** The ways to name an error's message, of which one brings its own quotation marks. */
  @Test
  void accessLog_withAnErrorsMessage_wouldNotBe() {
    for (String message :
        List.of(
            "{\"e\":\"$context.error.message\"}",
            "{\"e\":\"$context.error.messageString\"}",
            "{\"e\":$context.error.messageString}")) {
      assertThatThrownBy(() -> lines(message).forEach(line -> Json.read(line.getBytes(UTF_8))))
          .as(message)
          .isInstanceOf(Json.Malformed.class);
    }
  }

  private static String format() throws IOException {
    Section template =
        new Section(TemplateYaml.parse(Files.readString(Checkout.home().resolve("template.yaml"))));
    return template
        .section("Resources")
        .section("HttpApiStage")
        .section("Properties")
        .section("AccessLogSettings")
        .text("Format");
  }

  /** One line for each value of each variable, the others as they are most often. */
  private static List<String> lines(String format) {
    List<String> lines = new ArrayList<>();
    for (String varied : VARIABLE.matcher(format).results().map(m -> m.group()).toList()) {
      for (String value : ITS_OWN.getOrDefault(varied, HOSTILE)) {
        lines.add(
            VARIABLE
                .matcher(format)
                .replaceAll(found ->
                    Matcher.quoteReplacement(
                        found.group().equals(varied)
                            ? value
                            : ITS_OWN.getOrDefault(found.group(), HOSTILE).getFirst())));
      }
    }
    return lines;
  }
}
