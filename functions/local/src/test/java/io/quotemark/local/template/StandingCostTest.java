package io.quotemark.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/deploy.md counts as the cost of a stack without an article is what is deployed. */
class StandingCostTest {
  /** The first three dashboards of up to so many metrics are free. */
  private static final int METRICS_OF_A_FREE_DASHBOARD = 50;

  @Test
  void standingCost_countsWhatTheTemplateHas() throws IOException {
    Path home = Checkout.home();
    String costs = Files.readString(home.resolve("docs/deploy.md"));
    Section template =
        new Section(TemplateYaml.parse(Files.readString(home.resolve("template.yaml"))));
    Map<String, String> defaults = new LinkedHashMap<>();
    template
        .section("Parameters")
        .forEach((name, parameter) -> defaults.put(name, parameter.text("Default", "")));
    Findings f = new Findings(made(template, defaults));
    Map<String, String> publishing = new LinkedHashMap<>(defaults);
    publishing.putAll(
        Map.of(
            "EventBus", "newsroom",
            "WebhookUrl", "https://receiver.example/hook",
            "WebhookSecret", "/quotemark/webhook"));
    Findings more = new Findings(made(template, publishing));
    Map<String, String> fetching = new LinkedHashMap<>(defaults);
    fetching.put("Feeds", "config/feeds.txt");
    long bands =
        f.resources("AWS::CloudWatch::Alarm").values().stream()
            .filter(alarm -> alarm.values().toString().contains("ANOMALY_DETECTION_BAND"))
            .count();
    long alarms = f.resources("AWS::CloudWatch::Alarm").size() - bands;
    long polled =
        f.resources("AWS::Serverless::Function").values().stream()
            .mapToLong(function -> function.section("Properties").section("Events").values().size())
            .sum();
    String dashboards = f.resources("AWS::CloudWatch::Dashboard").toString();
    long shown =
        Pattern.compile("\\[\"(Quotemark|AWS/[A-Za-z]+)\", ").matcher(dashboards).results().count();

    assertThat(costs)
        .contains(
            "| %d alarms on a metric | %d × 0.10".formatted(alarms, alarms),
            "| %d alarm on an anomaly band | %d × 0.10".formatted(bands, 3 * bands),
            "this one has %d |".formatted(shown),
            "| polling of %d queues by Lambda | %d × 657,000".formatted(polled, polled),
            "| %d schedules,".formatted(f.resources("AWS::Scheduler::Schedule").size()),
            "| logs, %d groups |".formatted(f.resources("AWS::Logs::LogGroup").size()),
            "| with `Feeds` or `FetchHosts`: %d alarms, polling of 1 queue |"
                .formatted(
                    new Findings(made(template, fetching))
                            .resources("AWS::CloudWatch::Alarm")
                            .size()
                        - f.resources("AWS::CloudWatch::Alarm").size()),
            "Events and a webhook add %d alarms"
                .formatted(
                    more.resources("AWS::CloudWatch::Alarm").size()
                        - f.resources("AWS::CloudWatch::Alarm").size()));
    assertThat(shown).isLessThanOrEqualTo(METRICS_OF_A_FREE_DASHBOARD);
    assertThat(f.resources("AWS::CloudWatch::Dashboard")).hasSize(1);
  }

  private static Section made(Section template, Map<String, String> parameters) {
    return new Section(
        Map.of(
            "Resources",
            new Conditions(template.section("Conditions"), parameters)
                .made(template.section("Resources"))
                .values()));
  }
}
