package io.quotemark.cli;

import io.quotemark.cli.deployment.Deployment;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The HTTP API of a running instance, as any client uses it. */
final class Api implements AutoCloseable {
  private final URI address;
  private final SignedHttp http;

  Api(Deployment deployment) {
    this(deployment, null, time -> LockSupport.parkNanos(time.toNanos()));
  }

  /**
   * @param language of verdicts in the answers
   */
  Api(Deployment deployment, String language) {
    this(deployment, language, time -> LockSupport.parkNanos(time.toNanos()));
  }

  /**
   * @param pause lets the time pass that a busy instance asks for
   */
  Api(Deployment deployment, Consumer<Duration> pause) {
    this(deployment, null, pause);
  }

  private Api(Deployment deployment, @Nullable String language, Consumer<Duration> pause) {
    this.address = deployment.http();
    this.http = new SignedHttp(deployment.http(), deployment.signer(), language, pause);
  }

  /** What the API says of an article. */
  record State(int status, String detail) {
    Optional<State> found(int wanted) {
      return status == wanted ? Optional.of(this) : Optional.empty();
    }
  }

  /** Its title where it is there, else why it is not. */
  State state(String article) {
    HttpResponse<byte[]> response = http.get("/v1/articles/" + encode(article));
    Node body = Json.read(response.body());
    return new State(
        response.statusCode(),
        body.at("detail").textOr(body.at("article").at("title").textOr(article)));
  }

  /** Uploads that failed, the newest first. */
  List<Node> failed() {
    return all("/v1/uploads?status=failed&", "uploads");
  }

  /** What became of an upload; empty while nothing has. */
  Optional<Node> upload(String key) {
    return get("/v1/uploads?key=" + encode(key)).at("uploads").elements().stream().findFirst();
  }

  /** What health says is wrong, a sentence each; none where it is well or does not say. */
  List<String> problems() {
    try {
      HttpResponse<byte[]> response = http.get("/v1/health");
      return response.statusCode() == 503
          ? Json.read(response.body()).at("problems").texts()
          : List.of();
    } catch (Json.Malformed other) {
      return List.of();
    } catch (UncheckedIOException silent) {
      return List.of("/v1/health does not answer: " + silent.getCause() + ".");
    }
  }

  /** Where people read it. */
  URI page(String article) {
    return address.resolve("/articles/" + encode(article));
  }

  Node article(String id) {
    return Json.read(body("/v1/articles/" + encode(id)));
  }

  /** The contract's JSON as it is served. */
  String articleJson(String id) {
    return new String(body("/v1/articles/" + encode(id)), StandardCharsets.UTF_8);
  }

  /**
   * Summaries of stored articles, newest publication first.
   *
   * @param query parameters of the list's route
   * @param most how many
   */
  List<Node> articles(Map<String, String> query, int most) {
    String path = path("/v1/articles?", query);
    return some(path, "articles", most);
  }

  /** The same as the contract's JSON, an object each. */
  List<String> articleRows(Map<String, String> query, int most) {
    String path = path("/v1/articles?", query);
    return rows(path, "articles", most);
  }

  /** Ready for one parameter more. */
  private static String path(String route, Map<String, String> query) {
    StringBuilder path = new StringBuilder(route);
    query.forEach((name, value) -> path.append(name).append('=').append(encode(value)).append('&'));
    return path.toString();
  }

  /** Uploads that failed as the contract's JSON, the newest first. */
  List<String> failedRows() {
    return rows("/v1/uploads?status=failed&", "uploads", Integer.MAX_VALUE);
  }

  /**
   * Claims as the contract's JSON, an object each, with the articles they stand in.
   *
   * @param most articles, the newest first
   */
  List<String> claimRows(Map<String, String> query, int most) {
    List<String> found = new ArrayList<>();
    Set<String> articles = new HashSet<>();
    claims(
        query,
        row -> {
          Node article = Json.read(row.getBytes(StandardCharsets.UTF_8)).at("article");
          articles.add(article.at("id").text());
          return articles.size() <= most && found.add(row);
        });
    return found;
  }

  /**
   * Claims as the contract's JSON, an object each, page by page.
   *
   * @param goOn told of each; false where it and what follows are not wanted
   */
  void claims(Map<String, String> query, Predicate<String> goOn) {
    pages(
        path("/v1/claims?", query), page -> Json.elements(page, "claims").stream().allMatch(goOn));
  }

  private List<String> rows(String path, String name, int most) {
    List<String> found = new ArrayList<>();
    for (byte[] page : pages(path, most)) {
      found.addAll(Json.elements(page, name));
    }
    return found.subList(0, Math.min(most, found.size()));
  }

  /** Ids of all stored articles. */
  List<String> articles() {
    return all("/v1/articles?", "articles").stream().map(node -> node.at("id").text()).toList();
  }

  private List<Node> all(String path, String name) {
    return some(path, name, Integer.MAX_VALUE);
  }

  /** Bodies of all pages of a list. */
  List<byte[]> pages(String path) {
    return pages(path, Integer.MAX_VALUE);
  }

  /** As many as hold so many entries, if there are so many. */
  private List<byte[]> pages(String path, int most) {
    List<byte[]> pages = new ArrayList<>();
    pages(
        path,
        page -> {
          pages.add(page);
          return pages.size() * 100L < most;
        });
    return pages;
  }

  /**
   * Reads a list page by page.
   *
   * @param goOn told of each; false where no other is wanted
   */
  private void pages(String path, Predicate<byte[]> goOn) {
    String cursor = null;
    byte[] page;
    do {
      page = body(path + "limit=100" + (cursor == null ? "" : "&cursor=" + encode(cursor)));
      cursor = Json.read(page).at("meta").at("next_cursor").textOrNull();
    } while (goOn.test(page) && cursor != null);
  }

  private List<Node> some(String path, String name, int most) {
    List<Node> found = new ArrayList<>();
    String cursor = null;
    do {
      int limit = Math.min(100, most - found.size());
      Node page =
          get(path + "limit=" + limit + (cursor == null ? "" : "&cursor=" + encode(cursor)));
      found.addAll(page.at(name).elements());
      cursor = page.at("meta").at("next_cursor").textOrNull();
    } while (cursor != null && found.size() < most);
    return found;
  }

  private Node get(String path) {
    return Json.read(body(path));
  }

  private byte[] body(String path) {
    return http.body(path);
  }

  /**
   * Hands a message of the Model Context Protocol in.
   *
   * @param headers what the protocol wants repeated in them
   * @return the answer; empty where none is due
   */
  byte[] message(byte[] body, Map<String, String> headers) {
    return http.message(body, headers);
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.close();
  }
}
