package io.quotemark.cli.deployment;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AccountLimit;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.StsException;

/** An account in a region, as it is before a deployment. Nothing is changed there. */
public final class Account implements AutoCloseable {
  private final AwsCredentialsProvider credentials;
  private final Region region;
  private final S3Client s3;

  private Account(AwsCredentialsProvider credentials, Region region) {
    this.credentials = credentials;
    this.region = region;
    this.s3 =
        S3Client.builder()
            .region(region)
            .credentialsProvider(credentials)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
  }

  /**
   * @param profile of the AWS configuration files, null for the default chain
   * @param region null for the profile's or the environment's
   * @throws software.amazon.awssdk.core.exception.SdkException where there is no region or there
   *     are no credentials
   */
  public static Account of(@Nullable String profile, @Nullable String region) {
    Region place =
        region != null
            ? Region.of(region)
            : DefaultAwsRegionProviderChain.builder().profileName(profile).build().getRegion();
    AwsCredentialsProvider credentials =
        DefaultCredentialsProvider.builder().profileName(profile).build();
    credentials.resolveCredentials();
    return new Account(credentials, place);
  }

  public String region() {
    return region.id();
  }

  /**
   * Whose credentials they are.
   *
   * @param number of the account, twelve digits
   */
  public record Identity(String number, String arn) {}

  /**
   * @throws Stack.NotReadable where AWS does not take the credentials
   */
  public Identity identity() {
    try (StsClient sts =
        StsClient.builder()
            .region(region)
            .credentialsProvider(credentials)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build()) {
      GetCallerIdentityResponse caller = sts.getCallerIdentity();
      return new Identity(caller.account(), caller.arn());
    } catch (StsException e) {
      throw new Stack.NotReadable(StackOutputs.message(e));
    }
  }

  /**
   * Lambda executions at once.
   *
   * @param all that the account may have
   * @param unreserved what no function has to itself
   */
  public record Concurrency(int all, int unreserved) {}

  /**
   * @throws Stack.NotReadable where they may not be asked for
   */
  public Concurrency concurrency() {
    try (LambdaClient lambda =
        LambdaClient.builder()
            .region(region)
            .credentialsProvider(credentials)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build()) {
      AccountLimit limit = lambda.getAccountSettings().accountLimit();
      return new Concurrency(limit.concurrentExecutions(), limit.unreservedConcurrentExecutions());
    } catch (LambdaException e) {
      throw new Stack.NotReadable(StackOutputs.message(e) + " (GetAccountSettings)");
    }
  }

  /**
   * A stack that is there.
   *
   * @param status {@code CREATE_COMPLETE} and the like
   * @param parameters as it was deployed with
   * @param bucket its output of that name, empty where it has none
   */
  public record Deployed(String status, Map<String, String> parameters, String bucket) {
    public Deployed {
      parameters = Map.copyOf(parameters);
    }
  }

  /**
   * @throws Stack.NotReadable where it may not be looked at
   */
  public Optional<Deployed> stack(String name) {
    return StackOutputs.described(name, credentials, region)
        .map(d -> new Deployed(d.status(), d.parameters(), d.outputs().getOrDefault("Bucket", "")));
  }

  /** Who has a name that all accounts share. */
  public enum Holder {
    NOBODY,
    THIS_ACCOUNT,
    /** Another account or region, or this one without the right to look. */
    ANOTHER
  }

  public Holder bucket(String name) {
    try {
      s3.headBucket(r -> r.bucket(name));
      return Holder.THIS_ACCOUNT;
    } catch (NoSuchBucketException e) {
      return Holder.NOBODY;
    } catch (S3Exception e) {
      return switch (e.statusCode()) {
        case 404 -> Holder.NOBODY;
        case 301, 400, 403 -> Holder.ANOTHER;
        default -> throw e;
      };
    }
  }

  /** Whether an object is there, as far as it may be looked at. */
  public boolean has(String bucket, String key) {
    try {
      s3.headObject(r -> r.bucket(bucket).key(key));
      return true;
    } catch (NoSuchKeyException e) {
      return false;
    }
  }

  @Override
  public void close() {
    s3.close();
  }
}
