package io.quotemark.local.template;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The resources of the template that run here; ids are logical ids. */
public final class Specs {
  private Specs() {}

  /**
   * @param deadLetters where a message goes after {@code maxReceiveCount} deliveries, null for none
   */
  public record Queue(
      String id, Duration visibility, @Nullable String deadLetters, int maxReceiveCount) {}

  /**
   * @param attributes attribute name to DynamoDB type
   * @param timeToLive name of the attribute that expires items, null for none
   * @param stream whether it tells of its changes, each with the item before and after
   */
  public record Table(
      String id,
      Map<String, String> attributes,
      Keys keys,
      List<Index> indexes,
      @Nullable String timeToLive,
      boolean stream) {
    public Table {
      attributes = Map.copyOf(attributes);
      indexes = List.copyOf(indexes);
    }
  }

  /**
   * @param sort null where there is none
   */
  public record Keys(String partition, @Nullable String sort) {}

  public record Index(String name, Keys keys) {}

  /**
   * @param environment values still to be resolved
   */
  public record Function(
      String id,
      String handler,
      Duration timeout,
      int memory,
      Map<String, Object> environment,
      List<Mapping> mappings) {
    public Function {
      environment = Map.copyOf(environment);
      mappings = List.copyOf(mappings);
    }
  }

  /**
   * An event-source mapping.
   *
   * @param window how long a batch may wait to fill
   */
  public record Mapping(
      String queue, int batchSize, Duration window, int concurrency, boolean partialFailures) {}

  /**
   * A mapping of a table's stream, whose changes are handed over in order and until they succeed.
   *
   * @param patterns JSON of EventBridge's form; a change that none matches is passed over
   */
  public record Stream(String table, String function, int batchSize, List<String> patterns) {
    public Stream {
      patterns = List.copyOf(patterns);
    }
  }

  /**
   * @param event {@code s3:ObjectCreated:*} and the like
   */
  public record Notification(String event, String prefix, String queue) {
    /**
     * @param name as a record names it, {@code ObjectCreated:Put}
     */
    public boolean covers(String name, String key) {
      String family = event.substring("s3:".length());
      boolean named =
          family.endsWith("*")
              ? name.startsWith(family.substring(0, family.length() - 1))
              : name.equals(family);
      return named && key.startsWith(prefix);
    }
  }

  /**
   * @param expression {@code cron(…)} or {@code rate(…)}
   * @param function who is started, or the queue that gets the input as a message
   */
  public record Schedule(
      String id,
      String expression,
      ZoneId zone,
      String function,
      String input,
      @Nullable String deadLetters) {}

  /**
   * What pages of other origins may do.
   *
   * @param origins name of the parameter that lists them
   * @param exposed headers of an answer that their scripts may read
   * @param maxAge seconds that a browser may remember it
   */
  public record Cors(
      String origins,
      List<String> methods,
      List<String> headers,
      List<String> exposed,
      int maxAge) {
    /** No page may do anything. */
    static final Cors NONE = new Cors("", List.of(), List.of(), List.of(), 0);

    public Cors {
      methods = List.copyOf(methods);
      headers = List.copyOf(headers);
      exposed = List.copyOf(exposed);
    }
  }

  /**
   * @param key {@code GET /v1/articles/{id}}
   * @param function who answers
   */
  public record Route(String key, String function) {}
}
