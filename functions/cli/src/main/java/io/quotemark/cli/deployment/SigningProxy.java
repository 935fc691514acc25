package io.quotemark.cli.deployment;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quotemark.client.RequestSigner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Listens on loopback and passes requests on to a closed endpoint, signed, so that a browser can
 * open its pages. It answers only requests made under its own address, and takes only reads from
 * elsewhere in the browser: another site's page cannot act through it.
 */
public final class SigningProxy implements AutoCloseable {
  /** The API takes 4 MB; this refuses what is larger without reading it all. */
  private static final int MOST_BYTES = 6 * 1024 * 1024;

  private static final Set<String> PASSED_ON =
      Set.of("accept", "content-type", "if-none-match", "idempotency-key", "accept-language");

  /** What an HTTP/1.1 proxy must not hand over, and what this server writes itself. */
  private static final Set<String> KEPT_BACK =
      Set.of("connection", "transfer-encoding", "content-length", "keep-alive", "date", ":status");

  private final HttpServer server;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final URI target;
  private final RequestSigner signer;

  private SigningProxy(HttpServer server, URI target, RequestSigner signer) {
    this.server = server;
    this.target = target;
    this.signer = signer;
  }

  /**
   * @param port 0 for any free one
   */
  public static SigningProxy start(int port, URI target, RequestSigner signer) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
    SigningProxy proxy = new SigningProxy(server, target, signer);
    server.createContext("/", proxy::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return proxy;
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String refusal = refusal(exchange);
      if (refusal != null) {
        say(exchange, 403, refusal);
        return;
      }
      byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
      if (body.length > MOST_BYTES) {
        say(exchange, 413, "More than 6 MB. Put it into the bucket's inbox instead.");
        return;
      }
      pass(exchange, body);
    }
  }

  /** Why a request is not passed on, null where it is. */
  private @Nullable String refusal(HttpExchange exchange) {
    int port = server.getAddress().getPort();
    List<String> own = List.of("127.0.0.1:" + port, "localhost:" + port);
    String host = exchange.getRequestHeaders().getFirst("host");
    if (host == null || !own.contains(host)) {
      return "This proxy answers only under its own address.";
    }
    boolean reads = Set.of("GET", "HEAD").contains(exchange.getRequestMethod());
    return reads || isOfOurPages(exchange.getRequestHeaders(), own)
        ? null
        : "Another site's page may not act through this proxy.";
  }

  /**
   * Whether no page sent it, or one that came through this proxy. A form of our pages, which name
   * no referrer, comes from the origin {@code null}, as another site's may: that it is ours is told
   * by a header that browsers set and no page can.
   */
  private static boolean isOfOurPages(Headers headers, List<String> own) {
    String origin = headers.getFirst("origin");
    return origin == null
        || "same-origin".equals(headers.getFirst("sec-fetch-site"))
        || own.stream().anyMatch(o -> origin.equals("http://" + o));
  }

  private void pass(HttpExchange exchange, byte[] body) throws IOException {
    URI address = URI.create(target + exchange.getRequestURI().toString());
    String method = exchange.getRequestMethod();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(35))
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> {
          if (PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
            request.header(name, values.getFirst());
          }
        });
    signer.headers(method, address, body).forEach(request::setHeader);
    HttpResponse<byte[]> response;
    try {
      response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    } catch (IOException e) {
      say(exchange, 502, target + " does not answer: " + e.getMessage());
      return;
    }
    response
        .headers()
        .map()
        .forEach((name, values) -> {
          if (!KEPT_BACK.contains(name.toLowerCase(Locale.ROOT))) {
            exchange.getResponseHeaders().put(name, values);
          }
        });
    write(exchange, response.statusCode(), response.body());
  }

  private static void say(HttpExchange exchange, int status, String words) throws IOException {
    exchange.getResponseHeaders().set("content-type", "text/plain; charset=utf-8");
    write(exchange, status, (words + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static void write(HttpExchange exchange, int status, byte[] body) throws IOException {
    boolean none = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, none ? -1 : body.length);
    if (!none) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    http.close();
  }
}
