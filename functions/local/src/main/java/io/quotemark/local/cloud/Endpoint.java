package io.quotemark.local.cloud;

import io.quotemark.local.template.Specs;
import io.quotemark.local.template.Template;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The template's bucket, queues and tables at an address that has S3, SQS and DynamoDB, such as
 * LocalStack's; made at the start, gone with the stop. The bucket's notifications are its own.
 */
final class Endpoint implements Services {
  private final URI address;
  private final S3Client s3;
  private final SqsClient sqs;
  private final DynamoDbClient dynamoDb;
  private final List<Specs.Table> tables;
  private final Map<String, String> urls = new LinkedHashMap<>();

  private Endpoint(Template template, URI address) {
    this.address = address;
    this.s3 = Clients.s3(address);
    this.sqs = Clients.sqs(address);
    this.dynamoDb = Clients.dynamoDb(address);
    this.tables = template.tables();
  }

  private void provide(Template template) {
    tables.forEach(table -> Tables.create(dynamoDb, table));
    tables.forEach(table -> dynamoDb.waiter().waitUntilTableExists(r -> r.tableName(table.id())));
    tables.forEach(table -> Tables.stream(dynamoDb, table));
    urls.putAll(Queues.create(sqs, template.queues()));
    s3.createBucket(r -> r.bucket(Bucket.NAME));
    List<QueueConfiguration> notifications =
        template.notifications().stream().map(this::configuration).toList();
    s3.putBucketNotificationConfiguration(r ->
        r.bucket(Bucket.NAME).notificationConfiguration(n -> n.queueConfigurations(notifications)));
  }

  static Endpoint start(Template template, URI address) {
    Endpoint endpoint = new Endpoint(template, address);
    try {
      endpoint.provide(template);
      return endpoint;
    } catch (RuntimeException e) {
      try {
        endpoint.stop();
      } catch (RuntimeException left) {
        e.addSuppressed(left);
      }
      throw e;
    }
  }

  private QueueConfiguration configuration(Specs.Notification notification) {
    String arn =
        sqs.getQueueAttributes(r ->
                r.queueUrl(queueUrl(notification.queue()))
                    .attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    return QueueConfiguration.builder()
        .queueArn(arn)
        .events(Event.fromValue(notification.event()))
        .filter(f ->
            f.key(k ->
                k.filterRules(
                    FilterRule.builder().name("prefix").value(notification.prefix()).build())))
        .build();
  }

  @Override
  public URI s3() {
    return address;
  }

  @Override
  public URI sqs() {
    return address;
  }

  @Override
  public URI dynamoDb() {
    return address;
  }

  @Override
  public String queueUrl(String queue) {
    String url = urls.get(queue);
    if (url == null) {
      throw new IllegalArgumentException("no queue " + queue);
    }
    return url;
  }

  @Override
  public SqsClient queues() {
    return sqs;
  }

  /** Takes away what is there, all of it or as much as came to be. */
  @Override
  public void stop() {
    try {
      s3.listObjectsV2Paginator(r -> r.bucket(Bucket.NAME)).contents().stream()
          .map(S3Object::key)
          .toList()
          .forEach(key -> s3.deleteObject(r -> r.bucket(Bucket.NAME).key(key)));
      s3.deleteBucket(r -> r.bucket(Bucket.NAME));
    } catch (NoSuchBucketException e) {
      // it had not come to be
    }
    urls.values().forEach(url -> sqs.deleteQueue(r -> r.queueUrl(url)));
    List<String> there = dynamoDb.listTables().tableNames();
    for (Specs.Table table : tables) {
      if (there.contains(table.id())) {
        dynamoDb.deleteTable(r -> r.tableName(table.id()));
        dynamoDb.waiter().waitUntilTableNotExists(r -> r.tableName(table.id()));
      }
    }
    s3.close();
    sqs.close();
    dynamoDb.close();
  }
}
