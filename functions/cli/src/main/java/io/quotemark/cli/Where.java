package io.quotemark.cli;

import io.quotemark.cli.deployment.Deployment;
import io.quotemark.cli.deployment.Stack;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import software.amazon.awssdk.core.exception.SdkException;

/** Which Quotemark a command is about: the one running here, or a stack. */
final class Where {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "data folder of the one running here (${DEFAULT-VALUE})")
  private Path data = Path.of("data");

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      description = {
        "a deployed stack instead, as CloudFormation knows it",
        "(with AuthMode JWT or Login, a token in QUOTEMARK_TOKEN)"
      })
  private @Nullable String stack;

  @Option(names = "--profile", paramLabel = "NAME", description = "AWS profile for --stack")
  private @Nullable String profile;

  @Option(names = "--region", paramLabel = "REGION", description = "AWS region for --stack")
  private @Nullable String region;

  boolean isStack() {
    return stack != null;
  }

  /**
   * @throws Exit.Failure where nothing runs there or it may not be looked at
   */
  Deployment deployment() {
    if (stack == null) {
      if (profile != null || region != null) {
        throw new Exit.Failure(Exit.USAGE, "--profile and --region need --stack NAME");
      }
      return Instance.running(Places.given(data)).deployment();
    }
    Map<String, String> environment = System.getenv();
    String cloudFormation = environment.get("AWS_ENDPOINT_URL_CLOUDFORMATION");
    try {
      Deployment deployment =
          Stack.of(
              stack,
              profile,
              region,
              environment.get("QUOTEMARK_TOKEN"),
              cloudFormation == null ? null : URI.create(cloudFormation));
      if (deployment.bucket().isEmpty()) {
        throw new Exit.Failure(
            Exit.NOT_RUNNING,
            "stack " + stack + " is not a Quotemark stack: it has no output Bucket");
      }
      return deployment;
    } catch (SdkException | Stack.NotReadable e) {
      throw new Exit.Failure(Exit.NOT_RUNNING, String.valueOf(e.getMessage()));
    }
  }
}
