package io.quotemark.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigTest {
  private static final Map<String, String> VARIABLES =
      Map.of(
          "AWS_REGION", "eu-west-1",
          "BUCKET", "bucket",
          "ARTICLES_QUEUE_URL", "https://sqs.eu-west-1.amazonaws.com/1/articles",
          "STACK", "test");

  @Test
  void from_whatTheTemplateSets_takesDefaultsForTheRest() {
    Config config = Config.from(VARIABLES);

    assertThat(config.bucket()).isEqualTo("bucket");
    assertThat(config.logLevel()).isEqualTo("INFO");
    assertThat(config.s3()).isNull();
  }

  @Test
  void from_severalFaults_namesThemAll() {
    Map<String, String> variables = new HashMap<>(VARIABLES);
    variables.remove("ARTICLES_QUEUE_URL");
    variables.remove("BUCKET");
    variables.put("LOG_LEVEL", "LOUD");

    assertThatThrownBy(() -> Config.from(variables))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("ARTICLES_QUEUE_URL", "BUCKET", "LOG_LEVEL");
  }
}
