package io.quotemark.local.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import io.quotemark.local.template.Checkout;
import io.quotemark.local.template.Specs;
import io.quotemark.local.template.Template;
import io.quotemark.runtime.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
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

  /** With every function that a parameter makes. */
  private static final Template WHOLE =
      TEMPLATE.with(
          Map.of(
              "EventBus", "newsroom",
              "WebhookUrl", "https://receiver.example/hook",
              "WebhookSecret", "/local"));

  private final Template template;

  private final Tables tables;
  private final Queues queues;
  private final Bucket bucket;

  /** Shard to the place up to which its changes were handed over. */
  private final Map<String, String> read = new HashMap<>();

  public Stage(Path data) throws IOException {
    this(data, Map.of());
  }

  /**
   * @param parameters of the template, where they are not its defaults
   */
  public Stage(Path data, Map<String, String> parameters) throws IOException {
    template = TEMPLATE.with(parameters);
    Clock clock = Clock.systemUTC();
    tables = Tables.inMemory(template.tables());
    queues =
        Queues.start(
            data.resolve("queues"), 0, template.queues(), clock, new Disk(data), notice -> {});
    // the watcher of folders needs one to watch
    List<Specs.Notification> none =
        List.of(new Specs.Notification("s3:ObjectCreated:*", "nothing/", "UploadsQueue"));
    bucket = Bucket.start(data, 0, none, List.of(), queues::send, clock, notice -> {});
  }

  /** The variables of a function, by its name in the template. */
  public Map<String, String> environment(String function) {
    return Cloud.environment(template, template.function(function), this);
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
    return WHOLE.function(function);
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

  /**
   * The changes of a table since this was last asked for, as its mapping would hand them over: each
   * an event by itself, and those that no filter lets pass left out.
   */
  public List<String> changes(String table) {
    Specs.Stream stream =
        template.streams().stream().filter(s -> s.table().equals(table)).findFirst().orElseThrow();
    StreamFilter filter = new StreamFilter(stream.patterns());
    String arn = streamArn(table);
    List<String> changes = new ArrayList<>();
    try (DynamoDbStreamsClient client = Clients.streams(dynamoDb())) {
      for (Shard shard :
          client.describeStream(r -> r.streamArn(arn)).streamDescription().shards()) {
        for (Record record : unread(client, arn, shard.shardId())) {
          String event = StreamEvent.json(List.of(record), arn);
          if (filter.passes(Json.read(event.getBytes(UTF_8)).at("Records").elements().getFirst())) {
            changes.add(event);
          }
        }
      }
    }
    return changes;
  }

  private List<Record> unread(DynamoDbStreamsClient client, String arn, String shard) {
    String after = read.get(shard);
    String from =
        client
            .getShardIterator(r ->
                r.streamArn(arn)
                    .shardId(shard)
                    .shardIteratorType(
                        after == null
                            ? ShardIteratorType.TRIM_HORIZON
                            : ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                    .sequenceNumber(after))
            .shardIterator();
    List<Record> records = client.getRecords(r -> r.shardIterator(from)).records();
    if (!records.isEmpty()) {
      read.put(shard, records.getLast().dynamodb().sequenceNumber());
    }
    return records;
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
