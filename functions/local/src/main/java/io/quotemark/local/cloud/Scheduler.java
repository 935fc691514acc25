package io.quotemark.local.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quotemark.local.template.Specs;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** Starts functions at the template's times. A run that fails three times is a dead letter. */
final class Scheduler implements Part {
  private static final System.Logger LOG = System.getLogger(Scheduler.class.getName());
  private static final int ATTEMPTS = 3;

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("scheduler").factory());
  private final Map<String, FunctionHost> functions;
  private final BiConsumer<String, String> send;
  private final Clock clock;

  /**
   * @param send puts a body on a queue
   */
  Scheduler(
      List<Specs.Schedule> schedules,
      Map<String, FunctionHost> functions,
      BiConsumer<String, String> send,
      Clock clock) {
    this.functions = Map.copyOf(functions);
    this.send = send;
    this.clock = clock;
    for (Specs.Schedule schedule : schedules) {
      plan(schedule, ScheduleExpression.parse(schedule.expression(), schedule.zone()));
    }
  }

  private void plan(Specs.Schedule schedule, ScheduleExpression expression) {
    Instant now = clock.instant();
    Optional<Instant> next = expression.next(now);
    if (next.isPresent()) {
      var due =
          timer.schedule(
              () -> {
                Thread.ofVirtual().start(() -> run(schedule, next.get()));
                plan(schedule, expression);
              },
              Duration.between(now, next.get()).toMillis(),
              TimeUnit.MILLISECONDS);
      LOG.log(Level.DEBUG, () -> schedule.id() + " in " + due.getDelay(TimeUnit.SECONDS) + " s");
    }
  }

  /**
   * Runs a schedule now.
   *
   * @param due the time it was scheduled for, which its input may ask for
   */
  void run(Specs.Schedule schedule, Instant due) {
    String input =
        schedule
            .input()
            .replace(
                "<aws.scheduler.scheduled-time>", due.truncatedTo(ChronoUnit.SECONDS).toString());
    FunctionHost function = functions.get(schedule.function());
    if (function == null) {
      send.accept(schedule.function(), input); // a queue
      return;
    }
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        function.invoke(input.getBytes(UTF_8));
        return;
      } catch (FunctionHost.FunctionFailed e) {
        LOG.log(Level.WARNING, schedule.id() + ", attempt " + attempt, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    if (schedule.deadLetters() != null) {
      send.accept(schedule.deadLetters(), input);
    }
  }

  @Override
  public void stop() {
    timer.shutdownNow();
  }
}
