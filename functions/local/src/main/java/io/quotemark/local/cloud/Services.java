package io.quotemark.local.cloud;

import java.net.URI;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The AWS services that functions use: emulators in this JVM, or an endpoint that has them all. */
interface Services extends Part {
  URI s3();

  URI sqs();

  URI dynamoDb();

  /** The queue's address, as functions see it in their environment. */
  String queueUrl(String queue);

  SqsClient queues();

  /** The stream of a table that tells of its changes. */
  default String streamArn(String table) {
    try (DynamoDbClient client = Clients.dynamoDb(dynamoDb())) {
      return client.describeTable(r -> r.tableName(table)).table().latestStreamArn();
    }
  }

  /** The machine they run on. */
  default Machine machine() {
    return Machine.UNKNOWN;
  }

  default void send(String queue, String body) {
    queues().sendMessage(r -> r.queueUrl(queueUrl(queue)).messageBody(body));
  }
}
