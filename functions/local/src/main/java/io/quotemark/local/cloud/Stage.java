package io.quotemark.local.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import io.quotemark.local.template.Checkout;
import io.quotemark.local.template.Specs;
import io.quotemark.local.template.Template;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * The emulators without anything that acts by itself: no notification is sent, no queue is polled.
 * Who holds it decides what is delivered, when, and how often: tests of faults do.
 */
public final class Stage implements Services, AutoCloseable {
  /** The bucket's name. */
  public static final String BUCKET = Bucket.NAME;

  /** With what a parameter switches on. */
  private static final Template TEMPLATE =
      Checkout.template()
          .with(Map.of("Feeds", "config/feeds.txt", "FetchHosts", "ledger.example,desk.example"));

  private final Tables tables;
  private final Queues queues;
  private final Bucket bucket;

  public Stage(Path data) throws IOException {
    Clock clock = Clock.systemUTC();
    tables = Tables.inMemory(TEMPLATE.tables());
    queues =
        Queues.start(
            data.resolve("queues"), 0, TEMPLATE.queues(), clock, new Disk(data), notice -> {});
    // the watcher of folders needs one to watch
    List<Specs.Notification> none =
        List.of(new Specs.Notification("s3:ObjectCreated:*", "nothing/", "UploadsQueue"));
    bucket = Bucket.start(data, 0, none, List.of(), queues::send, clock, notice -> {});
  }

  /** The variables of a function, by its name in the template. */
  public Map<String, String> environment(String function) {
    return Cloud.environment(TEMPLATE, spec(function), this);
  }

  /** What a function is told of an invocation. */
  public static Context context(String function) {
    return new InvocationContext(spec(function), "00000000-0000-0000-0000-000000000000");
  }

  /** How many messages a function is handed at most. */
  public static int batchSize(String function) {
    return spec(function).mappings().getFirst().batchSize();
  }

  private static Specs.Function spec(String function) {
    return TEMPLATE.functions().stream()
        .filter(spec -> spec.id().equals(function))
        .findFirst()
        .orElseThrow();
  }

  /**
   * The bucket's notification.
   *
   * @param size bytes, null for a removal
   */
  public static String notification(
      String key, @Nullable Long size, String sequencer, Instant time) {
    String name = size == null ? "ObjectRemoved:Delete" : "ObjectCreated:Put";
    return S3Event.json(BUCKET, name, key, size, null, sequencer, time);
  }

  /** A message as a queue hands it out. */
  public static Message message(String id, String body) {
    return Message.builder().messageId(id).receiptHandle(id).body(body).build();
  }

  /** The event that a function gets of messages. */
  public static byte[] batch(List<Message> messages) {
    return SqsEvent.json(messages, Queues.arn("Queue")).getBytes(UTF_8);
  }

  /** Ids of the messages that a function's answer wants delivered again. */
  public static Set<String> failures(byte[] answer, List<Message> messages) {
    return SqsEvent.failures(answer, messages);
  }

  @Override
  public URI s3() {
    return bucket.endpoint();
  }

  @Override
  public URI sqs() {
    return queues.endpoint();
  }

  @Override
  public URI dynamoDb() {
    return tables.endpoint();
  }

  @Override
  public String queueUrl(String queue) {
    return queues.url(queue);
  }

  @Override
  public SqsClient queues() {
    return queues.client();
  }

  @Override
  public void stop() throws Exception {
    bucket.stop();
    queues.stop();
    tables.stop();
  }

  @Override
  public void close() throws IOException {
    try {
      stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      throw new IOException("the emulators did not stop", e);
    }
  }
}
