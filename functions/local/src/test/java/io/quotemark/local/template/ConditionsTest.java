package io.quotemark.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Both sides of every condition: what is made then refers to nothing that is not. */
class ConditionsTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9:]+)[^}]*}");

  /** Parameters that decide conditions, each as it is by default and otherwise. */
  private static final List<List<Map<String, String>>> CHOICES =
      List.of(
          choice(
              "AuthMode",
              "IAM",
              Map.of(
                  "AuthMode", "JWT",
                  "JwtIssuer", "https://issuer.example",
                  "JwtAudience", "client")),
          choice("LoginRolesClaim", "cognito:groups", Map.of("AuthMode", "Login")),
          choice(
              "LoginIssuer",
              "",
              Map.of(
                  "LoginIssuer", "https://issuer.example",
                  "LoginClient", "client",
                  "LoginClientSecret", "/quotemark/login",
                  "LoginAddress", "https://quotemark.example")),
          choice(
              "AllowedOrigins",
              "",
              Map.of("AllowedOrigins", "https://a.example,https://b.example")),
          choice(
              "KmsKeyArn",
              "",
              Map.of("KmsKeyArn", "arn:aws:kms:eu-west-1:123456789012:key/12345678-abcd")),
          choice(
              "PriceProviders",
              "none",
              Map.of("PriceProviders", "alpaca:XNYS,XNAS;eodhd@100000/1000")),
          choice("Rates", "ecb", Map.of("Rates", "none")),
          choice("AlarmEmail", "", Map.of("AlarmEmail", "desk@example.com")),
          choice("MonthlyBudgetUsd", "50", Map.of("MonthlyBudgetUsd", "0")),
          choice("BudgetScope", "account", Map.of("BudgetScope", "stack")),
          choice("ReserveConcurrency", "off", Map.of("ReserveConcurrency", "on")),
          choice("BucketVersioning", "Off", Map.of("BucketVersioning", "On")),
          choice("PriceUploads", "off", Map.of("PriceUploads", "on")),
          choice("Feeds", "", Map.of("Feeds", "config/feeds.txt")),
          choice("FetchHosts", "", Map.of("FetchHosts", "news.example.com,*.example.org")),
          choice("EventBus", "", Map.of("EventBus", "newsroom", "WebhookForm", "slack")),
          choice(
              "WebhookUrl",
              "",
              Map.of(
                  "WebhookUrl", "https://receiver.example/hook",
                  "EventBus", "newsroom",
                  "WebhookEvents", "claim.contradicted,upload.failed")),
          choice(
              "WebhookSecret",
              "",
              Map.of(
                  "WebhookUrl", "https://receiver.example/hook",
                  "WebhookSecret", "/quotemark/webhook")),
          choice("Exports", "off", Map.of("Exports", "on", "AthenaDatabase", "quotemark")),
          choice("TableCapacity", "OnDemand", Map.of("TableCapacity", "Provisioned")),
          choice("ArchiveConcurrency", "0", Map.of("ArchiveConcurrency", "16")));

  private final String yaml;
  private final Section template;

  ConditionsTest() throws IOException {
    yaml = Files.readString(Checkout.home().resolve("template.yaml"));
    template = new Section(TemplateYaml.parse(yaml));
  }

  private static List<Map<String, String>> choice(
      String parameter, String value, Map<String, String> otherwise) {
    return List.of(Map.of(parameter, value), otherwise);
  }

  /** With at most two parameters that are not as by default, or with all of them so. */
  private List<Map<String, String>> pairs() {
    return combinations(2);
  }

  private List<Map<String, String>> combinations(int mostOthers) {
    int every = (1 << CHOICES.size()) - 1;
    List<Map<String, String>> all = new ArrayList<>();
    for (int bits = 0; bits <= every; bits++) {
      if (Integer.bitCount(bits) > mostOthers && bits != every) {
        continue;
      }
      Map<String, String> parameters = new LinkedHashMap<>();
      template
          .section("Parameters")
          .forEach((name, parameter) -> parameters.put(name, parameter.text("Default", "")));
      for (int i = 0; i < CHOICES.size(); i++) {
        parameters.putAll(CHOICES.get(i).get(bits >> i & 1));
      }
      all.add(parameters);
    }
    return all;
  }

  @Test
  void everyCondition_isSeenBothWays() {
    Map<String, Set<Boolean>> seen = new TreeMap<>();
    for (Map<String, String> parameters : pairs()) {
      Conditions conditions = new Conditions(template.section("Conditions"), parameters);
      for (String name : template.section("Conditions").values().keySet()) {
        seen.computeIfAbsent(name, n -> new TreeSet<>()).add(conditions.holds(name));
      }
    }
    assertThat(seen).isNotEmpty().allSatisfy((name, ways) -> assertThat(ways).hasSize(2));
  }

  /** All combinations would be two millions; no condition here asks for more than three. */
  @Tag("proof")
  @Test
  void resourcesAndRules_takeAnyThree() {
    for (Map<String, String> parameters : combinations(3)) {
      assertThat(dangling(template, parameters)).as(parameters.toString()).isEmpty();
      assertThat(Plan.of(template, parameters).refusals()).as(parameters.toString()).isEmpty();
    }
  }

  @Test
  void resources_ofEveryPair_referOnlyToWhatIsMade() {
    for (Map<String, String> parameters : pairs()) {
      assertThat(dangling(template, parameters)).as(parameters.toString()).isEmpty();
    }
  }

  @Test
  void reference_withoutItsGuard_isNoticed() {
    String unguarded =
        yaml.replaceFirst(
            "AuthorizerId: !If \\[UsesJwt, !Ref JwtAuthorizer, !Ref \"AWS::NoValue\"]",
            "AuthorizerId: !Ref JwtAuthorizer");
    assertThat(unguarded).isNotEqualTo(yaml);
    Section changed = new Section(TemplateYaml.parse(unguarded));

    List<Set<String>> found = pairs().stream().map(p -> dangling(changed, p)).distinct().toList();

    assertThat(found).containsExactlyInAnyOrder(Set.of(), Set.of("JwtAuthorizer"));
  }

  @Test
  void rules_takeEveryPair() {
    for (Map<String, String> parameters : pairs()) {
      assertThat(Plan.of(template, parameters).refusals()).as(parameters.toString()).isEmpty();
    }
  }

  @Test
  void everyFunction_keepsAboveItsQueue_whereConcurrencyIsReserved() {
    Plan reserving = Plan.parse(yaml, Map.of("ReserveConcurrency", "on"));
    assertThat(reserving.reserved()).isEqualTo(51);
    assertThat(
            Plan.parse(yaml, Map.of("ReserveConcurrency", "on", "Feeds", "config/feeds.txt"))
                .reserved())
        .isEqualTo(54);
    assertThat(Plan.parse(yaml, Map.of()).reserved()).isZero();
    assertThat(Plan.parse(yaml, Map.of()).mostFromQueues()).isEqualTo(17);
    for (Map<String, String> parameters : pairs()) {
      made(template, parameters)
          .forEach((id, resource) -> {
            Section properties = resource.section("Properties");
            int reserved = properties.number("ReservedConcurrentExecutions", Integer.MAX_VALUE);
            properties
                .section("Events")
                .forEach((name, event) ->
                    assertThat(
                            Integer.parseInt(
                                new Intrinsics(parameters)
                                    .text(
                                        event
                                            .section("Properties")
                                            .section("ScalingConfig")
                                            .values()
                                            .getOrDefault("MaximumConcurrency", 1000))))
                        .as(id)
                        .isLessThan(reserved));
          });
    }
  }

  private static Section made(Section template, Map<String, String> parameters) {
    return new Conditions(template.section("Conditions"), parameters)
        .made(template.section("Resources"));
  }

  /** What resources and outputs refer to and is neither made nor a parameter. */
  private static Set<String> dangling(Section template, Map<String, String> parameters) {
    Section made = made(template, parameters);
    Set<String> known = new TreeSet<>(parameters.keySet());
    made.forEach((id, resource) -> {
      known.add(id);
      if (resource.text("Type").equals("AWS::Serverless::Function")) {
        known.add(id + "Aliaslive"); // made by SAM
      }
    });
    Set<String> wanted = new TreeSet<>();
    wanted(made.values(), wanted);
    wanted(made(template.section("Outputs"), template, parameters), wanted);
    wanted.removeIf(name -> known.contains(name) || name.startsWith("AWS::"));
    return wanted;
  }

  private static Map<String, Object> made(
      Section section, Section template, Map<String, String> parameters) {
    return new Conditions(template.section("Conditions"), parameters).made(section).values();
  }

  private static void wanted(@Nullable Object node, Set<String> wanted) {
    if (node instanceof List<?> list) {
      list.forEach(element -> wanted(element, wanted));
    } else if (node instanceof Map<?, ?> map) {
      map.forEach((name, value) -> {
        switch ((String) name) {
          case "Ref" -> wanted.add((String) value);
          case "Fn::GetAtt" -> wanted.add((String) ((List<?>) value).getFirst());
          case "DependsOn" ->
              Findings.list(value).forEach(target -> wanted.add(String.valueOf(target)));
          case "Fn::Sub" -> {
            List<?> parts = Findings.list(value);
            Map<?, ?> own = parts.size() > 1 ? (Map<?, ?>) parts.get(1) : Map.of();
            Matcher placeholder = PLACEHOLDER.matcher(String.valueOf(parts.getFirst()));
            while (placeholder.find()) {
              if (!own.containsKey(placeholder.group(1))) {
                wanted.add(placeholder.group(1));
              }
            }
            wanted(own, wanted);
          }
          default -> wanted(value, wanted);
        }
      });
    }
  }
}
