package io.quotemark.publish;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.quotemark.publish.export.ExportOrder;
import io.quotemark.publish.webhook.Courier;
import io.quotemark.publish.webhook.Delivery;
import io.quotemark.runtime.Batch;
import io.quotemark.runtime.Retirement;
import io.quotemark.runtime.Snapshot;
import io.quotemark.runtime.events.SqsBatch;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import io.quotemark.storage.AwsClients;
import io.quotemark.storage.Rehearsal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes changes of the articles table, and messages of the outgoing queue: webhooks to be posted,
 * days to be exported.
 */
public final class Handler implements RequestStreamHandler {
  /** An attempt at a receiver, with room to put it back on the queue. */
  private static final long RESERVE_MILLIS = 25_000;

  /** What a part of an export takes at most. */
  private static final long PART_MILLIS = 90_000;

  private final Wiring wiring;
  private final Batch batch;

  public Handler() {
    this(System.getenv());
    Snapshot.rehearse(
        System.getenv(),
        wiring.log(),
        this,
        List.of("rehearsal.json"),
        play -> Rehearsal.holding(new byte[0], play::run));
  }

  public Handler(Map<String, String> variables) {
    this(variables, AwsClients::new, Clock.systemUTC(), null);
  }

  /**
   * @param keys of the webhook's signatures, where they are in no parameter store
   */
  public Handler(Map<String, String> variables, WebhookKeys keys) {
    this(variables, AwsClients::new, Clock.systemUTC(), keys);
  }

  /**
   * @param clients of a region: the place to count or disturb calls
   * @param keys of the webhook's signatures, null where they are in the parameter store
   */
  public Handler(
      Map<String, String> variables,
      Function<String, AwsClients> clients,
      Clock clock,
      @Nullable WebhookKeys keys) {
    Config config = Config.from(variables);
    this.wiring = Wiring.of(config, clients.apply(config.region()), clock, keys);
    this.batch = new Batch(wiring.log(), RESERVE_MILLIS, Retirement.of(variables));
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    byte[] bytes = input.readAllBytes();
    Node event = Json.read(bytes);
    if (ChangeBatch.is(event)) {
      output.write(wiring.changes().run(event));
    } else if (SqsBatch.is(event)) {
      output.write(
          batch.run(
              SqsBatch.of(event),
              context,
              message -> on(message.body().getBytes(StandardCharsets.UTF_8), context)));
    } else {
      on(bytes, context);
      output.write("{}".getBytes(StandardCharsets.UTF_8));
    }
  }

  private void on(byte[] message, Context context) {
    Node event = Json.read(message);
    if (event.at("detail-type").isPresent()) {
      wiring.changes().again(Json.member(message, "detail")); // a rule of the bus gave it up
      return;
    }
    String type = event.at("type").textOr("");
    if (type.equals(ExportOrder.TYPE)) {
      wiring
          .export()
          .get()
          .run(ExportOrder.read(event), () -> context.getRemainingTimeInMillis() > PART_MILLIS)
          .ifPresent(rest -> wiring.queue().sendLater(rest.toJson(), 0));
      return;
    }
    if (!type.equals(Delivery.TYPE)) {
      throw new Json.Malformed("no work of this function is called \"" + type + "\"", null);
    }
    Courier courier =
        Objects.requireNonNull(wiring.courier(), "a webhook's message, and no webhook is set");
    courier.on(Delivery.read(event));
  }
}
