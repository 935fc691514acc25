package io.quotemark.publish.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quotemark.fixtures.ScriptedSecrets;
import io.quotemark.storage.StoredSecret;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** The keys of a webhook as the parameter store gives them. */
class StoredSecretsTest {
  private static final String KEY = "whsec_b2xkIHNlY3JldCBvZiB0ZXN0cywgbG9uZyBlbm91Z2g=";

  private static String holding(String secret) {
    return "{\"Parameter\":{\"Value\":\"" + secret + "\"}}";
  }

  @Test
  void keys_areReadAgainAfterFiveMinutes_andWhatIsNoneIsRefusedWithoutRepeatingIt()
      throws IOException {
    try (ScriptedSecrets service = new ScriptedSecrets(holding(KEY))) {
      StoredSecrets keys =
          new StoredSecrets(
              "/q/webhook",
              new StoredSecret.Calls(
                  service.address(),
                  "eu-central-1",
                  StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key")),
                  UrlConnectionHttpClient.create(),
                  service.clock()));
      assertThat(keys.get()).hasSize(1);
      service.answers(200, holding(KEY + " " + KEY));
      assertThat(keys.get()).hasSize(1);
      service.passes(Duration.ofSeconds(301));
      assertThat(keys.get()).hasSize(2);

      service.passes(Duration.ofSeconds(301));
      service.answers(200, holding("hunter2"));
      assertThatThrownBy(keys::get)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("parameter /q/webhook")
          .hasMessageNotContaining("hunter2");
      service.passes(Duration.ofSeconds(301));
      service.answers(400, "{\"__type\":\"com.amazonaws.ssm#ParameterNotFound\"}");
      assertThatThrownBy(keys::get)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("parameter /q/webhook could not be read: ParameterNotFound");
    }
  }
}
