package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.publish.webhook.Secrets;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import io.quotemark.runtime.rows.ClaimFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A day of a newsroom: articles come, change and go, prices come later, and a receiver of webhooks
 * fails, delays and loses answers. In the end every change was told, each under one id.
 */
class NewsroomDayTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path data;

  /** Of seven requests one fails, one is slow, one's answer is lost. */
  private static int unreliable(int request) {
    return switch (request % 7) {
      case 1 -> 500;
      case 3 -> {
        pause(400);
        yield 204;
      }
      case 5 -> WebhookReceiver.LOST;
      default -> 200;
    };
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aDay_isToldInFull_thoughTheReceiverIsUnreliable() throws Exception {
    List<byte[]> keys = Secrets.read(WebhookReceiver.SECRET);
    try (WebhookReceiver receiver = new WebhookReceiver(NewsroomDayTest::unreliable);
        Pipeline pipeline =
            new Pipeline(
                data,
                null,
                Map.of(
                    "WebhookUrl", receiver.address().toString(),
                    "WebhookSecret", "/local",
                    "Exports", "on"),
                new Handlers(provider -> () -> "", () -> keys))) {
      for (Sample.SampleFile article : Sample.articles()) {
        pipeline.drop().put("inbox/" + article.name(), article.bytes());
      }
      pipeline.upload("inbox/empty.txt", "");
      pipeline.settled();
      for (Sample.SampleFile file : Sample.prices()) {
        pipeline.drop().put("prices/" + file.name(), file.bytes());
      }
      pipeline.settled();
      String slip = new String(article("brindlewick-slip.txt"), UTF_8);
      pipeline.upload(
          "inbox/copied.txt", slip.replace("Bugle", "Herald").replace("Monday", "Monday "));
      pipeline.upload("inbox/gone.txt", slip + "\n\nNo more follows.");
      pipeline.delete("inbox/gone.txt");
      pipeline.settled();

      await(() -> told(receiver).containsAll(changes(pipeline)));
      await(() -> removals(receiver).equals(gone(pipeline)));

      assertThat(receiver.wrong()).isEmpty();
      assertThat(receiver.taken("upload.failed"))
          .extracting(event -> event.at("data").at("key").text())
          .containsExactly("inbox/empty.txt");
      assertThat(removals(receiver)).hasSize(1);
      Set<String> contradicted = new TreeSet<>();
      for (Node claim : claims(pipeline, "?verdict=contradicted")) {
        contradicted.add(claim.at("id").text());
      }
      assertThat(contradicted).isNotEmpty();
      await(() -> contradictedClaims(receiver).containsAll(contradicted));
      assertThat(receiver.wrong()).isEmpty();
      assertThat(receiver.taken("verdict.changed")).isNotEmpty();
      assertThat(receiver.taken("error.propagated")).isNotEmpty();
      assertThat(receiver.events().values()).anyMatch(bodies -> bodies.size() > 1);
      eventsAreDescribed(pipeline, receiver);
      exportedIsServed(pipeline);
    }
  }

  /** Every event is as the API's document says. */
  private static void eventsAreDescribed(Pipeline pipeline, WebhookReceiver receiver)
      throws Exception {
    OpenApi document = new OpenApi(pipeline.get("/v1/openapi.json").body());
    List<String> faults = new ArrayList<>();
    for (List<String> bodies : receiver.events().values()) {
      String event = bodies.getFirst();
      String type = Json.read(event.getBytes(UTF_8)).at("type").text();
      faults.addAll(document.eventFaults(type, event));
    }
    assertThat(faults).isEmpty();
  }

  /** The nightly export, read by DuckDB, is what the API serves. */
  private void exportedIsServed(Pipeline pipeline) throws Exception {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    ExportTest.export(pipeline, data, today);
    try (DuckDb duck = new DuckDb()) {
      String files = data.resolve("bucket").resolve(ClaimFiles.PARQUET) + "/*/*.parquet";
      ExportTest.same(
          duck.rows("select * from read_parquet('" + files + "')"),
          ExportTest.served(pipeline),
          today);
    }
  }

  private static byte[] article(String name) {
    return Sample.articles().stream()
        .filter(file -> file.name().equals(name))
        .findFirst()
        .orElseThrow()
        .bytes();
  }

  /** Each article as it is now: its id, and when that changed. */
  private static Set<String> changes(Pipeline pipeline) {
    Set<String> changes = new TreeSet<>();
    for (Node article : rows(pipeline, "/v1/articles", "articles")) {
      changes.add(article.at("id").text() + " " + article.at("updated_at").text());
    }
    return changes;
  }

  private static Set<String> told(WebhookReceiver receiver) {
    Set<String> told = new TreeSet<>();
    for (Node event : receiver.taken("article.checked")) {
      told.add(
          event.at("data").at("article_id").text()
              + " "
              + event.at("data").at("updated_at").text());
    }
    return told;
  }

  /** Articles that are gone. */
  private static Set<String> gone(Pipeline pipeline) {
    Set<String> gone = new TreeSet<>();
    rows(pipeline, "/v1/removed", "removed").forEach(one -> gone.add(one.at("id").text()));
    return gone;
  }

  private static Set<String> contradictedClaims(WebhookReceiver receiver) {
    Set<String> claims = new TreeSet<>();
    receiver
        .taken("claim.contradicted")
        .forEach(event -> claims.add(event.at("data").at("id").text()));
    return claims;
  }

  private static Set<String> removals(WebhookReceiver receiver) {
    Set<String> gone = new TreeSet<>();
    receiver
        .taken("article.removed")
        .forEach(event -> gone.add(event.at("data").at("article_id").text()));
    return gone;
  }

  private static List<Node> claims(Pipeline pipeline, String query) {
    return rows(pipeline, "/v1/claims" + query, "claims");
  }

  /** All pages of a list. */
  static List<Node> rows(Pipeline pipeline, String path, String name) {
    List<Node> rows = new ArrayList<>();
    Map<String, String> cursor = new TreeMap<>();
    do {
      String next = cursor.getOrDefault("next", "");
      String address =
          path
              + (path.contains("?") ? "&" : "?")
              + "limit=100"
              + (next.isEmpty() ? "" : "&cursor=" + next);
      try {
        Node page = Json.read(pipeline.get(address).body().getBytes(UTF_8));
        rows.addAll(page.at(name).elements());
        cursor.clear();
        String after = page.at("meta").at("next_cursor").textOrNull();
        if (after != null) {
          cursor.put("next", after);
        }
      } catch (java.io.IOException | InterruptedException e) {
        throw new AssertionError(address, e);
      }
    } while (!cursor.isEmpty());
    return rows;
  }

  private static void await(BooleanSupplier done) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!done.getAsBoolean()) {
      assertThat(Instant.now()).as("until it is done").isBefore(end);
      pause(100);
    }
  }
}
