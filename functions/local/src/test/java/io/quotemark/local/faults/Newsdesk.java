package io.quotemark.local.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/** Who is told of changes: a receiver of webhooks, and a bus that answers as EventBridge does. */
final class Newsdesk implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, String> posted = new TreeMap<>();
  private final Map<String, String> onTheBus = new TreeMap<>();
  private final Deque<Integer> answers = new ArrayDeque<>();
  private int requests;

  Newsdesk() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/hook", this::receive);
    server.createContext("/", this::put);
    server.start();
  }

  /** Where webhooks are posted. */
  URI hook() {
    return address("/hook");
  }

  /** Where the bus answers. */
  URI bus() {
    return address("/");
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** Statuses of the receiver's next answers; afterwards it takes everything. */
  synchronized void answering(int... statuses) {
    for (int status : statuses) {
      answers.add(status);
    }
  }

  private void receive(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    int status;
    synchronized (this) {
      requests++;
      status = answers.isEmpty() ? 200 : answers.removeFirst();
      if (status == 200) {
        note(posted, body);
      }
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private void put(HttpExchange exchange) throws IOException {
    Node request = Json.read(exchange.getRequestBody().readAllBytes());
    synchronized (this) {
      request.at("Entries").elements().forEach(entry -> note(onTheBus, entry.at("Detail").text()));
    }
    byte[] answer = "{\"FailedEntryCount\":0,\"Entries\":[]}".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private static void note(Map<String, String> events, String event) {
    String id = Json.read(event.getBytes(StandardCharsets.UTF_8)).at("id").text();
    String before = events.put(id, event);
    if (before != null && !before.equals(event)) {
      events.put(id, "two texts under one id: " + before + " and " + event);
    }
  }

  /** Events by their ids, as the receiver took them. */
  synchronized Map<String, String> posted() {
    return new TreeMap<>(posted);
  }

  /** Events by their ids, as the bus took them. */
  synchronized Map<String, String> onTheBus() {
    return new TreeMap<>(onTheBus);
  }

  /** What was asked of the receiver. */
  synchronized int requests() {
    return requests;
  }

  synchronized void forget() {
    posted.clear();
    onTheBus.clear();
    answers.clear();
    requests = 0;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
