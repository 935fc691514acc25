package io.quotemark.cli;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * LocalStack for all tests that extend those of the embedded cloud: the one that {@code
 * QUOTEMARK_LOCALSTACK_ENDPOINT} names, else one in a container. They are skipped, saying so, where
 * there is no such variable and no Docker engine answers.
 *
 * <p>{@code QUOTEMARK_LOCALSTACK_IMAGE} names another image, {@code LOCALSTACK_AUTH_TOKEN} is
 * handed on to it where set.
 */
final class LocalStack implements ExecutionCondition {
  /** The last one that needs no account. */
  private static final String IMAGE = "localstack/localstack:4.14.0";

  /** Address of a LocalStack that runs already. */
  private static final String ENDPOINT = "QUOTEMARK_LOCALSTACK_ENDPOINT";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    String endpoint = System.getenv(ENDPOINT);
    if (endpoint != null) {
      return ConditionEvaluationResult.enabled("LocalStack runs at " + endpoint);
    }
    return DockerClientFactory.instance().isDockerAvailable()
        ? ConditionEvaluationResult.enabled("a Docker engine answers")
        : ConditionEvaluationResult.disabled(
            "no Docker engine answers and "
                + ENDPOINT
                + " is not set (functions/local/localstack run sets it), so these tests ran on the"
                + " embedded cloud only");
  }

  /**
   * Where S3, SQS and DynamoDB answer. A container is started with the first call and gone with the
   * JVM.
   */
  static URI address() {
    String endpoint = System.getenv(ENDPOINT);
    return endpoint != null ? URI.create(endpoint) : Running.CONTAINER.getEndpoint();
  }

  private static final class Running {
    static final LocalStackContainer CONTAINER = started();

    private static LocalStackContainer started() {
      Map<String, String> environment = System.getenv();
      DockerImageName image =
          DockerImageName.parse(environment.getOrDefault("QUOTEMARK_LOCALSTACK_IMAGE", IMAGE))
              .asCompatibleSubstituteFor("localstack/localstack");
      LocalStackContainer container =
          new LocalStackContainer(image).withServices("s3", "sqs", "dynamodb");
      String token = environment.get("LOCALSTACK_AUTH_TOKEN");
      if (token != null) {
        container.withEnv("LOCALSTACK_AUTH_TOKEN", token);
      }
      container.start();
      return container;
    }
  }
}
