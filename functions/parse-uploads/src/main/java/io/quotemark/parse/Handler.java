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
import io.quotemark.storage.JointSends;
import io.quotemark.storage.Rehearsal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes the bucket's notifications as they are deployed (in SQS messages, with partial failures)
 * and bare (a direct trigger, EventBridge, {@code sam local invoke -e events/s3-put.json}).
 */
public final class Handler implements RequestStreamHandler {
  /** What reading and sending one upload takes at most, poison messages aside. */
  private static final long RESERVE_MILLIS = 5_000;

  /** Larger documents are read one by one. */
  private static final long MOST_BYTES_AT_ONCE = 256 * 1024;

  private final UploadParser parser;
  private final JointSends sends;
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
    this(config, clients, new JointSends(), retirement);
  }

  private Handler(
      Config config,
      Function<String, AwsClients> clients,
      JointSends sends,
      Retirement retirement) {
    this(Wiring.parser(config, clients.apply(config.region()), sends), sends, retirement);
  }

  /**
   * @param sends by which the parser sends
   */
  Handler(UploadParser parser, JointSends sends, Retirement retirement) {
    this.parser = parser;
    this.sends = sends;
    this.batch = new Batch(parser.log(), RESERVE_MILLIS, retirement, new Small());
  }

  /** Ten documents at once as long as they are small: reading one takes many times its size. */
  private static final class Small implements Batch.Together {
    @Override
    public @Nullable String subject(SqsBatch.Message message) {
      try {
        long bytes = 0;
        for (ObjectEvent event : ObjectEvent.of(event(message))) {
          bytes += event.size();
        }
        return bytes > MOST_BYTES_AT_ONCE ? null : message.id();
      } catch (Json.Malformed e) {
        return null; // it says so where it is worked on
      }
    }
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    Node event = Json.read(input.readAllBytes());
    if (SqsBatch.is(event)) {
      output.write(batch.run(SqsBatch.of(event), context, this::parse));
      return;
    }
    parse(event);
    output.write("{}".getBytes(StandardCharsets.UTF_8));
  }

  private static Node event(SqsBatch.Message message) {
    return Json.read(message.body().getBytes(StandardCharsets.UTF_8));
  }

  private void parse(SqsBatch.Message message) {
    sends.enter();
    try {
      parse(event(message));
    } finally {
      sends.leave();
    }
  }

  private void parse(Node event) {
    boolean passedOn = Archives.passedOn(event);
    for (ObjectEvent one : ObjectEvent.of(event)) {
      parser.on(one, passedOn);
    }
  }
}
