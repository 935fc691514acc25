package io.quotemark.local.template;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What holds for functions, their roles, their mappings and their schedules. */
final class FunctionRules {
  private static final Pattern SECRET =
      Pattern.compile("(?i).*(secret|token|password|api_?key|credential).*");
  private static final Pattern REFERENCE = Pattern.compile(".*_(PARAMETER|SECRET_ARN)");

  /** Principals that a role of this stack may trust. */
  private static final Set<String> TRUSTED =
      Set.of("lambda.amazonaws.com", "scheduler.amazonaws.com", "events.amazonaws.com");

  /** Six times the timeout of enrich-articles, in seconds. */
  private static final int LONGEST_VISIBILITY = 540;

  /** The most of ArchiveConcurrency. */
  private static final int ARCHIVE_CALLS = 40;

  private FunctionRules() {}

  static void check(Findings findings) {
    functions(findings);
    roles(findings);
    schedules(findings);
  }

  private static void functions(Findings f) {
    Section globals = f.template().section("Globals").section("Function");
    f.ownKey("key of the variables", globals.values().get("KmsKeyArn"));
    f.equal("alias", globals.values().get("AutoPublishAlias"), "live");
    archiveMappings(f);
    f.equal(
        "ArchiveConcurrency",
        f.template().section("Parameters").section("ArchiveConcurrency").values().get("MaxValue"),
        ARCHIVE_CALLS);
    f.equal(
        "ReserveConcurrency", // a new account has too little of it
        f.template().section("Parameters").section("ReserveConcurrency").values().get("Default"),
        "off");
    for (String outward : List.of("Feeds", "FetchHosts")) {
      f.equal(
          outward + " unless it is named",
          f.template().section("Parameters").section(outward).values().get("Default"),
          "");
    }
    f.equal(
        "the condition of the function that asks hosts which others name",
        f.resources("AWS::Serverless::Function")
            .getOrDefault("FetchFeeds", new Section(Map.of()))
            .values()
            .get("Condition"),
        "FetchesPages");
    Set<String> roles = new TreeSet<>();
    f.each(
        "AWS::Serverless::Function",
        (id, function) -> {
          String role = Findings.target(function.values().get("Role"));
          f.require(f.resources("AWS::IAM::Role").containsKey(role), id + " has no role of ours");
          f.require(roles.add(role), id + " shares its role");
          f.require(!function.values().containsKey("Policies"), id + " has policies of SAM's");
          f.require(
              f.resources("AWS::Logs::LogGroup")
                  .containsKey(
                      Findings.target(function.section("LoggingConfig").values().get("LogGroup"))),
              id + " has no log group of ours");
          f.require(
              Findings.target(function.values().get("MemorySize")).endsWith("Memory"),
              id + " has no parameter for its memory");
          f.require(
              Findings.target(function.section("SnapStart").values().get("ApplyOn"))
                  .endsWith("SnapStart"),
              id + " has no parameter for SnapStart");
          f.require(reserved(function) > 0, id + " has no concurrency to itself by choice");
          f.equal(
              id + " versions",
              function.values().get("AutoPublishAliasAllProperties"),
              true); // else a change of a variable alone would not reach the alias
          f.require(function.number("Timeout", 0) > 0, id + " has no timeout");
          function
              .section("Environment")
              .section("Variables")
              .values()
              .keySet()
              .forEach(name ->
                  f.require(
                      !SECRET.matcher(name).matches() || REFERENCE.matcher(name).matches(),
                      id + " has a secret in the plain variable " + name));
          function
              .section("Events")
              .forEach((name, event) -> mapping(f, id, function, event.section("Properties")));
        });
  }

  /** What a function has to itself where the stack reserves concurrency; 0 where it would not. */
  private static int reserved(Section function) {
    return function.values().get("ReservedConcurrentExecutions") instanceof Map<?, ?> map
            && map.get("Fn::If") instanceof List<?> choice
            && choice.getFirst().equals("ReservesConcurrency")
            && choice.getLast().equals(Map.of("Ref", "AWS::NoValue"))
        ? reserved(choice.get(1))
        : 0;
  }

  /** The queues of archives, which are bound to their functions by resources of their own. */
  private static void archiveMappings(Findings f) {
    f.each(
        "AWS::Lambda::EventSourceMapping",
        (id, mapping) -> {
          String queue = Findings.target(mapping.values().get("EventSourceArn"));
          if (!queue.startsWith("Archive")) {
            return;
          }
          reports(f, id, mapping);
          f.require(
              Findings.target(mapping.section("ScalingConfig").values().get("MaximumConcurrency"))
                  .endsWith("Concurrency"),
              id + " has no parameter for its concurrency");
          f.require(
              visibility(f, queue) >= LONGEST_VISIBILITY,
              id + " may see a message again while a function is at work on it");
        });
  }

  /** A number, or one with archives, forty calls more, and one without. */
  private static int reserved(@Nullable Object number) {
    if (!(number instanceof Map<?, ?> map)) {
      return Integer.parseInt(String.valueOf(number));
    }
    if (!(map.get("Fn::If") instanceof List<?> choice)
        || !choice.getFirst().equals("TakesArchives")) {
      return 0;
    }
    int without = Integer.parseInt(String.valueOf(choice.getLast()));
    int with = Integer.parseInt(String.valueOf(choice.get(1)));
    return with == without + ARCHIVE_CALLS ? without : 0;
  }

  static void mapping(Findings f, String id, Section function, Section mapping) {
    reports(f, id, mapping);
    int most = most(f, mapping.section("ScalingConfig").values().get("MaximumConcurrency"));
    f.require(most >= 2 && most < reserved(function), id + " may be throttled by its own mapping");
    f.require(
        visibility(f, Findings.target(mapping.values().get("Queue")))
            >= 6 * function.number("Timeout", 900),
        id + " may see a message again while it is at work on it");
  }

  static void reports(Findings f, String id, Section mapping) {
    f.require(
        mapping.texts("FunctionResponseTypes").equals(List.of("ReportBatchItemFailures")),
        id + " does not report which messages failed");
  }

  private static int visibility(Findings f, String queue) {
    return f.resources("AWS::SQS::Queue")
        .getOrDefault(queue, new Section(Map.of()))
        .section("Properties")
        .number("VisibilityTimeout", 0);
  }

  /** Calls at once of a mapping: a number, or a parameter that reservations hold to its default. */
  private static int most(Findings f, @Nullable Object concurrency) {
    if (!(concurrency instanceof Map<?, ?>)) {
      return concurrency == null ? 0 : Integer.parseInt(String.valueOf(concurrency));
    }
    String name = Findings.target(concurrency);
    Section parameter = f.template().section("Parameters").section(name);
    String rules = String.valueOf(f.template().section("Rules").values());
    String held = "{Fn::Equals=[{Ref=%s}, %s]}".formatted(name, parameter.text("Default", ""));
    return rules.contains(held) ? parameter.number("Default", 0) : 0;
  }

  private static void roles(Findings f) {
    f.each(
        "AWS::IAM::Role",
        (id, role) -> {
          f.require(!role.values().containsKey("ManagedPolicyArns"), id + " has managed policies");
          for (Section trust : role.section("AssumeRolePolicyDocument").sections("Statement")) {
            String principal = trust.section("Principal").text("Service", "anyone");
            f.require(TRUSTED.contains(principal), id + " trusts " + principal);
            f.require(
                principal.startsWith("lambda")
                    || String.valueOf(trust.values().get("Condition"))
                        .contains("aws:SourceAccount"),
                id + " trusts schedules or rules of others");
          }
          List<Map<?, ?>> statements = Permissions.statements(role);
          f.require(!statements.isEmpty(), id + " allows nothing");
          for (Map<?, ?> statement : statements) {
            for (Object action : Findings.list(statement.get("Action"))) {
              f.require(!String.valueOf(action).contains("*"), id + " allows " + action);
            }
            for (Object resource : Findings.list(statement.get("Resource"))) {
              f.require(!resource.equals("*"), id + " may do it to everything");
            }
          }
          f.require(
              statements.stream()
                  .anyMatch(s ->
                      String.valueOf(s.get("Action")).contains("kms:Decrypt")
                          && Findings.target(s.get("Resource")).equals("KmsKeyArn")),
              id + " may not use the operator's key");
        });
  }

  /** What a schedule or a rule starts: what it does not take is tried again and then kept. */
  static void delivery(Findings f, String id, Section target) {
    f.require(
        Findings.target(target.section("DeadLetterConfig").values().get("Arn"))
            .endsWith("DeadLetters"),
        id + " has no dead letters");
    Section retry = target.section("RetryPolicy");
    f.require(
        retry.number("MaximumRetryAttempts", 0) > 0
            && retry.number("MaximumEventAgeInSeconds", 0) > 0,
        id + " has no retry policy");
    f.require(
        f.resources("AWS::IAM::Role").containsKey(Findings.target(target.values().get("RoleArn"))),
        id + " has no role");
  }

  private static void schedules(Findings f) {
    Set<String> exchanges = new TreeSet<>();
    f.each(
        "AWS::Scheduler::Schedule",
        (id, schedule) -> {
          Section target = schedule.section("Target");
          delivery(f, id, target);
          String started = Findings.target(target.values().get("Arn"));
          f.require(
              started.endsWith("Aliaslive") || f.resources("AWS::SQS::Queue").containsKey(started),
              id + " neither starts the version that is live nor fills a queue");
          boolean atATime = schedule.text("ScheduleExpression").startsWith("cron");
          f.require(
              !atATime || schedule.text("ScheduleExpressionTimezone", "").contains("/"),
              id + " has no zone of its own");
          for (String mic : target.text("Input").split("[^A-Z]+", -1)) {
            f.require(mic.length() < 4 || exchanges.add(mic), mic + " is refreshed twice");
          }
        });
    f.require(exchanges.size() > 30, "only " + exchanges + " are refreshed");
    f.each(
        "AWS::Serverless::Function",
        (id, function) -> {
          boolean scheduled =
              f.resources("AWS::Scheduler::Schedule").values().stream()
                  .map(s -> s.section("Properties").section("Target").values().get("Arn"))
                  .anyMatch(arn -> Findings.target(arn).equals(id + "Aliaslive"));
          Section invoked = function.section("EventInvokeConfig");
          f.require(
              !scheduled
                  || (invoked.values().containsKey("MaximumRetryAttempts")
                      && invoked.values().toString().contains("SchedulesDeadLetters")),
              id + " loses scheduled runs that fail");
        });
  }
}
