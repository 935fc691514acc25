package io.quotemark.bench.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Plays a scenario and watches it minute by minute. The same seed gives the same figures. */
final class Run {
  private static final long SEED = 20_261_201;

  private final Timeline timeline = new Timeline();
  private final Scenario scenario;
  private final Stack stack;
  private final List<Outcome.Minute> minutes = new ArrayList<>();
  private long oldest;
  private long cameBefore;
  private long storedBefore;
  private final long[] busyBefore = new long[2];
  private final double[] busiest = new double[2];

  private Run(Scenario scenario) {
    this.scenario = scenario;
    this.stack = new Stack(timeline, new SplittableRandom(SEED), scenario.settings());
  }

  static Outcome of(Scenario scenario) {
    Run run = new Run(scenario);
    run.play();
    return run.outcome();
  }

  private void play() {
    stack.take(scenario.load());
    scenario.disturbance().accept(timeline, stack);
    timeline.every(Timeline.SECOND, () -> oldest = Math.max(oldest, stack.news().ageOfOldest()));
    timeline.every(Timeline.MINUTE, this::note);
    timeline.runUntil(scenario.hours() * Timeline.HOUR);
  }

  private void note() {
    long waiting = stack.lanes().stream().mapToLong(Stack.Lane::waiting).sum();
    minutes.add(
        new Outcome.Minute(
            (stack.uploaded() - cameBefore) / 60.0,
            (stack.done() - storedBefore) / 60.0,
            waiting,
            (double) stack.news().ageOfOldest() / Timeline.SECOND));
    cameBefore = stack.uploaded();
    storedBefore = stack.done();
    busy(0, stack.news().parse, scenario.settings().parse());
    busy(1, stack.news().enrich, scenario.settings().enrich());
  }

  private void busy(int index, EventSource source, Settings.Worker worker) {
    double use =
        (double) (source.busy() - busyBefore[index]) / Timeline.MINUTE / worker.concurrency();
    // a call counts where it ends; more than all of a minute is what began before it
    busiest[index] = Math.max(busiest[index], Math.min(1, use));
    busyBefore[index] = source.busy();
  }

  private Outcome outcome() {
    long dead = stack.lanes().stream().mapToLong(Stack.Lane::deadLetters).sum();
    long waiting = stack.lanes().stream().mapToLong(Stack.Lane::waiting).sum();
    long coldStarts =
        stack.lanes().stream()
            .mapToLong(lane -> lane.parse.coldStarts() + lane.enrich.coldStarts())
            .sum();
    WriteCapacity table = stack.table();
    boolean onDemand = scenario.settings().table().onDemand();
    List<Outcome.Limit> limits =
        List.of(
            new Outcome.Limit("calls of parse-uploads", "ParseConcurrency", busiest[0]),
            new Outcome.Limit("calls of enrich-articles", "EnrichConcurrency", busiest[1]),
            new Outcome.Limit(
                "write units of the table",
                onDemand ? "the account's quota of the table" : "WriteCapacityMax",
                table.busiest()),
            new Outcome.Limit(
                "one partition, the list of all articles",
                "a list in several partitions",
                table.busiestList()));
    return new Outcome(
        scenario,
        stack.uploaded(),
        stack.done(),
        waiting,
        dead,
        stack.uploaded() - stack.done() - waiting - dead,
        oldest,
        stack.newsAges().quantile(0.5),
        stack.newsAges().quantile(0.999),
        stack.archiveAges().quantile(0.999),
        table.throttled(),
        coldStarts,
        Costs.of(stack, onDemand),
        limits,
        List.copyOf(minutes));
  }
}
