package io.quotemark.bench.cold;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import io.quotemark.storage.FreshTables;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * Answers as S3, SQS and DynamoDB do where nothing is stored yet: one object at every key, fresh
 * tables, messages taken. It stands in for them so that nothing but the function is measured; that
 * the functions work is held by the tests on the emulators.
 */
final class AwsAnswers implements AutoCloseable {
  /** How keys end that are asked for in vain: no answer ever comes. */
  static final String SILENT = ".silent";

  private final HttpServer server;
  private final TreeMap<String, Integer> calls = new TreeMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile byte[] object = new byte[0];
  private volatile FreshTables tables = new FreshTables();

  AwsAnswers() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /**
   * Lets the next function read this object and find nothing else, and forgets the calls so far.
   */
  synchronized void begin(byte[] object) {
    this.object = object;
    tables = new FreshTables();
    calls.clear();
  }

  /** Calls since the beginning by their names, for instance {@code {GetItem=2, Query=1}}. */
  synchronized String calls() {
    return calls.toString();
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    List<String> target = exchange.getRequestHeaders().getOrDefault("X-Amz-Target", List.of());
    String name =
        target.isEmpty()
            ? "S3 " + exchange.getRequestMethod()
            : target.getFirst().substring(target.getFirst().indexOf('.') + 1);
    synchronized (this) {
      calls.merge(name, 1, Integer::sum);
    }
    switch (name) {
      case "S3 GET" -> {
        if (exchange.getRequestURI().getPath().endsWith(SILENT)) {
          silence();
        }
        exchange.getResponseHeaders().set("ETag", "\"e\"");
        Http.send(exchange, 200, "text/plain", object);
      }
      case "S3 PUT" -> {
        exchange.getResponseHeaders().set("ETag", "\"e\"");
        Http.send(exchange, 200, "application/xml", new byte[0]);
      }
      case "S3 POST" -> Http.send(exchange, 400, "application/xml", new byte[0]); // of nothing
      case "PutEvents" -> json(exchange, "{\"FailedEntryCount\":0,\"Entries\":[]}");
      case "SendMessageBatch" -> Http.send(exchange, 200, "application/x-amz-json-1.0", sent(body));
      default -> json(exchange, tables.answer(name, body));
    }
  }

  private void silence() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void json(HttpExchange exchange, String body) throws IOException {
    Http.send(exchange, 200, "application/x-amz-json-1.0", body.getBytes(StandardCharsets.UTF_8));
  }

  /** The client compares the digest of each message with that of what it sent. */
  private static byte[] sent(byte[] request) {
    StringBuilder out = new StringBuilder("{\"Failed\":[],\"Successful\":[");
    String comma = "";
    for (Node entry : Json.read(request).at("Entries").elements()) {
      out.append(comma)
          .append(
              "{\"Id\":\"%s\",\"MessageId\":\"m\",\"MD5OfMessageBody\":\"%s\"}"
                  .formatted(entry.at("Id").text(), md5(entry.at("MessageBody").text())));
      comma = ",";
    }
    return out.append("]}").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
