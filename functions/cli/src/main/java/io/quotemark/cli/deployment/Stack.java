package io.quotemark.cli.deployment;

import io.quotemark.client.RequestSigner;
import java.io.Serial;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A deployed stack, known by its name: its outputs and parameters say where everything is. */
public final class Stack {
  private Stack() {}

  /** What CloudFormation said instead. */
  public static final class NotReadable extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    NotReadable(String message) {
      super(message);
    }
  }

  /**
   * @param profile of the AWS configuration files, null for the default chain
   * @param region null for the profile's or the environment's
   * @param token bearer token for a stack with AuthMode JWT, null for none
   * @param cloudFormation address of CloudFormation, null for the region's own
   * @throws NotReadable where there is no such stack, or no right to look at it
   * @throws software.amazon.awssdk.core.exception.SdkException where there is no region or there
   *     are no credentials
   */
  public static Deployment of(
      String name,
      @Nullable String profile,
      @Nullable String region,
      @Nullable String token,
      @Nullable URI cloudFormation) {
    AwsCredentialsProvider credentials =
        DefaultCredentialsProvider.builder().profileName(profile).build();
    Region place =
        region != null
            ? Region.of(region)
            : DefaultAwsRegionProviderChain.builder().profileName(profile).build().getRegion();
    StackOutputs.Described stack = StackOutputs.of(name, credentials, place, cloudFormation);
    Map<String, String> outputs = stack.outputs();
    String listings = stack.parameters().getOrDefault("Listings", "");
    RequestSigner signer =
        token != null
            ? RequestSigner.bearer(token)
            : RequestSigner.iam(credentials, place.id(), "execute-api");
    return new Deployment(
        name,
        URI.create(outputs.getOrDefault("Address", "")),
        signer,
        S3Client.builder()
            .region(place)
            .credentialsProvider(credentials)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build(),
        SqsClient.builder()
            .region(place)
            .credentialsProvider(credentials)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build(),
        DynamoDbClient.builder()
            .region(place)
            .credentialsProvider(credentials)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build(),
        outputs.getOrDefault("Bucket", ""),
        named(outputs, "Queue", "DeadLetters"),
        named(outputs, "Table", "Table"),
        listings.isEmpty() ? null : listings);
  }

  private static Map<String, String> named(
      Map<String, String> outputs, String ending, String otherEnding) {
    return outputs.entrySet().stream()
        .filter(o -> o.getKey().endsWith(ending) || o.getKey().endsWith(otherEnding))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
