package io.quotemark.local.template;

import java.util.Map;

/** What holds for what goes out by itself: off unless it is named, and nothing of it lost. */
final class PublishRules {
  /** Parameters that name what goes out, with the value that they have by default. */
  private static final Map<String, String> OFF =
      Map.of("EventBus", "", "WebhookUrl", "", "WebhookSecret", "", "Exports", "off");

  private PublishRules() {}

  static void check(Findings f) {
    OFF.forEach((name, value) ->
        f.equal(
            name + " by default",
            f.template().section("Parameters").section(name).values().get("Default"),
            value));
    f.equal(
        "WebhookUrl is shown",
        f.template().section("Parameters").section("WebhookUrl").values().get("NoEcho"),
        true); // whoever knows it may post in the stack's place
    f.require(
        !f.template().section("Rules").section("WebhookNeedsASender").list("Assertions").isEmpty(),
        "a webhook may have nobody who posts it");
    mappings(f);
    rules(f);
    f.each(
        "AWS::Events::Connection",
        (id, connection) ->
            f.equal(id + " proves", connection.values().get("AuthorizationType"), "API_KEY"));
    f.each(
        "AWS::Events::EventBus",
        (id, bus) -> f.ownKey(id + " key", bus.values().get("KmsKeyIdentifier")));
  }

  private static void mappings(Findings f) {
    f.each(
        "AWS::Lambda::EventSourceMapping",
        (id, mapping) -> {
          String function =
              Findings.target(mapping.values().get("FunctionName")).replaceFirst("Aliaslive$", "");
          Section of =
              f.resources("AWS::Serverless::Function")
                  .getOrDefault(function, new Section(Map.of()))
                  .section("Properties");
          f.require(
              Findings.target(mapping.values().get("FunctionName")).endsWith("Aliaslive"),
              id + " does not start the version that is live");
          if (String.valueOf(mapping.values().get("EventSourceArn")).contains("StreamArn")) {
            stream(f, id, mapping);
          } else if (!Findings.target(mapping.values().get("EventSourceArn"))
              .startsWith("Archive")) { // FunctionRules has those
            Map<String, Object> values = new java.util.LinkedHashMap<>(mapping.values());
            values.put("Queue", mapping.values().getOrDefault("EventSourceArn", ""));
            FunctionRules.mapping(f, id, of, new Section(values));
          }
        });
  }

  /** A change that fails is tried again by itself, until it is done. */
  private static void stream(Findings f, String id, Section mapping) {
    f.equal(id + " begins", mapping.values().get("StartingPosition"), "TRIM_HORIZON");
    FunctionRules.reports(f, id, mapping);
    f.equal(id + " bisects", mapping.values().get("BisectBatchOnFunctionError"), true);
    f.require(
        !mapping.values().containsKey("MaximumRetryAttempts")
            && !mapping.values().containsKey("MaximumRecordAgeInSeconds"),
        id + " gives changes up");
    f.require(
        !mapping.section("FilterCriteria").list("Filters").isEmpty(),
        id + " starts the function for every entry of every list");
    f.require(
        f.resources("AWS::CloudWatch::Alarm").toString().contains("MetricName=IteratorAge"),
        "nobody hears that changes are not told");
  }

  private static void rules(Findings f) {
    f.each(
        "AWS::Events::Rule",
        (id, rule) -> {
          for (Section target : rule.sections("Targets")) {
            FunctionRules.delivery(f, id, target);
          }
        });
  }
}
