package io.quotemark.local.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.quotemark.fetch.Handler;
import io.quotemark.fetch.Web;
import io.quotemark.fetch.feeds.FeedState;
import io.quotemark.fetch.web.Access;
import io.quotemark.fixtures.NewsHosts;
import io.quotemark.local.cloud.Clients;
import io.quotemark.local.cloud.Stage;
import io.quotemark.storage.AwsClients;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sqs.model.Message;

/** fetch-feeds on the emulators, its publishers on this machine, and a clock that is set. */
final class FeedStage implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(FeedStage.class.getName());
  private static final String FETCH = "FetchFeeds";
  private static final int MOST_DELIVERIES = 5;

  private final Wire wire = new Wire();
  private final NewsHosts hosts;
  private final Stage stage;
  private final S3Client s3;
  private Duration later = Duration.ZERO;
  private @Nullable RequestStreamHandler process;
  private int sent;

  FeedStage(Path data) throws IOException {
    // a publisher that refuses for good is believed; what disturbs here is trouble of the moment
    hosts = new NewsHosts(() -> wire.provider().map(status -> status == 403 ? 500 : status));
    stage = new Stage(data);
    s3 = Clients.s3(stage.s3());
  }

  NewsHosts hosts() {
    return hosts;
  }

  Wire wire() {
    return wire;
  }

  /** Puts the operator's list. */
  void list(String... lines) {
    put("config/feeds.txt", String.join("\n", lines));
  }

  void put(String key, String text) {
    s3.putObject(r -> r.bucket(Stage.BUCKET).key(key), RequestBody.fromString(text));
  }

  /** Lets time pass. */
  void pass(Duration time) {
    later = later.plus(time);
  }

  /** What the schedule does. */
  void run() throws IOException {
    deliver("{\"type\": \"feeds\"}");
  }

  /** What a notification of a request does. */
  void request(String key, String json) throws IOException {
    put(key, json);
    deliver(Stage.notification(key, (long) json.length(), "01", Instant.now()));
  }

  private void deliver(String body) throws IOException {
    List<Message> messages = List.of(Stage.message("m" + sent++, body));
    for (int delivery = 0; delivery < MOST_DELIVERIES; delivery++) {
      if (process == null) {
        process = start();
      }
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      process.handleRequest(
          new ByteArrayInputStream(Stage.batch(messages)), answer, Stage.context(FETCH));
      if (wire.isEnded()) {
        process = null;
        arrive();
      } else if (Stage.failures(answer.toByteArray(), messages).isEmpty()) {
        return;
      }
    }
    throw new AssertionError(FETCH + " gave up " + body);
  }

  /** A call that was too slow for its function arrives, or is lost on its way. */
  private void arrive() {
    try {
      wire.arrive();
    } catch (IOException lost) {
      LOG.log(System.Logger.Level.DEBUG, "a late call was lost", lost);
    }
  }

  private RequestStreamHandler start() {
    Map<String, String> environment = new TreeMap<>(stage.environment(FETCH));
    environment.put("LOG_LEVEL", "ERROR");
    return new Handler(
        environment,
        region -> new AwsClients(region, wire.connections()),
        new Web(new Loopback(hosts), Duration.ZERO, new Later()));
  }

  /** Every page in the inbox: its key with its text. */
  Map<String, String> pages() {
    return objects("inbox/fetched/");
  }

  Map<String, String> metadata(String key) {
    return s3.headObject(r -> r.bucket(Stage.BUCKET).key(key)).metadata();
  }

  FeedState state(String feed) {
    return FeedState.parse(
        s3.getObjectAsBytes(r -> r.bucket(Stage.BUCKET).key(FeedState.key(URI.create(feed))))
            .asByteArray());
  }

  /** Bodies of what waits for enrich-articles, which is taken. */
  List<String> messages() {
    return stage
        .queues()
        .receiveMessage(r -> r.queueUrl(stage.queueUrl("ArticlesQueue")).maxNumberOfMessages(10))
        .messages()
        .stream()
        .map(Message::body)
        .toList();
  }

  private Map<String, String> objects(String prefix) {
    Map<String, String> objects = new TreeMap<>();
    for (S3Object object :
        s3.listObjectsV2Paginator(r -> r.bucket(Stage.BUCKET).prefix(prefix)).contents()) {
      objects.put(
          object.key(),
          s3.getObjectAsBytes(r -> r.bucket(Stage.BUCKET).key(object.key())).asString(UTF_8));
    }
    return objects;
  }

  /** Removes everything, and ends the process. */
  void clear() {
    process = null;
    s3.listObjectsV2Paginator(r -> r.bucket(Stage.BUCKET))
        .contents()
        .forEach(object -> s3.deleteObject(r -> r.bucket(Stage.BUCKET).key(object.key())));
  }

  @Override
  public void close() throws IOException {
    hosts.close();
    s3.close();
    stage.close();
  }

  /** The publishers' names lead to their server; nothing else does. */
  record Loopback(NewsHosts hosts) implements Access {
    @Override
    public List<InetSocketAddress> places(String name, int port) throws UnknownHostException {
      if (!hosts.has(name)) {
        throw new UnknownHostException(name);
      }
      return List.of(hosts.place());
    }

    @Override
    public boolean isAllowed(InetAddress address) {
      return address.equals(hosts.place().getAddress());
    }
  }

  private final class Later extends Clock {
    @Override
    public Instant instant() {
      return Instant.now().plus(later);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
