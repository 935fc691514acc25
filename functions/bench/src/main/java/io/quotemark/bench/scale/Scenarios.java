package io.quotemark.bench.scale;

import static io.quotemark.bench.scale.Timeline.HOUR;
import static io.quotemark.bench.scale.Timeline.MILLISECOND;
import static io.quotemark.bench.scale.Timeline.MINUTE;
import static io.quotemark.bench.scale.Timeline.SECOND;

import java.util.List;

/** The scenarios of docs/scale.md, and the numbers that they rest on. */
final class Scenarios {
  private static final double TWO_MILLION = 2e6;
  private static final double TEN_MILLION = 10e6;

  private Scenarios() {}

  /**
   * The stack as template.yaml has it. Processor times are of ADR 11 and of
   * functions/bench/throughput, on one core; the time of a call to another service is 5 ms for
   * DynamoDB, 10 for SQS and 20 for S3, of which an article makes as many as CostTest counts.
   */
  static Settings settings() {
    return new Settings(
        new Settings.Queue(600 * SECOND, 7),
        new Settings.Queue(600 * SECOND, 7),
        new Settings.Worker(
            10, SECOND, 5, 1024, 10 * MILLISECOND, 30 * MILLISECOND, 974 * MILLISECOND),
        new Settings.Worker(
            10, SECOND, 10, 1536, 10 * MILLISECOND, 80 * MILLISECOND, 1002 * MILLISECOND),
        new Settings.Table(true, 4000, 40_000, 10),
        new Settings.Archive(false, 0));
  }

  private static Load day(double hot) {
    return new Load(
        TWO_MILLION,
        List.of(
            new Load.Burst(8 * HOUR, 8 * HOUR + 10 * MINUTE, 20),
            new Load.Burst(13 * HOUR + 30 * MINUTE, 13 * HOUR + 40 * MINUTE, 20),
            new Load.Burst(20 * HOUR, 20 * HOUR + 10 * MINUTE, 20)),
        hot,
        0);
  }

  static List<Scenario> all() {
    Settings stack = settings();
    Settings provisioned =
        stack.withTable(new Settings.Table(false, 100, 2500, 10)).withWorkers(5, 5);
    return List.of(
        new Scenario(
            "day",
            "Two million articles, spread over a day",
            "23 articles a second, none of them in a burst.",
            stack,
            Load.steady(TWO_MILLION),
            26),
        new Scenario(
            "bursts",
            "Two million and three bursts, half about one issuer",
            "As before, and at 8:00, 13:30 and 20:00 twenty times as much for ten minutes: 463 articles a second. Half of all articles name the same issuer.",
            stack,
            day(0.5),
            26),
        new Scenario(
            "bursts-wide",
            "The same with forty calls at once",
            "`ParseConcurrency` 20 and `EnrichConcurrency` 40 in place of 5 and 10.",
            stack.withWorkers(20, 40),
            day(0.5),
            26),
        new Scenario(
            "provisioned",
            "The same on provisioned capacity",
            "`TableCapacity: Provisioned` between 100 and 2,500 write units a second, and `EnrichConcurrency` 5.",
            provisioned,
            day(0.5),
            26),
        new Scenario(
            "throttled",
            "A throttled table",
            "For two hours the table takes 150 write units a second, fifteen articles, of the 324 that come.",
            stack,
            day(0.5),
            30,
            (timeline, run) -> {
              timeline.after(10 * HOUR, () -> run.table().limit(150));
              timeline.after(12 * HOUR, () -> run.table().limit(Double.POSITIVE_INFINITY));
            }),
        down("parse-down", "parse-uploads down for an hour", true),
        down("enrich-down", "enrich-articles down for an hour", false),
        new Scenario(
            "archive",
            "Ten million archived articles in a day, on queues of their own",
            "Beside the two million with their bursts; put within six hours. `ArchiveConcurrency` 16.",
            stack.withArchive(new Settings.Archive(true, 16)),
            day(0.5).withArchive(TEN_MILLION),
            30),
        new Scenario(
            "archive-shared",
            "The same through the queues of the news",
            "What would happen if archives had no queues of their own, even with twenty-six calls at once: news waits behind what is old.",
            stack.withWorkers(10, 26),
            day(0.5).withArchive(TEN_MILLION),
            30));
  }

  private static Scenario down(String id, String title, boolean parse) {
    return new Scenario(
        id,
        title,
        "From 10:00 to 11:00 every call of the function fails. Messages come back after their visibility timeout.",
        settings(),
        day(0.5),
        26,
        (timeline, run) -> {
          EventSource source = parse ? run.news().parse : run.news().enrich;
          timeline.after(10 * HOUR, () -> source.down(true));
          timeline.after(11 * HOUR, () -> source.down(false));
        });
  }
}
