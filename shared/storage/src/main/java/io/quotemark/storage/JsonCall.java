package io.quotemark.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/**
 * One call of a service's JSON protocol, signed here: for a service of which one operation is used,
 * and whose SDK module would be the larger part of the function.
 */
public final class JsonCall {
  private final URI address;
  private final String region;
  private final String service;
  private final AwsCredentialsProvider credentials;
  private final SdkHttpClient http;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

  /**
   * @param address of the service in the region
   * @param service by the name that its calls are signed with, {@code ssm}
   */
  public JsonCall(
      URI address,
      String region,
      String service,
      AwsCredentialsProvider credentials,
      SdkHttpClient http) {
    this.address = address;
    this.region = region;
    this.service = service;
    this.credentials = credentials;
    this.http = http;
  }

  /** What the service said, whatever it was. */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  public record Answer(int status, byte[] body) {}

  /**
   * @param operation {@code AmazonSSM.GetParameter}
   * @throws IOException where no answer came
   */
  public Answer send(String operation, byte[] body) throws IOException {
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(address)
            .encodedPath("/")
            .putHeader("Content-Type", "application/x-amz-json-1.1")
            .putHeader("Content-Length", Integer.toString(body.length))
            .putHeader("X-Amz-Target", operation)
            .build();
    SignedRequest signed =
        signer.sign(r ->
            r.identity(credentials.resolveCredentials())
                .request(request)
                .payload(() -> new ByteArrayInputStream(body))
                .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, service)
                .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    HttpExecuteResponse response =
        http.prepareRequest(
                HttpExecuteRequest.builder()
                    .request(signed.request())
                    .contentStreamProvider(signed.payload().orElseThrow())
                    .build())
            .call();
    try (InputStream in = response.responseBody().orElse(null)) {
      return new Answer(
          response.httpResponse().statusCode(), in == null ? new byte[0] : in.readAllBytes());
    }
  }
}
