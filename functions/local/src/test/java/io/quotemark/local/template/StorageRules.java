package io.quotemark.local.template;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What holds for everything that keeps data. */
final class StorageRules {
  private static final int FOURTEEN_DAYS = 14 * 86_400;

  /** Properties by which a resource has a name that another stack's may have too. */
  private static final List<String> FIXED_NAMES =
      List.of(
          "BucketName",
          "QueueName",
          "TableName",
          "FunctionName",
          "RoleName",
          "LogGroupName",
          "TopicName",
          "AlarmName",
          "DashboardName",
          "BudgetName");

  private static final Set<String> NAMING_OTHERS =
      Set.of("AWS::Lambda::Permission", "AWS::Lambda::EventSourceMapping");

  private StorageRules() {}

  static void check(Findings findings) {
    bucket(findings);
    queues(findings);
    tables(findings);
    logs(findings);
  }

  private static void bucket(Findings f) {
    f.retained("AWS::S3::Bucket", "RetainExceptOnCreate");
    f.each(
        "AWS::S3::Bucket",
        (id, bucket) -> {
          for (String block :
              List.of(
                  "BlockPublicAcls",
                  "BlockPublicPolicy",
                  "IgnorePublicAcls",
                  "RestrictPublicBuckets")) {
            f.equal(
                block, bucket.section("PublicAccessBlockConfiguration").values().get(block), true);
          }
          f.equal(
              "ownership",
              bucket.section("OwnershipControls").values().get("Rules"),
              List.of(Map.of("ObjectOwnership", "BucketOwnerEnforced")));
          String encryption = String.valueOf(bucket.values().get("BucketEncryption"));
          f.require(
              encryption.contains("UsesOwnKey")
                  && encryption.contains("SSEAlgorithm=aws:kms")
                  && encryption.contains("KMSMasterKeyID={Ref=KmsKeyArn}")
                  && encryption.contains("SSEAlgorithm=AES256"),
              id + " is not encrypted by the operator's key or by S3's own");
          lifecycle(f, bucket);
          versions(f, bucket);
        });
    Set<String> fixed = new TreeSet<>();
    f.template()
        .section("Resources")
        .forEach((id, resource) -> {
          for (String name : FIXED_NAMES) {
            boolean itsOwn =
                !NAMING_OTHERS.contains(
                    resource.text("Type", "")); // their FunctionName is not theirs
            if (itsOwn && resource.section("Properties").values().containsKey(name)) {
              fixed.add(id);
            }
          }
        });
    f.equal("resources whose name could be taken", fixed, Set.of("Bucket"));
    f.require(
        f.resources("AWS::S3::BucketPolicy").values().stream()
            .anyMatch(policy ->
                f.resources("AWS::S3::Bucket")
                        .containsKey(
                            Findings.target(policy.section("Properties").values().get("Bucket")))
                    && encryptedTransportOnly(policy.section("Properties"), 2)),
        "the bucket may be reached without TLS");
  }

  private static void lifecycle(Findings f, Section bucket) {
    List<Section> rules = bucket.section("LifecycleConfiguration").sections("Rules");
    for (String prefix : List.of("inbox/", "texts/")) {
      f.require(
          rules.stream()
              .anyMatch(r ->
                  r.text("Prefix", "").equals(prefix)
                      && Findings.target(r.values().get("ExpirationInDays"))
                          .equals("TextRetentionDays")),
          prefix + " is kept longer than TextRetentionDays");
    }
    f.require(
        rules.stream()
            .anyMatch(r ->
                r.text("Prefix", "").equals("work/") && r.number("ExpirationInDays", 99) == 15),
        "work/ is kept longer than a message and its dead letter live");
    f.require(
        rules.stream()
            .anyMatch(r ->
                r.text("Prefix", "").equals("fetch/") && r.number("ExpirationInDays", 99) == 15),
        "fetch/ is kept longer than a message and its dead letter live");
    f.require(
        rules.stream()
            .anyMatch(r ->
                r.text("Prefix", "").equals("checks/") && r.number("ExpirationInDays", 99) == 1),
        "texts that were only checked are kept longer than a day");
    f.require(
        rules.stream().anyMatch(r -> !r.section("AbortIncompleteMultipartUpload").isEmpty()),
        "broken uploads are kept for ever");
    f.require(
        rules.stream().allMatch(r -> r.text("Status", "").equals("Enabled")),
        "a lifecycle rule is off");
  }

  /**
   * What is overwritten comes back by choice only, is not kept for ever, and its end is no news.
   */
  private static void versions(Findings f, Section bucket) {
    f.equal(
        "versions",
        bucket.values().get("VersioningConfiguration"),
        Map.of(
            "Fn::If",
            List.of("KeepsVersions", Map.of("Status", "Enabled"), Map.of("Ref", "AWS::NoValue"))));
    f.equal(
        "BucketVersioning",
        f.template().section("Parameters").section("BucketVersioning").values().get("Default"),
        "Off");
    f.require(
        bucket.section("LifecycleConfiguration").sections("Rules").stream()
            .anyMatch(r ->
                r.section("NoncurrentVersionExpiration").number("NoncurrentDays", 99) == 30
                    && !r.values().containsKey("Prefix")
                    && r.text("ExpiredObjectDeleteMarker", "").equals("true")),
        "overwritten versions are kept for ever");
    f.require(
        bucket.section("NotificationConfiguration").sections("QueueConfigurations").stream()
            .map(n -> String.valueOf(n.values().get("Event")))
            .noneMatch(event ->
                event.contains("ObjectRemoved")
                    && !event.equals(
                        "{Fn::If=[KeepsVersions, s3:ObjectRemoved:DeleteMarkerCreated,"
                            + " s3:ObjectRemoved:*]}")),
        "the end of an old version is taken for the document's");
  }

  private static boolean encryptedTransportOnly(Section policy, int resources) {
    return policy.section("PolicyDocument").sections("Statement").stream()
        .anyMatch(s ->
            s.text("Effect", "").equals("Deny")
                && s.text("Principal", "").equals("*")
                && s.text("Action", "").endsWith(":*")
                && Findings.list(s.values().get("Resource")).size() >= resources
                && String.valueOf(s.values().get("Condition"))
                    .contains("aws:SecureTransport=false"));
  }

  private static void queues(Findings f) {
    f.retained("AWS::SQS::Queue", "RetainExceptOnCreate");
    Set<String> deadLetters = new TreeSet<>();
    f.each(
        "AWS::SQS::Queue",
        (id, queue) -> {
          f.equal(id + " retention", queue.values().get("MessageRetentionPeriod"), FOURTEEN_DAYS);
          f.ownKey(id + " key", queue.values().get("KmsMasterKeyId"));
          f.equal(
              id + " encryption without a key",
              queue.values().get("SqsManagedSseEnabled"),
              Map.of("Fn::If", List.of("UsesOwnKey", Map.of("Ref", "AWS::NoValue"), "true")));
          f.require(
              f.resources("AWS::SQS::QueuePolicy").values().stream()
                  .map(policy -> policy.section("Properties"))
                  .anyMatch(policy -> deniesPlainText(policy, id)),
              id + " may be reached without TLS");
          Section redrive = queue.section("RedrivePolicy");
          if (!redrive.isEmpty()) {
            deadLetters.add(Findings.target(redrive.values().get("deadLetterTargetArn")));
            // what a message waits until it is a dead letter outlasts an hour's outage
            f.require(
                redrive.number("maxReceiveCount", 0) * queue.number("VisibilityTimeout", 0) > 4000
                    && redrive.number("maxReceiveCount", 0) <= 7,
                id + " makes dead letters within the hour, or tries without end");
          }
        });
    f.each(
        "AWS::SQS::Queue",
        (id, queue) -> {
          boolean worked = queue.values().containsKey("VisibilityTimeout");
          f.require(
              worked != id.endsWith("DeadLetters"), id + " is neither worked off nor dead letters");
          f.require(
              !worked || !queue.section("RedrivePolicy").isEmpty(), id + " has no dead letters");
        });
    f.require(
        f.resources("AWS::SQS::Queue").keySet().containsAll(deadLetters),
        "a dead-letter queue is missing");
    f.each(
        "AWS::SQS::QueuePolicy",
        (id, policy) ->
            policy.section("PolicyDocument").list("Statement").stream()
                .flatMap(s ->
                    s instanceof Map<?, ?> map && map.get("Fn::If") instanceof List<?> choice
                        ? choice.stream().skip(1)
                        : Stream.of(s))
                .map(Section::of)
                .filter(s -> s.text("Effect", "").equals("Allow"))
                .forEach(s ->
                    f.require(
                        String.valueOf(s.values().get("Condition")).contains("aws:SourceAccount")
                            && String.valueOf(s.values().get("Condition"))
                                .contains("aws:SourceArn"),
                        id + " lets buckets of others notify")));
  }

  private static boolean deniesPlainText(Section policy, String queue) {
    return Findings.list(policy.values().get("Queues")).stream()
            .anyMatch(q -> String.valueOf(q).contains("Ref=" + queue + "}"))
        && encryptedTransportOnly(policy, 1)
        && String.valueOf(policy.values().get("PolicyDocument")).contains("[" + queue + ", Arn]");
  }

  private static void tables(Findings f) {
    // a rollback cannot delete a protected table and would end as failed
    f.retained("AWS::DynamoDB::Table", "Retain");
    f.each(
        "AWS::DynamoDB::Table",
        (id, table) -> {
          Object onDemand =
              id.equals("ArticlesTable")
                  ? Map.of(
                      "Fn::If", List.of("ProvisionsCapacity", "PROVISIONED", "PAY_PER_REQUEST"))
                  : "PAY_PER_REQUEST";
          f.equal(id + " billing", table.values().get("BillingMode"), onDemand);
          f.equal(
              id + " deletion protection", table.values().get("DeletionProtectionEnabled"), true);
          f.equal(
              id + " recovery",
              table.section("PointInTimeRecoverySpecification").values(),
              Map.of("PointInTimeRecoveryEnabled", true));
          Section encryption = table.section("SSESpecification");
          f.equal(id + " encryption", encryption.values().get("SSEEnabled"), true);
          f.equal(id + " encryption", encryption.values().get("SSEType"), "KMS");
          f.ownKey(id + " key", encryption.values().get("KMSMasterKeyId"));
        });
    f.equal(
        "expiry of texts",
        f.resources("AWS::DynamoDB::Table")
            .getOrDefault("ArticlesTable", new Section(Map.of()))
            .section("Properties")
            .section("TimeToLiveSpecification")
            .values()
            .get("AttributeName"),
        "expires");
  }

  private static void logs(Findings f) {
    f.retained("AWS::Logs::LogGroup", "RetainExceptOnCreate");
    f.each(
        "AWS::Logs::LogGroup",
        (id, group) -> {
          f.equal(
              id + " retention",
              group.values().get("RetentionInDays"),
              Map.of("Ref", "LogRetentionDays"));
          f.ownKey(id + " key", group.values().get("KmsKeyId"));
        });
  }
}
