package io.quotemark.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/deploy.md counts as the cost of a stack without an article is what is deployed. */
class StandingCostTest {
  /** The first three dashboards of up to so many metrics are free. */
  private static final int METRICS_OF_A_FREE_DASHBOARD = 50;

  @Test
  void standingCost_countsWhatTheTemplateHas() throws IOException {
    Path home = Checkout.home();
    String costs = Files.readString(home.resolve("docs/deploy.md"));
    Findings f =
        new Findings(
            new Section(TemplateYaml.parse(Files.readString(home.resolve("template.yaml")))));
    long bands =
        made(f, "AWS::CloudWatch::Alarm", "")
            .filter(alarm -> alarm.values().toString().contains("ANOMALY_DETECTION_BAND"))
            .count();
    long alarms = made(f, "AWS::CloudWatch::Alarm", "").count() - bands;
    long polled = polled(f, "");
    String dashboards = f.resources("AWS::CloudWatch::Dashboard").toString();
    long shown =
        Pattern.compile("\\[\"(Quotemark|AWS/[A-Za-z]+)\", ").matcher(dashboards).results().count();

    assertThat(costs)
        .contains(
            "| %d alarms on a metric | %d × 0.10".formatted(alarms, alarms),
            "| %d alarm on an anomaly band | %d × 0.10".formatted(bands, 3 * bands),
            "this one has %d |".formatted(shown),
            "| polling of %d queues by Lambda | %d × 657,000".formatted(polled, polled),
            "| %d schedules,".formatted(made(f, "AWS::Scheduler::Schedule", "").count()),
            "| logs, %d groups |".formatted(made(f, "AWS::Logs::LogGroup", "").count()),
            "| with `Feeds` or `FetchHosts`: %d alarms, polling of %d queue |"
                .formatted(
                    made(f, "AWS::CloudWatch::Alarm", "FetchesPages").count(),
                    polled(f, "FetchesPages")));
    assertThat(shown).isLessThanOrEqualTo(METRICS_OF_A_FREE_DASHBOARD);
    assertThat(f.resources("AWS::CloudWatch::Dashboard")).hasSize(1);
  }

  /** Resources of a type that are made on a condition, or on none. */
  private static Stream<Section> made(Findings f, String type, String condition) {
    return f.resources(type).values().stream()
        .filter(resource -> resource.text("Condition", "").equals(condition));
  }

  private static long polled(Findings f, String condition) {
    return made(f, "AWS::Serverless::Function", condition)
        .mapToLong(function -> function.section("Properties").section("Events").values().size())
        .sum();
  }
}
