package io.quotemark.local.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quotemark.local.template.Specs;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Hands the changes of a table to a function as Lambda does: in order, in batches, and again until
 * the function says that they are done. The place in the stream is kept in the data folder.
 */
final class StreamMapping implements Part {
  private static final System.Logger LOG = System.getLogger(StreamMapping.class.getName());
  private static final long POLL_MILLIS = 200;

  /** Between attempts at a batch that failed: longer each time. */
  private static final long LONGEST_PAUSE_MILLIS = 10_000;

  private final Specs.Stream spec;
  private final FunctionHost function;
  private final DynamoDbStreamsClient client;
  private final String arn;
  private final StreamFilter filter;
  private final StreamPlaces places;
  private final Machine machine;
  private final Thread poller;
  private volatile boolean stopping;

  /**
   * @param arn of the stream
   * @param state folder for the place in the stream
   */
  StreamMapping(
      Specs.Stream spec,
      FunctionHost function,
      DynamoDbStreamsClient client,
      String arn,
      Path state,
      Machine machine)
      throws IOException {
    this.spec = spec;
    this.function = function;
    this.client = client;
    this.arn = arn;
    this.filter = new StreamFilter(spec.patterns());
    this.places = new StreamPlaces(state.resolve("stream-" + spec.table()));
    this.machine = machine;
    this.poller = Thread.ofPlatform().daemon().name("stream " + spec.table()).unstarted(this::poll);
  }

  void start() {
    poller.start();
  }

  private void poll() {
    try {
      while (!stopping) {
        try {
          if (machine.trouble().isPresent() || function.isExhausted() || !round()) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
          }
        } catch (SdkException | IOException e) {
          if (!stopping) {
            machine.suspect();
            LOG.log(Level.WARNING, "could not read the stream of " + spec.table(), e);
            TimeUnit.SECONDS.sleep(1);
          }
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Reads on in every shard, parents first. Whether there was anything. */
  private boolean round() throws IOException, InterruptedException {
    List<Shard> shards = client.describeStream(r -> r.streamArn(arn)).streamDescription().shards();
    places.keep(shards.stream().map(Shard::shardId).toList());
    boolean any = false;
    for (Shard shard : shards) {
      any |= read(shard.shardId());
    }
    return any;
  }

  private boolean read(String shard) throws IOException, InterruptedException {
    Optional<String> after = places.of(shard);
    @Nullable String iterator =
        client
            .getShardIterator(r ->
                r.streamArn(arn)
                    .shardId(shard)
                    .shardIteratorType(
                        after.isEmpty()
                            ? ShardIteratorType.TRIM_HORIZON
                            : ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                    .sequenceNumber(after.orElse(null)))
            .shardIterator();
    GetRecordsResponse page =
        client.getRecords(r -> r.shardIterator(iterator).limit(spec.batchSize()));
    List<Record> records = page.records();
    if (records.isEmpty()) {
      return false;
    }
    handOver(records);
    if (!stopping) {
      places.note(shard, records.getLast().dynamodb().sequenceNumber());
    }
    return true;
  }

  /** Until the function has done all of them, or the cloud stops. */
  private void handOver(List<Record> records) throws InterruptedException {
    List<Record> left = records.stream().filter(this::passes).toList();
    for (long pause = POLL_MILLIS; !left.isEmpty() && !stopping; ) {
      List<Record> rest = undone(left);
      if (rest.size() == left.size()) {
        TimeUnit.MILLISECONDS.sleep(pause);
        pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
      }
      left = rest;
    }
  }

  private boolean passes(Record record) {
    Node event = Json.read(StreamEvent.json(List.of(record), arn).getBytes(UTF_8));
    return filter.passes(event.at("Records").elements().getFirst());
  }

  /** As Lambda reads the answer: from the first change that failed on, all come again. */
  private List<Record> undone(List<Record> records) throws InterruptedException {
    try {
      byte[] answer = function.invoke(StreamEvent.json(records, arn).getBytes(UTF_8));
      List<String> failed =
          answer.length == 0
              ? List.of()
              : Json.read(answer).at("batchItemFailures").elements().stream()
                  .map(failure -> failure.at("itemIdentifier").textOr(""))
                  .toList();
      for (int i = 0; i < records.size(); i++) {
        if (failed.contains(records.get(i).dynamodb().sequenceNumber())) {
          return records.subList(i, records.size());
        }
      }
      return failed.isEmpty() ? List.of() : records;
    } catch (FunctionHost.FunctionFailed | Json.Malformed e) {
      LOG.log(Level.WARNING, e.getMessage(), e);
      return records;
    }
  }

  @Override
  public void stop() throws InterruptedException {
    stopping = true;
    poller.interrupt();
    poller.join(Duration.ofSeconds(10));
    client.close();
  }
}
