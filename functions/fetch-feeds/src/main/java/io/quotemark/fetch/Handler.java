package io.quotemark.fetch;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.quotemark.runtime.Batch;
import io.quotemark.runtime.Retirement;
import io.quotemark.runtime.Snapshot;
import io.quotemark.runtime.events.ObjectEvent;
import io.quotemark.runtime.events.SqsBatch;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import io.quotemark.storage.AwsClients;
import io.quotemark.storage.Rehearsal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Takes the scheduled runs over the feeds, and the notifications of pages that callers of the API
 * want to have fetched (in SQS messages, with partial failures).
 */
public final class Handler implements RequestStreamHandler {
  /** What the slowest page with its robots.txt may take, with room to save the states. */
  private static final long RESERVE_MILLIS = 75_000;

  private final FeedRun feeds;
  private final PageRequests requests;
  private final Batch batch;

  public Handler() {
    this(System.getenv());
    Snapshot.rehearse(
        System.getenv(),
        requests.log(),
        this,
        List.of("rehearsal.json"),
        play -> Rehearsal.holding(Snapshot.file(Handler.class, "rehearsal.txt"), play::run));
  }

  public Handler(Map<String, String> variables) {
    this(variables, Web.PUBLIC);
  }

  /**
   * @param web the way out, where tests have another
   */
  public Handler(Map<String, String> variables, Web web) {
    this(variables, AwsClients::new, web);
  }

  /**
   * @param clients of a region: the place to count or disturb calls
   */
  public Handler(Map<String, String> variables, Function<String, AwsClients> clients, Web web) {
    this(Config.from(variables), clients, web, Retirement.of(variables));
  }

  private Handler(
      Config config, Function<String, AwsClients> clients, Web web, Retirement retirement) {
    this(Wiring.of(config, clients.apply(config.region()), web), retirement);
  }

  private Handler(Wiring wiring, Retirement retirement) {
    this.feeds = wiring.feeds();
    this.requests = wiring.requests();
    this.batch = new Batch(requests.log(), RESERVE_MILLIS, retirement);
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
              message -> on(Json.read(message.body().getBytes(StandardCharsets.UTF_8)), context)));
      return;
    }
    on(event, context);
    output.write("{}".getBytes(StandardCharsets.UTF_8));
  }

  /** A run that a schedule asked for in vain comes back from its dead letters as a message. */
  private void on(Node given, Context context) {
    Node event = given.at("requestPayload").isPresent() ? given.at("requestPayload") : given;
    if (event.at("type").textOr("").equals("feeds")) {
      feeds.run(() -> context.getRemainingTimeInMillis() > RESERVE_MILLIS);
    } else {
      ObjectEvent.of(event).forEach(requests::on);
    }
  }
}
