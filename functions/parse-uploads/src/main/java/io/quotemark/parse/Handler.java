package io.quotemark.parse;

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
 * Takes the bucket's notifications as they are deployed (in SQS messages, with partial failures)
 * and bare (a direct trigger, EventBridge, {@code sam local invoke -e events/s3-put.json}).
 */
public final class Handler implements RequestStreamHandler {
  /** What reading and sending one upload takes at most, poison messages aside. */
  private static final long RESERVE_MILLIS = 5_000;

  private final UploadParser parser;
  private final Batch batch;

  public Handler() {
    this(System.getenv());
    Snapshot.rehearse(
        System.getenv(),
        parser.log(),
        this,
        List.of("rehearsal.json"),
        play -> Rehearsal.holding(Snapshot.file(Handler.class, "rehearsal.txt"), play::run));
  }

  public Handler(Map<String, String> variables) {
    this(variables, AwsClients::new);
  }

  /**
   * @param clients of a region: the place to count or disturb calls
   */
  public Handler(Map<String, String> variables, Function<String, AwsClients> clients) {
    this(Config.from(variables), clients, Retirement.of(variables));
  }

  private Handler(Config config, Function<String, AwsClients> clients, Retirement retirement) {
    this(Wiring.parser(config, clients.apply(config.region())), retirement);
  }

  Handler(UploadParser parser, Retirement retirement) {
    this.parser = parser;
    this.batch = new Batch(parser.log(), RESERVE_MILLIS, retirement);
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
              message -> parse(Json.read(message.body().getBytes(StandardCharsets.UTF_8)))));
      return;
    }
    parse(event);
    output.write("{}".getBytes(StandardCharsets.UTF_8));
  }

  private void parse(Node event) {
    boolean passedOn = Archives.passedOn(event);
    for (ObjectEvent one : ObjectEvent.of(event)) {
      parser.on(one, passedOn);
    }
  }
}
