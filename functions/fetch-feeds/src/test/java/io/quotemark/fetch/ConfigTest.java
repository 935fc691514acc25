package io.quotemark.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.fixtures.ConfigContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigTest implements ConfigContract {
  @Override
  public Object read(Map<String, String> variables) {
    return Config.from(variables);
  }

  @Override
  public Map<String, String> variables() {
    return Map.of(
        "AWS_REGION", "eu-central-1",
        "BUCKET", "bucket",
        "ARTICLES_QUEUE_URL", "https://sqs.example/articles",
        "STACK", "quotemark");
  }

  @Override
  public List<String> required() {
    return List.of("BUCKET", "ARTICLES_QUEUE_URL");
  }

  @Override
  public Map.Entry<String, String> wrong() {
    return Map.entry("FETCH_HOSTS", "127.0.0.1");
  }

  @Test
  void from_defaults_fetchesNothing() {
    Config config = Config.from(variables());

    assertThat(config.feeds()).isNull();
    assertThat(config.hosts().isEmpty()).isTrue();
    assertThat(config.agent()).isEqualTo("Quotemark");
  }
}
