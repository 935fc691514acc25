package io.quotemark.enrich;

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
          "ARTICLES_TABLE", "articles",
          "PRICES_TABLE", "prices",
          "PRICES_QUEUE_URL", "https://sqs/prices",
          "TEXT_RETENTION_DAYS", "90",
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
    variables.remove("ARTICLES_TABLE");
    variables.remove("BUCKET");
    variables.put("TEXT_RETENTION_DAYS", "0");

    assertThatThrownBy(() -> Config.from(variables))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("ARTICLES_TABLE", "BUCKET", "TEXT_RETENTION_DAYS");
  }
}
