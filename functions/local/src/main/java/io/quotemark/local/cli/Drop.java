package io.quotemark.local.cli;

import io.quotemark.local.deployment.Deployment;
import io.quotemark.runtime.json.Node;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Puts objects into the bucket of a running Quotemark and follows them. */
final class Drop implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final List<QueueAttributeName> WAITING =
      List.of(
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);

  private static final List<String> ARTICLES = List.of("UploadsQueue", "ArticlesQueue");

  private final Deployment deployment;
  private final Api api;

  /** The deployment stays the caller's to close. */
  Drop(Deployment deployment) {
    this.deployment = deployment;
    this.api = new Api(deployment);
  }

  Api api() {
    return api;
  }

  /** When it was put, by the instance's clock as far as one machine has one. */
  Instant put(String key, byte[] bytes) {
    return put(key, bytes, Map.of());
  }

  /**
   * @param metadata names without {@code x-amz-meta-}
   */
  Instant put(String key, byte[] bytes, Map<String, String> metadata) {
    Instant now = Instant.now();
    deployment
        .s3()
        .putObject(
            r -> r.bucket(deployment.bucket()).key(key).metadata(metadata),
            RequestBody.fromBytes(bytes));
    return now;
  }

  /** Waits until none of these queues holds a message; false where patience ended first. */
  boolean drained(List<String> queues) {
    return until(() -> queues.stream().allMatch(this::empty) ? Optional.of(true) : Optional.empty())
        .isPresent();
  }

  private boolean empty(String queue) {
    return count(queue) == 0;
  }

  /** How many messages wait or are worked on, by queue. */
  Map<String, Integer> counts(List<String> queues) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    queues.forEach(queue -> counts.put(queue, count(queue)));
    return counts;
  }

  private int count(String queue) {
    return deployment
        .sqs()
        .getQueueAttributes(r -> r.queueUrl(deployment.queue(queue)).attributeNames(WAITING))
        .attributes()
        .values()
        .stream()
        .mapToInt(Integer::parseInt)
        .sum();
  }

  /**
   * The record of an upload that is not older than {@code since}; empty where none came. A bundle's
   * entries come one by one; so once there is a record, the queues say when all is there. An upload
   * that is still processing then waits for another delivery that failed, or is a dead letter.
   */
  Optional<Node> outcome(String key, Instant since) {
    if (until(() -> recorded(key, since)).isEmpty()) {
      return Optional.empty();
    }
    drained(ARTICLES);
    return recorded(key, since);
  }

  private Optional<Node> recorded(String key, Instant since) {
    return api.upload(key).filter(upload -> !time(upload).isBefore(since));
  }

  private static Instant time(Node upload) {
    try {
      return Instant.parse(upload.at("event_time").textOr(Instant.EPOCH.toString()));
    } catch (DateTimeParseException e) {
      return Instant.EPOCH;
    }
  }

  interface Look<T> {
    Optional<T> now();
  }

  /** Looks until there is something, or patience ends. */
  <T> Optional<T> until(Look<T> look) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<T> found = look.now();
      if (found.isPresent()) {
        return found;
      }
      LockSupport.parkNanos(Duration.ofMillis(150).toNanos());
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    api.close();
  }
}
