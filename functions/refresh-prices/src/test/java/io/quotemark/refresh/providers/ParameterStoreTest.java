package io.quotemark.refresh.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quotemark.fixtures.ScriptedSecrets;
import io.quotemark.refresh.KeyUnreadable;
import io.quotemark.storage.StoredSecret;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** A provider's key as the parameter store gives it, or the reason why there is none. */
class ParameterStoreTest {
  @Test
  void key_isTheParameters_andWhereItCannotBeRead_theReasonSaysWhichAndWhy() throws IOException {
    try (ScriptedSecrets service = new ScriptedSecrets("{\"Parameter\":{\"Value\":\"s3cret\"}}")) {
      assertThat(store(service).get()).isEqualTo("s3cret");
      assertThat(service.asked().getFirst()).contains("{\"Name\":\"/q/key\",");

      service.answers(400, "{\"__type\":\"com.amazonaws.ssm#ParameterNotFound\"}");
      assertThatThrownBy(store(service)::get)
          .isInstanceOf(KeyUnreadable.class)
          .hasMessage("parameter /q/key could not be read: ParameterNotFound");
    }
  }

  private static ParameterStore store(ScriptedSecrets service) {
    return new ParameterStore(
        "/q/key",
        new StoredSecret.Calls(
            service.address(),
            "eu-central-1",
            StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key")),
            UrlConnectionHttpClient.create(),
            service.clock()));
  }
}
