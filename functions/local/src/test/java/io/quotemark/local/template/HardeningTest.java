package io.quotemark.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The protections of the template, whose absence no linter notices. Every rule can fail: each
 * protection is taken away once, and that must be noticed.
 */
class HardeningTest {
  /** Names of what protects; wherever one stands in a resource or the globals, it is taken away. */
  private static final Set<String> PROTECTIONS =
      Set.of(
          "DeletionPolicy",
          "UpdateReplacePolicy",
          "BucketEncryption",
          "PublicAccessBlockConfiguration",
          "BlockPublicAcls",
          "BlockPublicPolicy",
          "IgnorePublicAcls",
          "RestrictPublicBuckets",
          "OwnershipControls",
          "LifecycleConfiguration",
          "ExpirationInDays",
          "AbortIncompleteMultipartUpload",
          "SqsManagedSseEnabled",
          "KmsMasterKeyId",
          "KmsKeyId",
          "KmsKeyArn",
          "KMSMasterKeyId",
          "KMSMasterKeyID",
          "MessageRetentionPeriod",
          "VisibilityTimeout",
          "RedrivePolicy",
          "deadLetterTargetArn",
          "maxReceiveCount",
          "DeletionProtectionEnabled",
          "PointInTimeRecoverySpecification",
          "SSESpecification",
          "SSEType",
          "TimeToLiveSpecification",
          "RetentionInDays",
          "Role",
          "LoggingConfig",
          "SnapStart",
          "MemorySize",
          "AutoPublishAlias",
          "AutoPublishAliasAllProperties",
          "VersioningConfiguration",
          "NoncurrentVersionExpiration",
          "InsufficientDataActions",
          "ReservedConcurrentExecutions",
          "Timeout",
          "FunctionResponseTypes",
          "ScalingConfig",
          "EventInvokeConfig",
          "BisectBatchOnFunctionError",
          "FilterCriteria",
          "KmsKeyIdentifier",
          "DeadLetterConfig",
          "RetryPolicy",
          "MaximumRetryAttempts",
          "MaximumEventAgeInSeconds",
          "ScheduleExpressionTimezone",
          "RoleArn",
          "AuthorizationType",
          "AUTH_MODE",
          "GenerateSecretString",
          "PasswordLength",
          "DeletionProtection",
          "AdminCreateUserConfig",
          "AllowAdminCreateUserOnly",
          "PasswordPolicy",
          "MinimumLength",
          "MfaConfiguration",
          "EnabledMfas",
          "AllowedOAuthFlows",
          "PreventUserExistenceErrors",
          "EnableTokenRevocation",
          "CallbackURLs",
          "LogoutURLs",
          "IdTokenValidity",
          "RefreshTokenValidity",
          "AuthorizerId",
          "Issuer",
          "Audience",
          "DefaultRouteSettings",
          "RouteSettings",
          "ThrottlingRateLimit",
          "ThrottlingBurstLimit",
          "AccessLogSettings",
          "SourceArn",
          "AlarmActions",
          "OKActions",
          "TreatMissingData",
          "AlarmDescription",
          "NotificationsWithSubscribers",
          "DashboardBody");

  /** Resources that protect by being there. */
  private static final Set<String> GUARDS =
      Set.of(
          "AWS::S3::BucketPolicy",
          "AWS::SQS::QueuePolicy",
          "AWS::SecretsManager::Secret",
          "AWS::Cognito::UserPoolGroup",
          "AWS::CloudWatch::Alarm",
          "AWS::CloudWatch::Dashboard",
          "AWS::Budgets::Budget",
          "AWS::SNS::Topic",
          "AWS::SNS::Subscription",
          "AWS::IAM::Role",
          "AWS::Logs::LogGroup");

  private final String deployDoc;
  private final Map<String, Object> template;

  HardeningTest() throws IOException {
    Path home = Checkout.home();
    deployDoc = Files.readString(home.resolve("docs/deploy.md"));
    template = TemplateYaml.parse(Files.readString(home.resolve("template.yaml")));
  }

  private List<String> findings(Map<String, Object> changed) {
    Findings findings = new Findings(new Section(changed));
    StorageRules.check(findings);
    FunctionRules.check(findings);
    EndpointRules.check(findings);
    LoginRules.check(findings);
    PublishRules.check(findings);
    WatchRules.check(findings, deployDoc);
    return findings.all();
  }

  @Test
  void template_hasEveryProtection() {
    assertThat(findings(template)).isEmpty();
  }

  @Test
  void anyProtectionTakenAway_isNoticed() {
    List<String> unnoticed = new ArrayList<>();
    int[] taken = {0};
    for (List<String> path : removals()) {
      taken[0]++;
      if (findings(without(template, path)).isEmpty()) {
        unnoticed.add(String.join("/", path));
      }
    }
    assertThat(unnoticed).isEmpty();
    assertThat(taken[0]).isGreaterThan(350);
  }

  @Test
  void wildcardsAndPlainSecrets_areNoticed() {
    String role = "Resources/ParseUploadsRole/Properties/Policies/0/PolicyDocument/Statement/1/";
    assertThat(findings(with(role + "Action", "s3:*"))).isNotEmpty();
    assertThat(findings(with(role + "Resource", "*"))).isNotEmpty();
    assertThat(
            findings(
                with(
                    "Resources/RefreshPrices/Properties/Environment/Variables/EODHD_API_KEY",
                    "abc")))
        .isNotEmpty();
    assertThat(findings(with("Parameters/AuthMode/Default", "NONE"))).isNotEmpty();
    assertThat(findings(with("Parameters/AuthMode/Default", "Login"))).isNotEmpty();
    assertThat(findings(with("Parameters/PublicPages/Default", "on"))).isNotEmpty();
    assertThat(findings(with("Conditions/UsesLogin", Map.of("Fn::Equals", List.of("a", "a")))))
        .isNotEmpty();
    assertThat(
            findings(with("Resources/ServeApi/Properties/Environment/Variables/AUTH_MODE", "IAM")))
        .isNotEmpty();
    assertThat(findings(with("Resources/IndexPageRoute/Properties/AuthorizationType", "NONE")))
        .isNotEmpty();
    assertThat(findings(with("Resources/IndexPageRoute/Condition", "UsesLogin"))).isNotEmpty();
    assertThat(findings(with("Rules/IssuerNeedsItsClient/Assertions", List.of()))).isNotEmpty();
    assertThat(findings(with("Rules/PublicPagesNeedALogin/Assertions", List.of()))).isNotEmpty();
    assertThat(findings(with("Parameters/TextRoutes/Default", "on"))).isNotEmpty();
    assertThat(findings(with("Parameters/AllowedOrigins/Default", "*"))).isNotEmpty();
    assertThat(findings(with("Parameters/FetchHosts/Default", "*.example.com"))).isNotEmpty();
    assertThat(findings(with("Parameters/Feeds/Default", "config/feeds.txt"))).isNotEmpty();
    assertThat(findings(with("Resources/FetchFeeds/Condition", "UsesJwt"))).isNotEmpty();
    assertThat(findings(with("Parameters/EmbedOrigins/Default", "*"))).isNotEmpty();
    assertThat(
            findings(
                with(
                    "Resources/HttpApi/Properties/CorsConfiguration",
                    Map.of("AllowOrigins", List.of("*")))))
        .isNotEmpty();
    assertThat(
            findings(
                with(
                    "Resources/ParseUploads/Properties/ReservedConcurrentExecutions",
                    reserving(5))))
        .isNotEmpty();
    assertThat(
            findings(
                with(
                    "Resources/ParseUploads/Properties/ReservedConcurrentExecutions",
                    reserving(6))))
        .isEmpty();
    assertThat(findings(with("Resources/UploadsQueue/Properties/QueueName", "uploads")))
        .isNotEmpty();
    assertThat(findings(with("Rules/JwtNeedsItsIssuer/Assertions", List.of()))).isNotEmpty();
    assertThat(findings(with("Resources/UploadsQueue/Properties/VisibilityTimeout", 359)))
        .isNotEmpty();
  }

  private static Map<String, Object> reserving(int executions) {
    return Map.of(
        "Fn::If", List.of("ReservesConcurrency", executions, Map.of("Ref", "AWS::NoValue")));
  }

  private List<List<String>> removals() {
    List<List<String>> paths = new ArrayList<>();
    for (Map.Entry<String, Object> resource : map(template.get("Resources")).entrySet()) {
      if (GUARDS.contains(String.valueOf(map(resource.getValue()).get("Type")))) {
        paths.add(List.of("Resources", resource.getKey()));
      }
    }
    collect(List.of("Resources"), template.get("Resources"), paths);
    collect(List.of("Globals"), template.get("Globals"), paths);
    return paths;
  }

  private static void collect(List<String> at, @Nullable Object node, List<List<String>> paths) {
    if (node instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        collect(deeper(at, String.valueOf(i)), list.get(i), paths);
      }
    } else if (node instanceof Map<?, ?> entries) {
      entries.forEach((name, value) -> {
        List<String> path = deeper(at, (String) name);
        // a role's trust and a resource's condition share the name; only policies' conditions guard
        boolean guards = name.equals("Condition") && value instanceof Map<?, ?>;
        if (PROTECTIONS.contains(name) || guards) {
          paths.add(path);
        }
        collect(path, value, paths);
      });
    }
  }

  private static List<String> deeper(List<String> at, String name) {
    List<String> path = new ArrayList<>(at);
    path.add(name);
    return path;
  }

  private Map<String, Object> with(String path, Object value) {
    return map(changed(template, List.of(path.split("/", -1)), value));
  }

  private static Map<String, Object> without(Map<String, Object> template, List<String> path) {
    return map(changed(template, path, null));
  }

  private static Object changed(Object node, List<String> path, @Nullable Object value) {
    String name = path.getFirst();
    List<String> rest = path.subList(1, path.size());
    if (node instanceof List<?> list) {
      List<Object> copy = new ArrayList<>(list);
      int at = Integer.parseInt(name);
      copy.set(at, changed(copy.get(at), rest, value));
      return copy;
    }
    Map<String, Object> copy = new LinkedHashMap<>(map(node));
    if (!rest.isEmpty()) {
      copy.put(name, changed(copy.getOrDefault(name, Map.of()), rest, value));
    } else if (value == null) {
      copy.remove(name);
    } else {
      copy.put(name, value);
    }
    return copy;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }
}
