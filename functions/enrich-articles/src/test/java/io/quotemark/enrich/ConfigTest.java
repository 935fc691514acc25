package io.quotemark.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.fixtures.ConfigContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigTest implements ConfigContract {
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

  @Override
  public Config read(Map<String, String> variables) {
    return Config.from(variables);
  }

  @Override
  public Map<String, String> variables() {
    return VARIABLES;
  }

  @Override
  public List<String> required() {
    return List.of("ARTICLES_TABLE", "BUCKET");
  }

  @Override
  public Map.Entry<String, String> wrong() {
    return Map.entry("TEXT_RETENTION_DAYS", "0");
  }
}
