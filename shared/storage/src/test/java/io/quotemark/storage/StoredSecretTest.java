package io.quotemark.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quotemark.fixtures.ScriptedSecrets;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** The one call for a secret, against a scripted server. */
class StoredSecretTest {
  private static final String ARN = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:key-AbCd";
  private static final String SECRET = "{\"SecretString\":\"s3cret\"}";
  private static final String PARAMETER = "{\"Parameter\":{\"Value\":\"s3cret\"}}";

  private final ScriptedSecrets service;
  private final StoredSecret.Calls calls;

  StoredSecretTest() throws IOException {
    service = new ScriptedSecrets(SECRET);
    calls =
        new StoredSecret.Calls(
            service.address(),
            "eu-central-1",
            StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key")),
            UrlConnectionHttpClient.create(),
            service.clock());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void secret_isAskedForByItsArn_signed_andKeptForAnHour_butNotWhereItHasToBeRecent() {
    StoredSecret secret = StoredSecret.secret(ARN, calls);

    assertThat(secret.get()).isEqualTo("s3cret");
    assertThat(secret.recent()).isEqualTo("s3cret");
    assertThat(service.asked()).hasSize(1);
    assertThat(service.asked().getFirst())
        .contains("secretsmanager.GetSecretValue")
        .contains("{\"SecretId\":\"" + ARN + "\"}")
        .contains("AWS4-HMAC-SHA256 Credential=id/")
        .contains("/eu-central-1/secretsmanager/aws4_request");
    service.passes(Duration.ofSeconds(61));
    service.answers(200, SECRET.replace("s3cret", "changed"));
    assertThat(secret.get()).isEqualTo("s3cret");
    assertThat(secret.within(Duration.ofMinutes(5))).isEqualTo("s3cret");
    assertThat(secret.recent()).isEqualTo("changed");
    assertThat(secret.get()).isEqualTo("changed");
    assertThat(service.asked()).hasSize(2);
    service.passes(Duration.ofSeconds(3601));
    service.answers(200, SECRET);
    assertThat(secret.get()).isEqualTo("s3cret");
  }

  @Test
  void parameter_isAskedForDecrypted() {
    service.answers(200, PARAMETER);

    assertThat(StoredSecret.parameter("/q/client", calls).get()).isEqualTo("s3cret");
    assertThat(service.asked().getFirst())
        .contains("AmazonSSM.GetParameter")
        .contains("{\"Name\":\"/q/client\",\"WithDecryption\":true}")
        .contains("/eu-central-1/ssm/aws4_request");
  }

  @Test
  void refusal_namesTheSecretAndWhy_andIsNotKept() {
    StoredSecret secret = StoredSecret.secret(ARN, calls);
    service.answers(400, "{\"__type\":\"AccessDeniedException\"}");
    assertThatThrownBy(secret::get)
        .isInstanceOf(StoredSecret.Unreadable.class)
        .hasMessage("secret " + ARN + " could not be read: AccessDeniedException");
    service.answers(400, "{\"__type\":\"com.amazonaws.ssm#ParameterNotFound\"}");
    assertThatThrownBy(secret::get).hasMessageEndingWith("could not be read: ParameterNotFound");
    service.answers(400, "<html>");
    assertThatThrownBy(secret::get).hasMessageEndingWith("could not be read: status 400");
    service.answers(200, "{\"SecretString\":\" \"}");
    assertThatThrownBy(secret::get).hasMessage("secret " + ARN + " is empty");
    service.answers(200, SECRET);

    assertThat(secret.get()).isEqualTo("s3cret");
  }
}
