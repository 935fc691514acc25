package io.quotemark.cli;

import io.quotemark.cli.deployment.Deployment;
import io.quotemark.runtime.json.Node;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Puts objects into the bucket of a running Quotemark and follows them. */
final class Drop implements AutoCloseable {
  /** How long nothing may move. */
  private static final Duration PATIENCE = Duration.ofMinutes(6);

  private static final List<QueueAttributeName> WAITING =
      List.of(
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);

  private static final List<String> ARTICLES = List.of("UploadsQueue", "ArticlesQueue");

  /** Every queue of work, and what a message of it is. */
  private static final Map<String, String> WORK =
      new TreeMap<>(
          Map.of(
              "UploadsQueue", "uploads to be read",
              "ArticlesQueue", "articles to be checked",
              "FetchQueue", "feeds or pages to be asked for",
              "PricesQueue", "price files or orders"));

  private final Deployment deployment;
  private final Api api;
  private final Pace pace;

  /** The deployment stays the caller's to close. */
  Drop(Deployment deployment) {
    this(deployment, Pace.REAL);
  }

  Drop(Deployment deployment, Pace pace) {
    this.deployment = deployment;
    this.api = new Api(deployment);
    this.pace = pace;
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

  /**
   * Waits until none of these queues holds a message, however long that takes while something
   * moves; false where nothing did any more, which is said with what still waits.
   */
  boolean drained(PrintWriter out, List<String> queues) {
    boolean done = drained(queues);
    if (!done) {
      out.println(standstill());
      api.problems().forEach(out::println);
      out.flush();
    }
    return done;
  }

  boolean drained(List<String> queues) {
    return until(() -> queues.stream().allMatch(this::empty) ? Optional.of(true) : Optional.empty())
        .isPresent();
  }

  /** What is said where nothing moves any more: what still waits. */
  String standstill() {
    List<String> left = new ArrayList<>();
    counts(List.copyOf(WORK.keySet()))
        .forEach((queue, count) -> {
          if (count > 0) {
            left.add(count + " " + WORK.get(queue));
          }
        });
    return "Nothing has moved for %d seconds; still waiting: %s. It is kept and goes on once it can; see ./quotemark failed."
        .formatted(PATIENCE.toSeconds(), left.isEmpty() ? "nothing" : String.join(", ", left));
  }

  private boolean empty(String queue) {
    return count(queue) == 0;
  }

  /** How many messages wait or are worked on, by queue. */
  Map<String, Integer> counts(List<String> queues) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    // some are made only where a parameter names their use
    queues.stream().filter(deployment::has).forEach(queue -> counts.put(queue, count(queue)));
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
    return api.upload(key).filter(upload -> isRead(upload) && !time(upload).isBefore(since));
  }

  /** Whether the upload's event has been read; until then the document alone is known. */
  private static boolean isRead(Node upload) {
    return upload.at("sequencer").textOrNull() != null;
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

  /** Looks until there is something; empty where the queues have not moved for six minutes. */
  <T> Optional<T> until(Look<T> look) {
    Map<String, Integer> counts = Map.of();
    long moved = pace.nanos();
    while (true) {
      Optional<T> found = look.now();
      if (found.isPresent()) {
        return found;
      }
      Map<String, Integer> now = counts(List.copyOf(WORK.keySet()));
      if (!now.equals(counts)) {
        counts = now;
        moved = pace.nanos();
      } else if (pace.nanos() - moved > PATIENCE.toNanos()) {
        return Optional.empty();
      }
      pace.rest();
    }
  }

  @Override
  public void close() {
    api.close();
  }
}
