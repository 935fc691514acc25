package io.quotemark.local.template;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the functions' roles allow, in the words in which their calls are recorded. */
public final class Permissions {
  /** Done for a function by Lambda itself: its logs, its queue, its dead letters, the key. */
  private static final Set<String> BY_LAMBDA =
      Set.of(
          "logs:CreateLogStream",
          "logs:PutLogEvents",
          "sqs:ReceiveMessage",
          "sqs:DeleteMessage",
          "sqs:ChangeMessageVisibility",
          "sqs:GetQueueAttributes",
          "kms:Decrypt",
          "kms:GenerateDataKey");

  /**
   * Allowed where a price provider is configured, which the local cloud has none of; the test of
   * the function's ParameterStore makes the call.
   */
  private static final Set<String> WITH_A_PROVIDER = Set.of("ssm:GetParameter");

  /**
   * Allowed where the bucket keeps versions, which the local cloud's does not; {@code
   * BucketVersionsTest} makes the calls.
   */
  private static final Set<String> WITH_VERSIONS =
      Set.of("s3:ListBucketVersions", "s3:DeleteObjectVersion");

  private Permissions() {}

  /** Function to the calls it may make, {@code s3:GetObject Bucket/inbox/}. */
  public static Map<String, Set<String>> of(String yaml) {
    Findings template = new Findings(new Section(TemplateYaml.parse(yaml)));
    Map<String, Set<String>> allowed = new TreeMap<>();
    template.each(
        "AWS::Serverless::Function",
        (id, function) -> {
          Section role =
              template
                  .resources("AWS::IAM::Role")
                  .getOrDefault(
                      Findings.target(function.values().get("Role")), new Section(Map.of()))
                  .section("Properties");
          Set<String> calls = new TreeSet<>();
          for (Map<?, ?> statement : FunctionRules.statements(role)) {
            for (Object action : Findings.list(statement.get("Action"))) {
              for (Object resource : Findings.list(statement.get("Resource"))) {
                calls.add(action + " " + words(resource));
              }
            }
          }
          calls.removeIf(call ->
              BY_LAMBDA.contains(call.substring(0, call.indexOf(' ')))
                  || WITH_A_PROVIDER.contains(call.substring(0, call.indexOf(' ')))
                  || WITH_VERSIONS.contains(call.substring(0, call.indexOf(' ')))
                  || call.equals("sqs:SendMessage SchedulesDeadLetters"));
          allowed.put(id, calls);
        });
    return allowed;
  }

  private static String words(Object resource) {
    if (resource instanceof Map<?, ?> map && map.get("Fn::Sub") instanceof String pattern) {
      return pattern.replaceAll("\\$\\{(\\w+)\\.Arn}", "$1").replaceFirst("/\\*$", "/");
    }
    return Findings.target(resource);
  }
}
