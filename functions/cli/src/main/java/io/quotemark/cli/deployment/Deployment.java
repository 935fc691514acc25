package io.quotemark.cli.deployment;

import io.quotemark.client.RequestSigner;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Addresses and clients of one running Quotemark.
 *
 * @param http where the API and the pages answer
 * @param signer how its requests prove who they come from
 * @param queues logical id of the template to address
 * @param tables logical id of the template to name
 * @param listings key under which the operator's own listings may lie; null where there are none
 */
public record Deployment(
    String name,
    URI http,
    RequestSigner signer,
    S3Client s3,
    SqsClient sqs,
    DynamoDbClient dynamoDb,
    String bucket,
    Map<String, String> queues,
    Map<String, String> tables,
    @Nullable String listings)
    implements AutoCloseable {
  public Deployment {
    queues = Map.copyOf(queues);
    tables = Map.copyOf(tables);
  }

  public String queue(String id) {
    return named(queues, id);
  }

  /** Whether there is such a queue; some are made only where a parameter names their use. */
  public boolean has(String queue) {
    return queues.containsKey(queue);
  }

  public String table(String id) {
    return named(tables, id);
  }

  private String named(Map<String, String> names, String id) {
    String value = names.get(id);
    if (value == null) {
      throw new IllegalArgumentException(name + " has no " + id);
    }
    return value;
  }

  @Override
  public void close() {
    s3.close();
    sqs.close();
    dynamoDb.close();
  }
}
