package io.quotemark.parse;

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
          "ARTICLES_QUEUE_URL", "https://sqs.eu-west-1.amazonaws.com/1/articles",
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
    return List.of("ARTICLES_QUEUE_URL", "BUCKET");
  }

  @Override
  public Map.Entry<String, String> wrong() {
    return Map.entry("LOG_LEVEL", "LOUD");
  }
}
