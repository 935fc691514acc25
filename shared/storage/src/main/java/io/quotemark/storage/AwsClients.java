package io.quotemark.storage;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Builds SDK clients, each once per environment. Addresses are given only for a local cloud, which
 * then gets made-up credentials; on Lambda the credentials come from the environment, or, in a
 * function restored from a snapshot, from the address that the environment names, so that no other
 * provider is loaded.
 */
public final class AwsClients {
  /** Of Java's own client, which otherwise keeps five to a host and sets up TLS for a sixth. */
  private static final String KEPT_CONNECTIONS = "http.maxConnections";

  static {
    if (System.getProperty(KEPT_CONNECTIONS) == null) {
      // as many as the messages of a batch that are worked on at once, and a few more
      System.setProperty(KEPT_CONNECTIONS, "16");
    }
    // Functions bind no logging to SLF4J, by which the SDK logs. It would say so at each cold
    // start,
    // in lines that are no JSON.
    if (System.getProperty("slf4j.internal.verbosity") == null) {
      System.setProperty("slf4j.internal.verbosity", "ERROR");
    }
  }

  private final Region region;
  private final SdkHttpClient.Builder<?> connections;
  private final boolean prompt;
  private @Nullable SdkHttpClient shared;

  public AwsClients(String region) {
    this(region, Rehearsal.over(UrlConnectionHttpClient.builder()));
  }

  /**
   * @param connections that the clients are built on: the place to count or disturb calls
   */
  public AwsClients(String region, SdkHttpClient.Builder<?> connections) {
    this(region, connections, false);
  }

  private AwsClients(String region, SdkHttpClient.Builder<?> connections, boolean prompt) {
    this.region = Region.of(region);
    this.connections = connections;
    this.prompt = prompt;
  }

  /**
   * For a function whose answer somebody waits for: a call of S3 or DynamoDB that is not answered
   * is over within two seconds, tries and all.
   */
  public static AwsClients prompt(String region) {
    return new AwsClients(
        region,
        Rehearsal.over(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(PromptRetries.CONNECT)
                .socketTimeout(PromptRetries.READ)),
        true);
  }

  public S3Client s3(@Nullable URI address) {
    S3ClientBuilder client =
        S3Client.builder()
            .region(region)
            .credentialsProvider(credentials(address))
            .httpClient(http())
            .endpointOverride(address)
            .forcePathStyle(address != null);
    if (prompt) {
      client.overrideConfiguration(c -> c.retryStrategy(new PromptRetries()));
    }
    return client.build();
  }

  /** Signs addresses by which others may put objects; makes no call. */
  public S3Presigner presigner(@Nullable URI address) {
    return S3Presigner.builder()
        .region(region)
        .credentialsProvider(credentials(address))
        .endpointOverride(address)
        .serviceConfiguration(
            S3Configuration.builder().pathStyleAccessEnabled(address != null).build())
        .build();
  }

  public SqsClient sqs(@Nullable URI address) {
    return SqsClient.builder()
        .region(region)
        .credentialsProvider(credentials(address))
        .httpClient(http())
        .endpointOverride(address)
        .build();
  }

  public DynamoDbClient dynamoDb(@Nullable URI address) {
    DynamoDbClientBuilder client =
        DynamoDbClient.builder()
            .region(region)
            .credentialsProvider(credentials(address))
            .httpClient(http())
            .endpointOverride(address);
    if (prompt) {
      client.overrideConfiguration(c -> c.retryStrategy(new PromptRetries()));
    }
    return client.build();
  }

  /**
   * Address of a service in the region, for a call that is not made through a client of its own.
   */
  public URI address(String service) {
    return address(service, region.id());
  }

  static URI address(String service, String region) {
    return URI.create("https://%s.%s.%s".formatted(service, region, suffix(region)));
  }

  /**
   * The domain of a region's partition. {@code Region.metadata()} knows it too, but loads what the
   * SDK knows of every service to say so, which the functions' jars leave out.
   */
  private static String suffix(String region) {
    String partition = region.substring(0, region.indexOf('-') + 1);
    return switch (partition) {
      case "cn-" -> "amazonaws.com.cn";
      case "eusc-" -> "amazonaws.eu";
      default -> "amazonaws.com";
    };
  }

  /** One for all clients: each of its own would set up TLS again. */
  public synchronized SdkHttpClient http() {
    if (shared == null) {
      shared = connections.build();
    }
    return shared;
  }

  /**
   * @param address of a local cloud, null on Lambda
   */
  public AwsCredentialsProvider credentials(@Nullable URI address) {
    if (address != null) {
      return StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
    }
    // a function restored from a snapshot has no keys in its environment: they would have expired
    return AwsCredentialsProviderChain.of(
        EnvironmentVariableCredentialsProvider.create(), ContainerCredentialsProvider.create());
  }
}
