package io.quotemark.publish.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is signed here the library of Standard Webhooks verifies, and nothing else. */
class SignatureTest {
  private static final String OLD = "whsec_b2xkIHNlY3JldCBvZiB0ZXN0cywgbG9uZyBlbm91Z2g=";
  private static final String FRESH = "whsec_bmV3IHNlY3JldCBvZiB0ZXN0cywgbG9uZyBlbm91Z2g=";
  private static final String OTHER = "whsec_b3RoZXIgc2VjcmV0IG9mIHRlc3RzLCBsb25nIGVub3VnaA==";
  private static final String BODY = "{\"type\":\"claim.contradicted\",\"text\":\"€ rose\"}";

  @Test
  void signature_isVerifiedByTheLibrary() {
    assertThatCode(() -> new Webhook(OLD).verify(BODY, headers(OLD, BODY)))
        .doesNotThrowAnyException();
  }

  @Test
  void signature_ofTwoSecrets_isVerifiedByEither() {
    Map<String, List<String>> headers = headers(OLD + " " + FRESH, BODY);
    assertThat(headers.getOrDefault("webhook-signature", List.of("")).getFirst().split(" "))
        .hasSize(2);
    for (String secret : List.of(OLD, FRESH)) {
      assertThatCode(() -> new Webhook(secret).verify(BODY, headers)).doesNotThrowAnyException();
    }
    assertThatThrownBy(() -> new Webhook(OTHER).verify(BODY, headers))
        .isInstanceOf(WebhookVerificationException.class);
  }

  @Test
  void signature_ofAnotherBody_isRefused() {
    assertThatThrownBy(() -> new Webhook(OLD).verify(BODY + " ", headers(OLD, BODY)))
        .isInstanceOf(WebhookVerificationException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret", "whsec_", "whsec_c2hvcnQ=", "whsec_!!!!"})
  void secret_thatIsNone_isRefused_andNotRepeated(String text) {
    assertThatThrownBy(() -> Secrets.read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("c2hvcnQ")
        .hasMessageNotContaining("!!!!");
  }

  private static Map<String, List<String>> headers(String secrets, String body) {
    long now = Instant.now().getEpochSecond();
    String signature = Signature.of("ev_1", now, body.getBytes(UTF_8), Secrets.read(secrets));
    return Map.of(
        "webhook-id", List.of("ev_1"),
        "webhook-timestamp", List.of(Long.toString(now)),
        "webhook-signature", List.of(signature));
  }
}
