package io.quotemark.bench.cold;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * What each function would cost if it did nothing but speak to AWS: the same clients on the same
 * HTTP client, and one call of each kind that the function makes until its first answer (the
 * benchmark prints which those are). Each runs on the function's own jar.
 */
public final class Bare {
  private Bare() {}

  /** Reads the event and answers; the calls are made between. */
  public abstract static class Caller implements RequestStreamHandler {
    @Override
    public final void handleRequest(InputStream input, OutputStream output, Context context)
        throws IOException {
      input.readAllBytes();
      call();
      output.write("{}".getBytes(StandardCharsets.UTF_8));
    }

    abstract void call();
  }

  /** As parse-uploads: an object read, messages sent. */
  public static final class Parse extends Caller {
    private final S3Client s3 = Objects.client();
    private final SqsClient sqs = Messages.client();

    @Override
    void call() {
      Objects.read(s3);
      Messages.send(sqs);
    }
  }

  /** As enrich-articles: items read, queried and written, one and many at once. */
  public static final class Enrich extends Caller {
    private final DynamoDbClient dynamoDb = Items.client();

    public Enrich() {
      Objects.client();
    }

    @Override
    void call() {
      Items.get(dynamoDb);
      Items.query(dynamoDb);
      Items.put(dynamoDb);
      Items.putMany(dynamoDb);
    }
  }

  /** As publish-changes where events are posted: messages sent. */
  public static final class Publish extends Caller {
    private final SqsClient sqs = Messages.client();

    @Override
    void call() {
      Messages.send(sqs);
    }
  }

  /** As refresh-prices: a file read, years of bars read and written. */
  public static final class Refresh extends Caller {
    private final DynamoDbClient dynamoDb = Items.client();
    private final S3Client s3 = Objects.client();

    public Refresh() {
      Messages.client();
    }

    @Override
    void call() {
      Objects.read(s3);
      Items.query(dynamoDb);
      Items.put(dynamoDb);
      Items.update(dynamoDb);
    }
  }

  /** As serve-api: a list is queried. */
  public static final class Serve extends Caller {
    private final DynamoDbClient dynamoDb = Items.client();

    public Serve() {
      Objects.client();
    }

    @Override
    void call() {
      Items.query(dynamoDb);
    }
  }

  private static Region region() {
    return Region.of(System.getenv("AWS_REGION"));
  }

  private static URI address(String service) {
    return URI.create(System.getenv("AWS_ENDPOINT_URL_" + service));
  }

  private static StaticCredentialsProvider local() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
  }

  // one class for each client, since no jar has them all

  private static final class Objects {
    static S3Client client() {
      return S3Client.builder()
          .region(region())
          .credentialsProvider(local())
          .httpClientBuilder(UrlConnectionHttpClient.builder())
          .endpointOverride(address("S3"))
          .forcePathStyle(true)
          .build();
    }

    static void read(S3Client s3) {
      s3.getObjectAsBytes(b -> b.bucket("bucket").key("inbox/article.txt"));
    }
  }

  private static final class Messages {
    static SqsClient client() {
      return SqsClient.builder()
          .region(region())
          .credentialsProvider(local())
          .httpClientBuilder(UrlConnectionHttpClient.builder())
          .endpointOverride(address("SQS"))
          .build();
    }

    static void send(SqsClient sqs) {
      SendMessageBatchRequestEntry one =
          SendMessageBatchRequestEntry.builder().id("0").messageBody("{}").build();
      sqs.sendMessageBatch(b -> b.queueUrl(System.getenv("ARTICLES_QUEUE_URL")).entries(one));
    }
  }

  private static final class Items {
    private static final String TABLE = "articles";
    private static final Map<String, AttributeValue> KEY =
        Map.of("pk", AttributeValue.fromS("a"), "sk", AttributeValue.fromS("b"));

    static DynamoDbClient client() {
      return DynamoDbClient.builder()
          .region(region())
          .credentialsProvider(local())
          .httpClientBuilder(UrlConnectionHttpClient.builder())
          .endpointOverride(address("DYNAMODB"))
          .build();
    }

    static void get(DynamoDbClient dynamoDb) {
      dynamoDb.getItem(b -> b.tableName(TABLE).key(KEY).consistentRead(true));
    }

    static void query(DynamoDbClient dynamoDb) {
      Map<String, AttributeValue> values = Map.of(":pk", AttributeValue.fromS("a"));
      dynamoDb.query(b ->
          b.tableName(TABLE).keyConditionExpression("pk = :pk").expressionAttributeValues(values));
    }

    static void put(DynamoDbClient dynamoDb) {
      dynamoDb.putItem(
          b -> b.tableName(TABLE).item(KEY).conditionExpression("attribute_not_exists(pk)"));
    }

    static void putMany(DynamoDbClient dynamoDb) {
      WriteRequest one = WriteRequest.builder().putRequest(p -> p.item(KEY)).build();
      dynamoDb.batchWriteItem(b -> b.requestItems(Map.of(TABLE, List.of(one))));
    }

    static void update(DynamoDbClient dynamoDb) {
      Map<String, AttributeValue> values = Map.of(":a", AttributeValue.fromS("a"));
      dynamoDb.updateItem(b ->
          b.tableName(TABLE)
              .key(KEY)
              .updateExpression("SET a = :a")
              .expressionAttributeValues(values));
    }
  }
}
