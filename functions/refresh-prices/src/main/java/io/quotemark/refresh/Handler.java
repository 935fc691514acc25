package io.quotemark.refresh;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.quotemark.runtime.Batch;
import io.quotemark.runtime.Retirement;
import io.quotemark.runtime.Snapshot;
import io.quotemark.runtime.events.ObjectEvent;
import io.quotemark.runtime.events.SqsBatch;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import io.quotemark.runtime.messages.MinuteNeed;
import io.quotemark.runtime.messages.PriceNeed;
import io.quotemark.storage.AwsClients;
import io.quotemark.storage.Rehearsal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Takes the notifications of price files (in SQS messages, with partial failures, or bare), what
 * articles lack, and the scheduled runs after each exchange's close.
 */
public final class Handler implements RequestStreamHandler {
  /** What the largest file may take, with room to spare. */
  private static final long RESERVE_MILLIS = 60_000;

  private final PriceImport prices;
  private final Sweep sweep;
  private final ReleaseRecheck release;
  private final Orders orders;
  private final Batch batch;

  public Handler() {
    this(System.getenv());
    Snapshot.rehearse(
        System.getenv(),
        prices.log(),
        this,
        List.of("rehearsal.json"),
        play -> Rehearsal.holding(Snapshot.file(Handler.class, "rehearsal.csv"), play::run));
  }

  public Handler(Map<String, String> variables) {
    this(Wiring.of(Config.from(variables)), Retirement.of(variables));
  }

  /**
   * @param outside of the providers, where keys are not in the parameter store
   */
  public Handler(Map<String, String> variables, Outside outside) {
    this(variables, AwsClients::new, Clock.systemUTC(), outside);
  }

  /**
   * @param clients of a region: the place to count or disturb calls
   */
  public Handler(
      Map<String, String> variables,
      Function<String, AwsClients> clients,
      Clock clock,
      Outside outside) {
    this(Config.from(variables), clients, clock, outside, Retirement.of(variables));
  }

  private Handler(
      Config config,
      Function<String, AwsClients> clients,
      Clock clock,
      Outside outside,
      Retirement retirement) {
    this(Wiring.of(config, clients.apply(config.region()), clock, outside), retirement);
  }

  private Handler(Wiring wiring, Retirement retirement) {
    this(wiring.prices(), wiring.sweep(), wiring.release(), wiring.orders(), retirement);
  }

  Handler(
      PriceImport prices,
      Sweep sweep,
      ReleaseRecheck release,
      Orders orders,
      Retirement retirement) {
    this.prices = prices;
    this.sweep = sweep;
    this.release = release;
    this.orders = orders;
    this.batch = new Batch(prices.log(), RESERVE_MILLIS, retirement);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    Node event = Json.read(input.readAllBytes());
    if (SqsBatch.is(event)) {
      output.write(
          batch.run(
              SqsBatch.of(event),
              context,
              message ->
                  on(
                      Json.read(message.body().getBytes(StandardCharsets.UTF_8)),
                      message.id(),
                      context)));
      return;
    }
    on(event, context.getAwsRequestId(), context);
    output.write("{}".getBytes(StandardCharsets.UTF_8));
  }

  /** A run that a schedule asked for in vain comes back from its dead letters as a message. */
  private void on(Node given, String message, Context context) {
    Node event = given.at("requestPayload").isPresent() ? given.at("requestPayload") : given;
    switch (event.at("type").textOr("")) {
      case "refresh" -> orders.refresh(event, context::getRemainingTimeInMillis);
      case "backfill" -> orders.backfill(event, context::getRemainingTimeInMillis);
      case PriceNeed.TYPE -> orders.need(event, message, context::getRemainingTimeInMillis);
      case MinuteNeed.TYPE -> orders.minutes(event, message, context::getRemainingTimeInMillis);
      case "watch" -> orders.watch(event);
      case "sweep" -> sweep(event, context);
      default -> ObjectEvent.of(event).forEach(prices::on);
    }
  }

  private void sweep(Node event, Context context) {
    String run = event.at("run").textOrNull();
    BooleanSupplier timeLeft = () -> context.getRemainingTimeInMillis() > RESERVE_MILLIS;
    sweep.run(
        run == null
            ? Sweep.Order.scheduled(context.getAwsRequestId())
            : new Sweep.Order(
                run,
                event.at("from_the_start").flag(),
                Duration.ofSeconds(event.at("grace_seconds").number())),
        timeLeft);
    if (run == null) {
      release.run(timeLeft);
    }
  }
}
