package io.quotemark.local.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.quotemark.local.cloud.Clients;
import io.quotemark.local.cloud.Stage;
import io.quotemark.refresh.Outside;
import io.quotemark.storage.AwsClients;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The pipeline's functions, given one event after another on one thread; what fails is delivered
 * again, to a new process where the old one died.
 */
final class Deliveries implements AutoCloseable {
  /** As often as a queue hands out a message before it gives it up. */
  private static final int MOST_DELIVERIES = 5;

  /** As many as one BatchWriteItem takes. */
  private static final int MOST_WRITES = 25;

  /** After every session of the files; always the same, as verdicts tell it. */
  private static final Instant DELIVERED = Instant.parse("2026-01-05T18:00:00Z");

  private static final String ARTICLES = "ArticlesQueue";
  private static final String PRICES = "PricesQueue";

  /** Of a cloud that asks nobody for prices. */
  static final Outside NO_PROVIDER =
      provider ->
          () -> {
            throw new IllegalStateException("no key of " + provider);
          };

  private final Map<String, String> variables;
  private final Outside outside;
  private final Wire wire;
  private final Map<String, RequestStreamHandler> processes = new HashMap<>();
  private final Stage stage;
  private Functions functions;
  private int sent;
  private final S3Client s3;
  private final DynamoDbClient tables;
  private final SqsClient queues;

  Deliveries(Path data) throws IOException {
    this(data, Map.of());
  }

  /**
   * @param variables that are not as the template's defaults make them
   */
  Deliveries(Path data, Map<String, String> variables) throws IOException {
    this(data, variables, new Wire(), NO_PROVIDER);
  }

  /**
   * @param outside the price providers
   */
  Deliveries(Path data, Map<String, String> variables, Wire wire, Outside outside)
      throws IOException {
    this(new Stage(data), variables, wire, outside);
  }

  Deliveries(Stage stage, Map<String, String> variables, Wire wire, Outside outside)
      throws IOException {
    this.variables = variables;
    this.wire = wire;
    this.outside = outside;
    this.stage = stage;
    functions = new Functions(stage, this::clients, Event.AFTERWARDS, variables, outside);
    s3 = Clients.s3(stage.s3());
    tables = Clients.dynamoDb(stage.dynamoDb());
    queues = stage.queues();
  }

  Stage stage() {
    return stage;
  }

  Wire wire() {
    return wire;
  }

  /** Ends every process; those that follow go by this clock. */
  void at(Clock clock) {
    functions = new Functions(stage, this::clients, clock, variables, outside);
    forget();
  }

  /** Ends every process. */
  void forget() {
    processes.clear();
  }

  /** Does to the bucket what the event tells of; the event itself is not delivered. */
  void happen(Event event) {
    String text = event.text();
    if (text == null) {
      s3.deleteObject(r -> r.bucket(Stage.BUCKET).key(event.key()));
    } else {
      s3.putObject(
          r -> r.bucket(Stage.BUCKET).key(event.key()).contentType("text/plain"),
          RequestBody.fromString(text));
    }
  }

  /** Puts an object that is not just a text. */
  void put(String key, byte[] bytes, String type) {
    s3.putObject(
        r -> r.bucket(Stage.BUCKET).key(key).contentType(type), RequestBody.fromBytes(bytes));
  }

  /** Loads a price file, as an operator does. */
  void prices(String name, byte[] bytes) throws IOException {
    put("prices/" + name, bytes, "text/csv");
    String notification =
        Stage.notification("prices/" + name, (long) bytes.length, "01", DELIVERED);
    deliver(Functions.REFRESH, List.of(notification));
  }

  /** Delivers an event of the inbox and every message that comes of it. */
  void deliver(Event event) throws IOException {
    deliver(Functions.PARSE, List.of(event.notification()));
    drain();
  }

  /** Delivers an event of the inbox; what comes of it is handed out and waits no longer. */
  List<String> read(Event event) throws IOException {
    deliver(Functions.PARSE, List.of(event.notification()));
    List<String> messages = new ArrayList<>();
    for (List<Message> batch = waiting(); !batch.isEmpty(); batch = waiting()) {
      batch.forEach(message -> messages.add(message.body()));
    }
    return messages;
  }

  /** Delivers a message of the articles queue. */
  void take(String message) throws IOException {
    deliver(Functions.ENRICH, List.of(message));
  }

  /** Delivers what waits for articles or prices to be taken, until nothing does. */
  void drain() throws IOException {
    boolean any = true;
    while (any) {
      boolean articles = drain(ARTICLES, Functions.ENRICH);
      boolean prices = asks() && drain(PRICES, Functions.REFRESH);
      any = articles || prices;
    }
  }

  /**
   * Whether there is anybody to be asked for prices; else what asks for them stays in its queue.
   */
  private boolean asks() {
    return !outside.equals(NO_PROVIDER);
  }

  private boolean drain(String queue, String function) throws IOException {
    boolean any = false;
    for (List<Message> batch = waiting(queue, Stage.batchSize(function));
        !batch.isEmpty();
        batch = waiting(queue, Stage.batchSize(function))) {
      deliverMessages(function, batch);
      any = true;
    }
    return any;
  }

  /** Takes the messages from the articles queue, as many as one invocation is given. */
  List<Message> waiting() {
    return waiting(ARTICLES, Stage.batchSize(Functions.ENRICH));
  }

  /** Takes messages from a queue. */
  List<Message> waiting(String queue, int most) {
    String url = stage.queueUrl(queue);
    List<Message> batch =
        queues.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(most)).messages();
    batch.forEach(message ->
        queues.deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle())));
    return batch;
  }

  void deliver(String function, List<String> bodies) throws IOException {
    List<Message> messages = new ArrayList<>();
    for (String body : bodies) {
      messages.add(Stage.message("m" + sent++, body));
    }
    deliverMessages(function, messages);
  }

  private void deliverMessages(String function, List<Message> messages) throws IOException {
    List<Message> left = messages;
    for (int delivery = 0; !left.isEmpty(); delivery++) {
      if (delivery == MOST_DELIVERIES) {
        throw new AssertionError(
            function + " gave up " + left.stream().map(Message::body).toList());
      }
      left = failed(function, left);
    }
  }

  /** Messages of one invocation that have to be delivered again. */
  private List<Message> failed(String function, List<Message> messages) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    processes
        .computeIfAbsent(function, functions::start)
        .handleRequest(
            new ByteArrayInputStream(Stage.batch(messages)), answer, Stage.context(function));
    if (wire.isEnded()) {
      processes.remove(function);
      wire.arrive();
      return messages;
    }
    Set<String> failures = Stage.failures(answer.toByteArray(), messages);
    return messages.stream().filter(message -> failures.contains(message.messageId())).toList();
  }

  private AwsClients clients(String region) {
    return new AwsClients(region, wire.connections());
  }

  /** What is stored of articles and uploads. */
  Snapshot snapshot() {
    Map<String, String> objects = new TreeMap<>();
    for (S3Object object : objects()) {
      if (!object.key().startsWith("inbox/")) {
        objects.put(object.key(), object.eTag());
      }
    }
    return Snapshot.of(items("ArticlesTable"), objects);
  }

  /** Exported files: digests of their bytes by their keys. */
  Map<String, String> exports() {
    Map<String, String> files = new TreeMap<>();
    for (S3Object object : objects()) {
      if (object.key().startsWith("exports/")) {
        files.put(object.key(), object.eTag());
      }
    }
    return files;
  }

  void deleteExports() {
    exports().keySet().forEach(key -> s3.deleteObject(r -> r.bucket(Stage.BUCKET).key(key)));
  }

  /** What is stored of prices. */
  Snapshot prices() {
    return Snapshot.of(items("PricesTable"), Map.of());
  }

  /** The JSON of every text that is kept in the table. */
  List<String> articles() throws IOException {
    List<String> articles = new ArrayList<>();
    for (Map<String, AttributeValue> item : items("ArticlesTable")) {
      AttributeValue article = item.get("article");
      if (article != null) {
        try (InputStream in = new GZIPInputStream(article.b().asInputStream())) {
          articles.add(new String(in.readAllBytes(), UTF_8));
        }
      }
    }
    return articles;
  }

  private List<S3Object> objects() {
    return s3.listObjectsV2(r -> r.bucket(Stage.BUCKET)).contents().stream()
        .filter(object -> !object.key().startsWith("prices/"))
        .toList();
  }

  private List<Map<String, AttributeValue>> items(String table) {
    return tables.scanPaginator(r -> r.tableName(table)).items().stream().toList();
  }

  /** Hands what changed to publish-changes, and delivers every message that comes of it. */
  void publish() throws IOException {
    for (String change : stage.changes("ArticlesTable")) {
      for (int delivery = 0; isUndone(change); delivery++) {
        if (delivery == MOST_DELIVERIES) {
          throw new AssertionError("publish-changes gave up " + change);
        }
      }
    }
    boolean more = true;
    while (more) {
      more = isWaiting("OutgoingQueue");
      more |= drain("OutgoingQueue", Functions.PUBLISH);
    }
  }

  /** Whether a queue holds a message back. */
  private boolean isWaiting(String queue) {
    return !queues
        .getQueueAttributes(r ->
            r.queueUrl(stage.queueUrl(queue))
                .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
        .attributes()
        .getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED, "0")
        .equals("0");
  }

  private boolean isUndone(String change) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      processes
          .computeIfAbsent(Functions.PUBLISH, functions::start)
          .handleRequest(
              new ByteArrayInputStream(change.getBytes(UTF_8)),
              answer,
              Stage.context(Functions.PUBLISH));
    } catch (Fault.ProcessEnded end) {
      // told by the wire
    }
    if (wire.isEnded()) {
      processes.remove(Functions.PUBLISH);
      wire.arrive();
      return true;
    }
    return answer.toString(UTF_8).contains("itemIdentifier");
  }

  /** Removes all but the prices, and ends every process. */
  void clear() {
    forget();
    clear("ArticlesTable");
    for (S3Object object : objects()) {
      s3.deleteObject(r -> r.bucket(Stage.BUCKET).key(object.key()));
    }
  }

  /** Removes everything, and ends every process. */
  void clearAll() {
    clear();
    clear("PricesTable");
  }

  private void clear(String table) {
    List<WriteRequest> rows =
        items(table).stream()
            .map(item -> Map.of("pk", item.get("pk"), "sk", item.get("sk")))
            .map(key -> WriteRequest.builder().deleteRequest(r -> r.key(key)).build())
            .toList();
    for (int from = 0; from < rows.size(); from += MOST_WRITES) {
      List<WriteRequest> some = rows.subList(from, Math.min(rows.size(), from + MOST_WRITES));
      tables.batchWriteItem(r -> r.requestItems(Map.of(table, some)));
    }
  }

  /** A file of the sample that ships with the program. */
  static String sample(String name) {
    try (InputStream in = Deliveries.class.getResourceAsStream("/sample/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("no sample " + name);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    s3.close();
    tables.close();
    stage.close();
  }
}
