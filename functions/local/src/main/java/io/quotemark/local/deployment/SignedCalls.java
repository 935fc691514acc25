package io.quotemark.local.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** Single signed calls to services of AWS that are asked too little to have a client here. */
final class SignedCalls {
  private final AwsCredentialsProvider credentials;
  private final Region region;

  SignedCalls(AwsCredentialsProvider credentials, Region region) {
    this.credentials = credentials;
    this.region = region;
  }

  @SuppressWarnings("ArrayRecordComponent") // read once, never compared
  record Answer(int status, byte[] body) {}

  /**
   * @param service as its host and its signature name it, {@code cloudformation}
   * @param path with its query
   * @param endpoint null for the configured one, else the region's own
   * @throws Stack.NotReadable where the thread is interrupted
   * @throws UncheckedIOException where nobody answers
   */
  Answer get(String service, String path, @Nullable URI endpoint) {
    URI address = (endpoint != null ? endpoint : address(service)).resolve(path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20)).GET();
    RequestSigner.iam(credentials, region.id(), service)
        .headers("GET", address, new byte[0])
        .forEach(request::setHeader);
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build()) {
      HttpResponse<byte[]> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(address.getHost() + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Stack.NotReadable("interrupted");
    }
  }

  /** As the SDK's own clients find theirs. */
  private URI address(String service) {
    String ofService = System.getenv("AWS_ENDPOINT_URL_" + service.toUpperCase(Locale.ROOT));
    String stated =
        ofService != null
            ? ofService
            : System.getProperty("aws.endpointUrl", System.getenv("AWS_ENDPOINT_URL"));
    return URI.create(
        Objects.requireNonNullElseGet(
            stated,
            () ->
                "https://%s.%s.%s"
                    .formatted(service, region.id(), PartitionMetadata.of(region).dnsSuffix())));
  }
}
