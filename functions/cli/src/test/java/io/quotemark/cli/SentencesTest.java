package io.quotemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What fails is said in a sentence with what to do, not in the words of a library. */
class SentencesTest {
  private static String said(Throwable problem) {
    return String.valueOf(Sentences.of(problem, false).getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ExpiredToken          | The security token included in the request is expired | have expired. Log in again
          InvalidClientTokenId  | The security token is invalid                         | does not know these credentials
          SignatureDoesNotMatch | The signature we calculated does not match            | Check AWS_ACCESS_KEY_ID
          AccessDenied          | User x is not authorized                              | may not do this: User x is not authorized.
          ValidationError       | Stack with id nope does not exist                     | nope does not exist. Check --stack, --region
          ThrottlingException   | Rate exceeded                                         | AWS refused this (ThrottlingException): Rate exceeded.
          """)
  void whatAwsRefuses_isSaidWithoutItsIds(String code, String message, String sentence) {
    AwsServiceException refused =
        AwsServiceException.builder()
            .message(message + " (Service: CloudFormation, Status Code: 403, Request ID: abc)")
            .awsErrorDetails(
                AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
            .build();
    assertThat(said(new IllegalStateException(refused)))
        .contains(sentence)
        .doesNotContain("Request ID", "Exception:");
  }

  @Test
  void whatCannotBeAsked_saysWhatToSet() {
    assertThat(
            said(SdkClientException.create("Unable to load credentials from any of the providers")))
        .startsWith("No AWS credentials were found.");
    assertThat(said(SdkClientException.create("Unable to load region from any of the providers")))
        .contains("--region");
    assertThat(said(new UncheckedIOException(new UnknownHostException("nowhere.example"))))
        .startsWith("There is no host nowhere.example");
    assertThat(said(new UncheckedIOException(new ConnectException("Connection refused"))))
        .contains("./quotemark up");
  }

  @Test
  void filesThatCannotBeRead_areNamed() {
    assertThat(said(new UncheckedIOException(new NoSuchFileException("a.txt"))))
        .isEqualTo("a.txt does not exist.");
    assertThat(said(new UncheckedIOException(new AccessDeniedException("a.txt"))))
        .startsWith("a.txt may not be read");
  }
}
