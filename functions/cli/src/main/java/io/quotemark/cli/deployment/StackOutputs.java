package io.quotemark.cli.deployment;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;

/** What CloudFormation says of a stack. */
final class StackOutputs {
  private StackOutputs() {}

  /**
   * @param status {@code CREATE_COMPLETE} and the like
   * @param parameters as it was deployed with
   */
  record Described(String status, Map<String, String> parameters, Map<String, String> outputs) {}

  /**
   * @param endpoint null for the configured one, else the region's own
   * @throws Stack.NotReadable where there is no such stack, or no right to look at it
   */
  static Described of(
      String stack, AwsCredentialsProvider credentials, Region region, @Nullable URI endpoint) {
    try (CloudFormationClient client = client(credentials, region, endpoint)) {
      return asked(stack, client);
    } catch (CloudFormationException e) {
      throw notReadable(stack, region, e);
    }
  }

  /**
   * @return empty where there is no such stack
   * @throws Stack.NotReadable where there is no right to look at it
   */
  static Optional<Described> described(
      String stack, AwsCredentialsProvider credentials, Region region) {
    try (CloudFormationClient client = client(credentials, region, null)) {
      return Optional.of(asked(stack, client));
    } catch (CloudFormationException e) {
      // it has no code of its own for that: a ValidationError
      if (message(e).endsWith("does not exist")) {
        return Optional.empty();
      }
      throw notReadable(stack, region, e);
    }
  }

  private static CloudFormationClient client(
      AwsCredentialsProvider credentials, Region region, @Nullable URI endpoint) {
    return CloudFormationClient.builder()
        .region(region)
        .credentialsProvider(credentials)
        .endpointOverride(endpoint)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private static Described asked(String name, CloudFormationClient client) {
    var stack = client.describeStacks(r -> r.stackName(name)).stacks().getFirst();
    return new Described(
        stack.stackStatusAsString() == null ? "" : stack.stackStatusAsString(),
        stack.parameters().stream()
            .collect(Collectors.toMap(Parameter::parameterKey, Parameter::parameterValue)),
        stack.outputs().stream().collect(Collectors.toMap(Output::outputKey, Output::outputValue)));
  }

  /** In the service's own words, without the SDK's additions. */
  static String message(AwsServiceException e) {
    String words = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorMessage();
    return words == null ? "status " + e.statusCode() : words;
  }

  private static Stack.NotReadable notReadable(
      String stack, Region region, CloudFormationException e) {
    return new Stack.NotReadable("stack " + stack + " in " + region.id() + ": " + message(e));
  }
}
