package io.quotemark.local.cloud;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** SDK clients of the embedded cloud. It takes any credentials. */
public final class Clients {
  /**
   * The region of everything here, one that every emulator knows. Nothing reaches the real one:
   * clients have the emulators' addresses, and their credentials are made up.
   */
  public static final String REGION = "us-east-1";

  /** The account of everything here. */
  public static final String ACCOUNT = "000000000000";

  private static final StaticCredentialsProvider ANYONE =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

  private Clients() {}

  public static DynamoDbClient dynamoDb(URI endpoint) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.of(REGION))
        .credentialsProvider(ANYONE)
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  /** Changes of tables. */
  static DynamoDbStreamsClient streams(URI endpoint) {
    return DynamoDbStreamsClient.builder()
        .endpointOverride(endpoint)
        .region(Region.of(REGION))
        .credentialsProvider(ANYONE)
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  public static SqsClient sqs(URI endpoint) {
    return SqsClient.builder()
        .endpointOverride(endpoint)
        .region(Region.of(REGION))
        .credentialsProvider(ANYONE)
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  public static S3Client s3(URI endpoint) {
    return S3Client.builder()
        .endpointOverride(endpoint)
        .region(Region.of(REGION))
        .credentialsProvider(ANYONE)
        .httpClient(UrlConnectionHttpClient.create())
        .forcePathStyle(true)
        .build();
  }
}
