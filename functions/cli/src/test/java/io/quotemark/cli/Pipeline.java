package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quotemark.cli.deployment.Deployment;
import io.quotemark.local.cloud.Clients;
import io.quotemark.local.cloud.Cloud;
import io.quotemark.local.template.Specs;
import io.quotemark.local.template.Template;
import io.quotemark.refresh.Outside;
import io.quotemark.runtime.json.Node;
import io.quotemark.storage.articles.UploadRecord;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The real functions on the embedded cloud, with what tests look at. */
final class Pipeline implements AutoCloseable {
  private final Cloud cloud;
  private final Path data;
  private final boolean embedded;
  private final Deployment deployment;
  private final Drop drop;
  private final HttpClient http = HttpClient.newHttpClient();

  Pipeline(Path data) throws IOException {
    this(data, null);
  }

  /**
   * @param services address of a cloud other than the embedded one, null for that
   */
  Pipeline(Path data, @Nullable URI services) throws IOException {
    this(data, services, Map.of());
  }

  /**
   * @param parameters of the template, where they are not its defaults
   */
  Pipeline(Path data, @Nullable URI services, Map<String, String> parameters) throws IOException {
    this(
        data,
        services,
        parameters,
        provider ->
            () -> {
              throw new IllegalStateException("no test asks " + provider);
            });
  }

  /**
   * @param outside where providers answer, and their keys
   */
  Pipeline(Path data, @Nullable URI services, Map<String, String> parameters, Outside outside)
      throws IOException {
    this(data, services, parameters, new Handlers(outside));
  }

  /**
   * @param handlers makers of the functions, with what they know of the outside
   */
  Pipeline(Path data, @Nullable URI services, Map<String, String> parameters, Handlers handlers)
      throws IOException {
    this.data = data;
    this.embedded = services == null;
    Template template = Template.read(Places.home().resolve("template.yaml")).with(parameters);
    cloud =
        Cloud.start(
            new Cloud.Options(
                template,
                data,
                Cloud.Ports.ANY,
                services,
                handlers,
                count -> 0,
                Clock.systemUTC(),
                notice -> {}));
    Instance instance =
        Instance.of(cloud, template.queues().stream().map(Specs.Queue::id).toList());
    instance.write(data);
    deployment = instance.deployment();
    drop = new Drop(deployment);
  }

  /**
   * Puts an object in the other way that the cloud has: the embedded one keeps its bucket in a
   * folder, to which a file is copied; elsewhere an object that is there already is copied.
   */
  void copy(String key, byte[] bytes) throws IOException {
    if (embedded) {
      Files.write(data.resolve("bucket").resolve(key), bytes);
      return;
    }
    String source = "work/to-be-copied";
    try (S3Client s3 = Clients.s3(cloud.s3())) {
      s3.putObject(r -> r.bucket(cloud.bucket()).key(source), RequestBody.fromBytes(bytes));
      s3.copyObject(r ->
          r.sourceBucket(cloud.bucket())
              .sourceKey(source)
              .destinationBucket(cloud.bucket())
              .destinationKey(key));
      s3.deleteObject(r -> r.bucket(cloud.bucket()).key(source));
    }
  }

  Deployment deployment() {
    return deployment;
  }

  Drop drop() {
    return drop;
  }

  Cloud cloud() {
    return cloud;
  }

  /** Puts an object and waits for its record. */
  Node upload(String key, byte[] bytes) {
    Instant since = drop.put(key, bytes);
    return drop.outcome(key, since)
        .orElseThrow(() -> new AssertionError("no record of " + key + " came"));
  }

  Node upload(String key, String text) {
    return upload(key, text.getBytes(UTF_8));
  }

  void delete(String key) {
    try (S3Client s3 = Clients.s3(cloud.s3())) {
      s3.deleteObject(r -> r.bucket(cloud.bucket()).key(key));
    }
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return sent(HttpRequest.newBuilder(cloud.http().resolve(path)).build());
  }

  HttpResponse<String> get(String path, String header, String value)
      throws IOException, InterruptedException {
    return sent(HttpRequest.newBuilder(cloud.http().resolve(path)).header(header, value).build());
  }

  HttpResponse<String> post(String path, String type, byte[] body)
      throws IOException, InterruptedException {
    return sent(
        HttpRequest.newBuilder(cloud.http().resolve(path))
            .header("content-type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build());
  }

  private HttpResponse<String> sent(HttpRequest request) throws IOException, InterruptedException {
    return AskedAgain.sent(http, request);
  }

  /** Every item of the articles table whose text holds {@code part}, by its keys. */
  Map<String, Map<String, AttributeValue>> items(String part) {
    Map<String, Map<String, AttributeValue>> items = new TreeMap<>();
    try (DynamoDbClient tables = Clients.dynamoDb(cloud.dynamoDb())) {
      tables.scanPaginator(r -> r.tableName("ArticlesTable")).items().stream()
          .filter(item -> item.toString().contains(part))
          .forEach(item -> items.put(item.get("pk") + " " + item.get("sk"), item));
    }
    return items;
  }

  /** Deletes the record of an upload, as if its notification had been lost. */
  void forget(String key) {
    Map<String, AttributeValue> record =
        Map.of(
            "pk", AttributeValue.fromS("UP#" + UploadRecord.digest(key)),
            "sk", AttributeValue.fromS("UPLOAD"));
    try (DynamoDbClient tables = Clients.dynamoDb(cloud.dynamoDb())) {
      tables.deleteItem(r -> r.tableName("ArticlesTable").key(record));
    }
  }

  void send(String queue, String body) {
    try (SqsClient sqs = Clients.sqs(cloud.sqs())) {
      sqs.sendMessage(r -> r.queueUrl(cloud.queueUrl(queue)).messageBody(body));
    }
  }

  int waiting(String queue) {
    try (SqsClient sqs = Clients.sqs(cloud.sqs())) {
      return Integer.parseInt(
          sqs.getQueueAttributes(r ->
                  r.queueUrl(cloud.queueUrl(queue))
                      .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
              .attributes()
              .getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0"));
    }
  }

  List<String> bodies(String queue) {
    try (SqsClient sqs = Clients.sqs(cloud.sqs())) {
      return sqs
          .receiveMessage(
              r -> r.queueUrl(cloud.queueUrl(queue)).maxNumberOfMessages(10).visibilityTimeout(0))
          .messages()
          .stream()
          .map(Message::body)
          .toList();
    }
  }

  void settled() {
    drop.drained(List.of("UploadsQueue", "ArticlesQueue", "PricesQueue"));
  }

  URI address() {
    return cloud.http();
  }

  @Override
  public void close() {
    drop.close();
    deployment.close();
    http.close();
    cloud.close();
  }
}
