package io.quotemark.enrich;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.quotemark.checking.Checker;
import io.quotemark.domain.price.PriceHistory;
import io.quotemark.runtime.Batch;
import io.quotemark.runtime.Retirement;
import io.quotemark.runtime.Snapshot;
import io.quotemark.runtime.events.SqsBatch;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.messages.ArticleMessage;
import io.quotemark.storage.AwsClients;
import io.quotemark.storage.Bucket;
import io.quotemark.storage.Rehearsal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes batches of the articles queue; each message succeeds or is delivered again alone. */
public final class Handler implements RequestStreamHandler {
  /** What checking and storing one article takes at most, poison messages aside. */
  private static final long RESERVE_MILLIS = 5_000;

  /** Articles in larger messages are checked one by one; their texts are compressed. */
  private static final int MOST_CHARACTERS_AT_ONCE = 64 * 1024;

  private final Enricher enricher;
  private final Batch batch;

  public Handler() {
    this(System.getenv());
    Snapshot.rehearse(
        System.getenv(),
        enricher.log(),
        this,
        List.of("rehearsal.json"),
        play -> Rehearsal.holding(Snapshot.file(Handler.class, "rehearsal.json"), play::run));
  }

  public Handler(Map<String, String> variables) {
    this(variables, AwsClients::new, Clock.systemUTC());
  }

  /**
   * @param clients of a region: the place to count or disturb calls
   * @param clock tells when an article changed and when its text is over
   */
  public Handler(Map<String, String> variables, Function<String, AwsClients> clients, Clock clock) {
    this(variables, clients, clock, Wiring::checker);
  }

  /**
   * @param checkers for who starts many and loads the securities master once
   */
  public Handler(
      Map<String, String> variables,
      Function<String, AwsClients> clients,
      Clock clock,
      Checkers checkers) {
    this(Config.from(variables), clients, clock, checkers, Retirement.of(variables));
  }

  private Handler(
      Config config,
      Function<String, AwsClients> clients,
      Clock clock,
      Checkers checkers,
      Retirement retirement) {
    this(Wiring.enricher(config, clients.apply(config.region()), clock, checkers), retirement);
  }

  /** Makes what articles are checked by. */
  @FunctionalInterface
  public interface Checkers {
    /**
     * @param listings key of the operator's own listings, null for none
     * @param log told where they are not there
     */
    Checker on(@Nullable String listings, Bucket bucket, PriceHistory prices, JsonLog log);
  }

  Handler(Enricher enricher, Retirement retirement) {
    this.enricher = enricher;
    this.batch = new Batch(enricher.log(), RESERVE_MILLIS, retirement, new Small());
  }

  /**
   * Ten articles at once as long as they are small. Entries of one upload write the same record,
   * and messages about one article the same item: they follow each other.
   */
  private static final class Small implements Batch.Together {
    @Override
    public @Nullable String subject(SqsBatch.Message message) {
      if (message.body().length() > MOST_CHARACTERS_AT_ONCE) {
        return null;
      }
      try {
        Node node = Json.read(message.body().getBytes(StandardCharsets.UTF_8));
        String key = node.at("upload").at("key").textOrNull();
        return node.at("article_at").isPresent()
            ? null
            : key == null ? node.at("article_id").textOrNull() : key;
      } catch (Json.Malformed e) {
        return null; // it says so where it is worked on
      }
    }
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    SqsBatch messages = SqsBatch.of(Json.read(input.readAllBytes()));
    enricher.begin();
    output.write(
        batch.run(
            messages,
            context,
            message ->
                enricher.on(
                    ArticleMessage.parse(message.body().getBytes(StandardCharsets.UTF_8)),
                    message.receives() > 1)));
  }
}
