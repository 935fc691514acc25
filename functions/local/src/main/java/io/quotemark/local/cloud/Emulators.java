package io.quotemark.local.cloud;

import io.quotemark.local.template.Template;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sqs.SqsClient;

/** DynamoDB Local, ElasticMQ and S3Proxy with their state in one folder. */
final class Emulators implements Services {
  private final Deque<Part> parts = new ArrayDeque<>();
  private final Tables tables;
  private final Queues queues;
  private final Bucket bucket;
  private final Disk disk;

  private Emulators(
      Template template, Path data, Cloud.Ports ports, Clock clock, Consumer<String> notices)
      throws Exception {
    this.disk = new Disk(data);
    try {
      tables = opened(Tables.start(data.resolve("tables"), ports.dynamoDb(), template.tables()));
      queues =
          opened(
              Queues.start(
                  data.resolve("queues"), ports.sqs(), template.queues(), clock, disk, notices));
      bucket =
          opened(
              Bucket.start(
                  data,
                  ports.s3(),
                  template.notifications(),
                  new CrossOrigin(template).origins(),
                  queues::send,
                  clock,
                  notices));
    } catch (IOException | RuntimeException e) {
      stop();
      throw e;
    }
  }

  static Emulators start(
      Template template, Path data, Cloud.Ports ports, Clock clock, Consumer<String> notices)
      throws Exception {
    return new Emulators(template, data, ports, clock, notices);
  }

  private <T extends Part> T opened(T part) {
    parts.push(part);
    return part;
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
  public Machine machine() {
    return disk;
  }

  /** Last first. */
  @Override
  public void stop() throws Exception {
    while (!parts.isEmpty()) {
      parts.pop().stop();
    }
  }
}
