package io.quotemark.storage.articles;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.quotemark.storage.AwsClients;
import io.quotemark.storage.Rehearsal;
import io.quotemark.storage.table.Item;
import io.quotemark.storage.table.Key;
import io.quotemark.storage.table.Table;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What is done in a rehearsal reaches nobody, and is done in earnest afterwards. */
class RehearsalTest {
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private DynamoDbClient client;
  private Table table;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
          if (target != null) {
            calls.add(target.substring(target.indexOf('.') + 1));
          }
          byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    client =
        new AwsClients("eu-central-1")
            .dynamoDb(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    table = new Table(client, "articles");
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
  }

  @Test
  void whatIsWritten_isThere_untilTheRehearsalIsOver() throws IOException {
    Rehearsal.holding(
        new byte[0],
        () -> {
          table.put(new Item("a", "b").text("title", "\"quoted\" and ünicode"));
          table.write(List.of(new Item("c", "d")), List.of(new Key("e", "f")));
          assertThat(table.get("a", "b").map(item -> item.text("title")))
              .isEqualTo(Optional.of("\"quoted\" and ünicode"));
          assertThat(table.get("c", "d")).isPresent();
          table.delete("c", "d");
          assertThat(table.get("c", "d")).isEmpty();
        });
    Rehearsal.holding(new byte[0], () -> assertThat(table.get("a", "b")).isEmpty());
    assertThat(calls).isEmpty();
  }

  /** Entries that a process writes once are not taken for written. */
  @Test
  void whatIsWrittenOnce_isWrittenAfterTheRehearsal() throws IOException {
    Item source = new Item("SOURCES", "the wire");
    Item listing = new Item("MIC#XNYS", "XNYS:BABA").number("last", 20_000);
    Rehearsal.holding(
        new byte[0],
        () -> {
          table.putOnce(source);
          table.growOnce(listing, "last");
        });
    assertThat(calls).isEmpty();

    table.putOnce(source);
    table.growOnce(listing, "last");
    table.putOnce(source);
    table.growOnce(listing, "last");

    assertThat(calls).containsExactly("PutItem", "PutItem");
  }
}
