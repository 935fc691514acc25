package io.quotemark.cli;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;

/**
 * A receiver of webhooks as somebody would write one: it checks each signature with the library of
 * Standard Webhooks and keeps events by their ids. How it answers is scripted.
 */
final class WebhookReceiver implements AutoCloseable {
  /** Thrown into the script's place where the answer is to be lost after the event was kept. */
  static final int LOST = -1;

  /** A secret for tests, of 32 bytes. */
  static final String SECRET = "whsec_cXVvdGVtYXJrIHRlc3RzIHVzZSB0aGlzIHNlY3JldCE=";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Webhook verifier;
  private final IntUnaryOperator script;
  private final Map<String, List<String>> kept = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();
  private int requests;
  private boolean refusing;

  /**
   * @param script number of the request, from 0, to the status of its answer, or {@link #LOST}
   */
  WebhookReceiver(IntUnaryOperator script) throws Exception {
    this.script = script;
    this.verifier = new Webhook(SECRET);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/hook", this::on);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
  }

  private void on(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String id = exchange.getRequestHeaders().getFirst("webhook-id");
    int status;
    synchronized (this) {
      status = refusing ? 410 : script.applyAsInt(requests++);
      try {
        verifier.verify(body, headers(exchange));
      } catch (WebhookVerificationException e) {
        wrong.add(id + ": " + e.getMessage());
      }
      if (status == LOST || status < 300) {
        kept.computeIfAbsent(id, one -> new ArrayList<>()).add(body);
      }
    }
    if (status != LOST) {
      exchange.sendResponseHeaders(status, -1);
    }
    exchange.close();
  }

  private static Map<String, List<String>> headers(HttpExchange exchange) {
    Map<String, List<String>> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) ->
            headers.put(name.toLowerCase(java.util.Locale.ROOT), List.copyOf(values)));
    return headers;
  }

  /** Events that were taken, by their ids, each as often as it came. */
  synchronized Map<String, List<String>> events() {
    return new TreeMap<>(kept);
  }

  /** Their JSON, each once. */
  synchronized List<Node> taken() {
    return kept.values().stream()
        .map(bodies -> Json.read(bodies.getFirst().getBytes(StandardCharsets.UTF_8)))
        .toList();
  }

  List<Node> taken(String type) {
    return taken().stream().filter(event -> event.at("type").text().equals(type)).toList();
  }

  /** Wants no more: answers 410 whatever the script says. */
  synchronized void refuseFromNowOn() {
    refusing = true;
  }

  /** Requests so far. */
  synchronized int requests() {
    return requests;
  }

  /** Signatures that do not hold; ids that came with two texts. */
  synchronized List<String> wrong() {
    List<String> all = new ArrayList<>(wrong);
    kept.forEach((id, bodies) -> {
      if (bodies.stream().distinct().count() > 1) {
        all.add(id + " came with several texts: " + bodies);
      }
    });
    return all;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
