package io.quotemark.local.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quotemark.local.template.Template;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The HTTP API without its authorizer: whoever reaches loopback is the operator, but for pages in
 * the operator's browser, which the {@link Guard} keeps out.
 */
final class HttpFront implements Part {
  private static final System.Logger LOG = System.getLogger(HttpFront.class.getName());

  /** What the gateway takes, and what Lambda takes of it as an event. */
  private static final int LARGEST_BODY = 10 * 1024 * 1024;

  private static final String HEALTH = "/v1/health";
  private static final int STOP_SECONDS = 3;
  private static final int LARGEST_EVENT = 6 * 1024 * 1024;

  /** What the gateway takes as request line and headers together. */
  private static final int LONGEST_ADDRESS = 10_240;

  static {
    // the server writes head and body apart: the second would wait 40 ms for an acknowledgement
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final RouteTable routes;
  private final CrossOrigin crossOrigin;
  private final Guard guard;
  private final Map<String, FunctionHost> functions;
  private final Health health;
  private final Clock clock;

  private HttpFront(
      HttpServer server,
      Template template,
      Map<String, FunctionHost> functions,
      Health health,
      Clock clock) {
    this.server = server;
    this.routes = new RouteTable(template.routes());
    this.crossOrigin = new CrossOrigin(template);
    this.guard =
        new Guard(Guard.Door.API, () -> server.getAddress().getPort(), crossOrigin.origins());
    this.functions = Map.copyOf(functions);
    this.health = health;
    this.clock = clock;
  }

  /**
   * @param port 0 for any
   * @param functions by their ids
   */
  static HttpFront start(
      int port, Template template, Map<String, FunctionHost> functions, Health health, Clock clock)
      throws IOException {
    InetAddress host = InetAddress.ofLiteral(Loopback.HOST);
    HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
    HttpFront front = new HttpFront(server, template, functions, health, clock);
    server.setExecutor(front.threads);
    server.createContext("/", front::serve);
    server.start();
    return front;
  }

  URI endpoint() {
    return Loopback.http(server.getAddress().getPort());
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> headers = headers(exchange);
      HttpEvent.Response response = answer(exchange, headers);
      crossOrigin.answer(headers, response.headers()).forEach(exchange.getResponseHeaders()::set);
      response.cookies().forEach(cookie -> exchange.getResponseHeaders().add("set-cookie", cookie));
      boolean head = exchange.getRequestMethod().equals("HEAD");
      boolean bodiless = response.status() == 304 || response.status() == 204;
      if (head && !bodiless) { // the server writes the length of what it sends, which is nothing
        exchange
            .getResponseHeaders()
            .set("content-length", Integer.toString(response.body().length));
      }
      bodiless |= head || response.body().length == 0;
      exchange.sendResponseHeaders(response.status(), bodiless ? -1 : response.body().length);
      if (!bodiless) {
        try (OutputStream out = exchange.getResponseBody()) {
          out.write(response.body());
        }
      }
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "a request was not answered", e);
      throw e;
    }
  }

  private HttpEvent.Response answer(HttpExchange exchange, Map<String, String> headers)
      throws IOException {
    String method = exchange.getRequestMethod();
    URI uri = exchange.getRequestURI();
    Optional<Guard.Refusal> refusal =
        guard.refusal(new Guard.Asked(method, uri.getRawPath(), uri.getRawQuery(), headers::get));
    if (refusal.isPresent()) {
      return refused(guard.answer(refusal.get()));
    }
    if (uri.toString().length() > LONGEST_ADDRESS) {
      return message(414, "URI Too Long");
    }
    if (CrossOrigin.isPreflight(method, headers)) {
      return new HttpEvent.Response(204, crossOrigin.preflight(headers), List.of(), new byte[0]);
    }
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      exchange.getRequestBody().skip(Long.MAX_VALUE);
      return message(413, "Request Entity Too Large");
    }
    String path = uri.getRawPath();
    Optional<RouteTable.Match> match = routes.find(method, path);
    FunctionHost function =
        match.map(found -> functions.get(found.route().function())).orElse(null);
    if (match.isEmpty() || function == null) {
      return message(404, "Not Found");
    }
    if (path.equals(HEALTH)) {
      List<String> problems = health.problems();
      if (!problems.isEmpty()) {
        return unwell(problems);
      }
    }
    HttpEvent.Request request =
        new HttpEvent.Request(method, path, uri.getRawQuery(), headers, body, clock.instant());
    byte[] event = HttpEvent.json(request, match.get()).getBytes(UTF_8);
    if (event.length > LARGEST_EVENT) {
      return message(413, "Request Entity Too Large");
    }
    return invoke(function, event);
  }

  /** What the function that answers for health cannot know. */
  private static HttpEvent.Response unwell(List<String> problems) {
    String body =
        Json.write(json -> {
          json.writeStartObject();
          json.writeStringField("status", "failing");
          json.writeArrayFieldStart("problems");
          for (String problem : problems) {
            json.writeString(problem);
          }
          json.writeEndArray();
          json.writeEndObject();
        });
    return new HttpEvent.Response(
        503, Map.of("content-type", "application/json"), List.of(), body.getBytes(UTF_8));
  }

  private static HttpEvent.Response invoke(FunctionHost function, byte[] event) throws IOException {
    try {
      return HttpEvent.response(function.invoke(event));
    } catch (FunctionHost.FunctionFailed e) {
      LOG.log(Level.WARNING, e.getMessage(), e);
      return message(500, "Internal Server Error");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return message(503, "Service Unavailable");
    }
  }

  private static Map<String, String> headers(HttpExchange exchange) {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    return headers;
  }

  private static HttpEvent.Response refused(Guard.Answer answer) {
    return new HttpEvent.Response(
        Guard.STATUS,
        Map.of("content-type", answer.contentType()),
        List.of(),
        answer.body().getBytes(UTF_8));
  }

  /** The gateway's own refusals. */
  private static HttpEvent.Response message(int status, String text) {
    return new HttpEvent.Response(
        status,
        Map.of("content-type", "application/json"),
        List.of(),
        ("{\"message\":\"" + text + "\"}").getBytes(UTF_8));
  }

  @Override
  public void stop() throws InterruptedException {
    server.stop(1);
    threads.shutdownNow(); // a request whose function ran away is not waited for
    if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
      LOG.log(Level.WARNING, "stopped while a request was at work");
    }
  }
}
