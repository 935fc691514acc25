package io.quotemark.local.cli;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The HTTP API of a running instance, as any client uses it. */
final class Api implements AutoCloseable {
  private final URI address;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  Api(URI address) {
    this.address = address;
  }

  /** What became of an upload; empty while nothing has. */
  Optional<Node> upload(String key) {
    return all("/v1/uploads", "uploads").stream()
        .filter(upload -> upload.at("key").textOr("").equals(key))
        .findFirst();
  }

  Node article(String id) {
    return get("/v1/articles/" + encode(id));
  }

  /** Ids of all stored articles. */
  List<String> articles() {
    return all("/v1/articles", "articles").stream().map(node -> node.at("id").text()).toList();
  }

  private List<Node> all(String path, String name) {
    List<Node> found = new ArrayList<>();
    String cursor = null;
    do {
      Node page = get(path + "?limit=100" + (cursor == null ? "" : "&cursor=" + encode(cursor)));
      found.addAll(page.at(name).elements());
      cursor = page.at("meta").at("next_cursor").textOrNull();
    } while (cursor != null);
    return found;
  }

  private Node get(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(35)).build();
    try {
      HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new Exit.Failure(
            Exit.FAILED_INPUT,
            path
                + " answered "
                + response.statusCode()
                + ": "
                + new String(response.body(), StandardCharsets.UTF_8));
      }
      return Json.read(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Exit.Failure(Exit.FAILED_INPUT, "interrupted");
    }
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.close();
  }
}
