package io.quotemark.local.template;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What holds for alarms, dashboard and budget, and for what people read. */
final class WatchRules {
  private WatchRules() {}

  static void check(Findings f, String deployDoc) {
    f.resources("AWS::SQS::Queue").keySet().stream()
        .filter(queue -> !queue.startsWith("Archive")) // whose messages may wait for days
        .forEach(queue -> {
          boolean dead = queue.endsWith("DeadLetters");
          alarm(
              f,
              dead ? "ApproximateNumberOfMessagesVisible" : "ApproximateAgeOfOldestMessage",
              queue);
        });
    for (String function : f.resources("AWS::Serverless::Function").keySet()) {
      alarm(f, "Errors", function);
      alarm(f, "Throttles", function);
    }
    alarm(f, "WriteThrottleEvents", "ArticlesTable");
    alarm(f, "5xx", "HttpApi");
    alarm(f, "RefreshRuns", "refresh-prices");
    alarm(f, "UnverifiableShare", "ANOMALY_DETECTION_BAND");
    f.each(
        "AWS::CloudWatch::Alarm",
        (id, alarm) -> {
          for (String actions : List.of("AlarmActions", "OKActions")) {
            f.equal(
                id + " " + actions,
                alarm.values().get(actions),
                List.of(Map.of("Ref", "AlarmTopic")));
          }
          boolean silenceIsAlarming = alarm.text("MetricName", "").equals("RefreshRuns");
          f.equal(
              id + " without data",
              alarm.values().get("TreatMissingData"),
              silenceIsAlarming ? "missing" : "notBreaching"); // breaching would alarm at once
          f.require(
              !silenceIsAlarming
                  || List.of(Map.of("Ref", "AlarmTopic"))
                      .equals(alarm.values().get("InsufficientDataActions")),
              id + " does not tell of silence");
          f.require(
              alarm.text("AlarmDescription", "").contains("docs/deploy.md, " + id),
              id + " does not say what to do");
          f.require(deployDoc.contains("`" + id + "`"), "docs/deploy.md is silent on " + id);
        });
    topic(f);
    budget(f);
    dashboard(f);
    described(f);
  }

  private static void alarm(Findings f, String metric, String about) {
    f.require(
        f.resources("AWS::CloudWatch::Alarm").values().stream()
            .map(a -> a.section("Properties").values().toString())
            .anyMatch(a ->
                a.contains("MetricName=" + metric)
                    && (a.contains("[" + about + ", ")
                        || a.contains("Ref=" + about + "}")
                        || a.contains("Value=" + about)
                        || a.contains(about + "("))),
        "no alarm on " + metric + " of " + about);
  }

  private static void topic(Findings f) {
    f.each("AWS::SNS::Topic", (id, topic) -> f.ownKey(id, topic.values().get("KmsMasterKeyId")));
    f.require(!f.resources("AWS::SNS::Topic").isEmpty(), "nobody can be told");
    String subscriptions = f.resources("AWS::SNS::Subscription").toString();
    f.require(subscriptions.contains("Ref=AlarmEmail"), "AlarmEmail is not told");
    f.each(
        "AWS::SNS::TopicPolicy",
        (id, policy) -> {
          String words = policy.values().toString();
          f.require(words.contains("aws:SecureTransport=false"), id + " takes plain text");
          f.require(words.contains("aws:SourceAccount"), id + " takes alarms of others");
        });
  }

  private static void budget(Findings f) {
    Set<String> kinds = new TreeSet<>();
    f.each(
        "AWS::Budgets::Budget",
        (id, budget) ->
            budget
                .sections("NotificationsWithSubscribers")
                .forEach(n -> {
                  f.require(
                      n.values().toString().contains("Ref=AlarmTopic"), "a budget tells nobody");
                  kinds.add(n.section("Notification").text("NotificationType", ""));
                }));
    f.equal("budget", kinds, new TreeSet<>(Set.of("ACTUAL", "FORECASTED")));
    f.resources("AWS::Budgets::Budget")
        .forEach((id, budget) -> f.equal(id, budget.values().get("Condition"), "HasBudget"));
  }

  private static void dashboard(Findings f) {
    Set<String> missing = new TreeSet<>();
    // what only a parameter makes cannot be named here; its function's own figures are shown
    f.resources("AWS::SQS::Queue")
        .forEach((id, queue) -> {
          if (!queue.values().containsKey("Condition")) {
            missing.add(id);
          }
        });
    f.resources("AWS::Serverless::Function")
        .forEach((id, function) ->
            missing.add(function.values().containsKey("Condition") ? dashed(id) : id));
    f.each(
        "AWS::CloudWatch::Dashboard",
        (id, dashboard) -> {
          String body = Objects.toString(dashboard.values().get("DashboardBody"));
          missing.removeIf(body::contains);
        });
    f.require(missing.isEmpty(), "the dashboard does not show " + missing);
  }

  /** PublishChanges as its log lines and metrics name it: publish-changes. */
  private static String dashed(String id) {
    return id.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
  }

  private static void described(Findings f) {
    for (String part : List.of("Parameters", "Outputs")) {
      f.template()
          .section(part)
          .forEach((name, entry) ->
              f.require(entry.text("Description", "").length() > 10, name + " is not described"));
    }
  }
}
