package io.quotemark.refresh;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.quotemark.runtime.Batch;
import io.quotemark.runtime.events.ObjectEvent;
import io.quotemark.runtime.events.SqsBatch;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import io.quotemark.runtime.log.Metric;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Takes the notifications of price files (in SQS messages, with partial failures, or bare) and the
 * scheduled runs after each exchange's close.
 */
public final class Handler implements RequestStreamHandler {
  /** What the largest file may take, with room to spare. */
  private static final long RESERVE_MILLIS = 60_000;

  private final PriceImport prices;
  private final Batch batch;

  public Handler() {
    this(System.getenv());
  }

  public Handler(Map<String, String> variables) {
    this(Wiring.prices(Config.from(variables)));
  }

  Handler(PriceImport prices) {
    this.prices = prices;
    this.batch = new Batch(prices.log(), RESERVE_MILLIS);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    Node event = Json.read(input.readAllBytes());
    if (SqsBatch.is(event)) {
      output.write(
          batch.run(
              SqsBatch.of(event),
              context::getRemainingTimeInMillis,
              message -> take(Json.read(message.body().getBytes(StandardCharsets.UTF_8)))));
      return;
    }
    if ("refresh".equals(event.at("type").textOrNull()) || event.at("run").isPresent()) {
      scheduled(event);
    } else {
      take(event);
    }
    output.write("{}".getBytes(StandardCharsets.UTF_8));
  }

  private void take(Node event) {
    for (ObjectEvent one : ObjectEvent.of(event)) {
      prices.on(one);
    }
  }

  /**
   * No provider is configured, so that prices come from files alone and a run has nothing to fetch;
   * what files bring is re-checked when they come.
   */
  private void scheduled(Node event) {
    List<String> exchanges =
        event.at("exchanges").isArray()
            ? event.at("exchanges").texts()
            : event.at("run").isPresent() ? List.of(event.at("run").text()) : List.of();
    prices
        .log()
        .measured(
            "nothing_to_fetch",
            List.of(Metric.one("RefreshRuns")),
            "exchanges",
            exchanges,
            "why",
            "no price provider is configured");
  }
}
