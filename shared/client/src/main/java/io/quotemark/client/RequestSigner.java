package io.quotemark.client;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/** Gives a request to the API what its authorizer asks for. */
@FunctionalInterface
public interface RequestSigner {
  /** Asks for nothing: the local cloud answers whoever is on this machine. */
  RequestSigner OPEN = (method, address, body) -> Map.of();

  /**
   * @return the headers to add
   */
  Map<String, String> headers(String method, URI address, byte[] body);

  /** For AuthMode JWT. */
  static RequestSigner bearer(String token) {
    return (method, address, body) -> Map.of("authorization", "Bearer " + token);
  }

  /**
   * For AuthMode IAM, and for AWS itself: AWS Signature Version 4.
   *
   * @param service whose requests they are, {@code execute-api} for an API of ours
   */
  static RequestSigner iam(AwsCredentialsProvider credentials, String region, String service) {
    AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    return (method, address, body) -> {
      SdkHttpRequest request =
          SdkHttpRequest.builder().method(SdkHttpMethod.fromValue(method)).uri(address).build();
      SdkHttpRequest signed =
          signer
              .sign(r ->
                  r.identity(credentials.resolveCredentials())
                      .request(request)
                      .payload(() -> new ByteArrayInputStream(body))
                      .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, service)
                      .putProperty(AwsV4HttpSigner.REGION_NAME, region))
              .request();
      return added(signed.headers());
    };
  }

  private static Map<String, String> added(Map<String, List<String>> signed) {
    // the HTTP client writes these itself and takes no others
    Set<String> itsOwn = Set.of("host", "content-length");
    Map<String, String> headers = new TreeMap<>();
    signed.forEach((name, values) -> {
      if (!itsOwn.contains(name.toLowerCase(Locale.ROOT))) {
        headers.put(name, String.join(",", values));
      }
    });
    return headers;
  }
}
