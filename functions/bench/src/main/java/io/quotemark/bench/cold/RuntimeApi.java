package io.quotemark.bench.cold;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's Runtime API as one function sees it: hands out events one by one, takes the answers, and
 * reads how much CPU time the function has used at the first event and at the last answer. With a
 * snapshot it also plays the restore, between the function's hooks and its first event.
 */
final class RuntimeApi implements AutoCloseable {
  /** As the table of Lambda's runtimes names the paths. */
  private static final String ROOT = "/2018-06-01/runtime/";

  static final long TIME_LEFT_MILLIS = 300_000;

  private final HttpServer server;
  private final Iterator<byte[]> events;
  private final long millisLeft;
  private final AtomicInteger asked = new AtomicInteger();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Meter> meter = new CompletableFuture<>();
  private final CompletableFuture<Answer> answer = new CompletableFuture<>();
  private final CountDownLatch never = new CountDownLatch(1);
  private volatile long atEvent;

  /** What a function is asked. */
  interface Events {
    /**
     * @param answers what it has answered until now, whenever that is looked at
     * @return asked for the next event once the one before is answered
     */
    Iterator<byte[]> beside(List<String> answers);

    static Events of(byte[] one) {
      return answers -> List.of(one).iterator();
    }
  }

  /**
   * @param body what the function answered last
   * @param cpuAtEvent nanoseconds that it had used when it asked for its first event: the start
   *     and, with a snapshot, the hooks before it
   * @param cpuAtAnswer nanoseconds that it had used when it answered
   * @param peakKilobytes the most memory that it had held until then
   */
  record Answer(String body, long cpuAtEvent, long cpuAtAnswer, long peakKilobytes) {}

  /**
   * @param millisLeft what the function is told that it has for its event
   */
  RuntimeApi(Events events, long millisLeft) throws IOException {
    this.events = events.beside(Collections.unmodifiableList(bodies));
    this.millisLeft = millisLeft;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(ROOT, this::on);
    server.start();
  }

  /** For the variable {@code AWS_LAMBDA_RUNTIME_API}. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Says how it is read what the function has used, once it runs. */
  void watch(Meter used) {
    meter.complete(used);
  }

  /** What the function has answered until now. */
  List<String> answers() {
    return List.copyOf(bodies);
  }

  /** Completed by the function's answer to the last event, or exceptionally by its error. */
  CompletableFuture<Answer> answer() {
    return answer;
  }

  /** How often the function asked for an event. */
  int asked() {
    return asked.get();
  }

  private void on(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(ROOT.length());
    switch (path) {
      case "invocation/next" -> next(exchange);
      case "invocation/1/response" -> {
        long now = meter.join().cpuNanos();
        long peak = meter.join().peakKilobytes();
        String body = text(exchange);
        bodies.add(body);
        // before the function hears of it: then it asks for the next event, on another thread
        boolean last = !hasNext();
        Http.send(exchange, 202, "application/json", new byte[0]);
        if (last) {
          answer.complete(new Answer(body, atEvent, now, peak));
        }
      }
      case "restore/next" -> Http.send(exchange, 200, "application/json", new byte[0]);
      default -> {
        String error = path + ": " + text(exchange);
        Http.send(exchange, 202, "application/json", new byte[0]);
        answer.completeExceptionally(new IllegalStateException("the function failed: " + error));
      }
    }
  }

  private void next(HttpExchange exchange) throws IOException {
    if (asked.incrementAndGet() == 1) {
      atEvent = meter.join().cpuNanos();
    }
    byte[] event = event();
    if (event == null) {
      park();
      return;
    }
    Headers headers = exchange.getResponseHeaders();
    headers.set("Lambda-Runtime-Aws-Request-Id", "1");
    headers.set(
        "Lambda-Runtime-Deadline-Ms", String.valueOf(System.currentTimeMillis() + millisLeft));
    headers.set(
        "Lambda-Runtime-Invoked-Function-Arn",
        "arn:aws:lambda:eu-central-1:123456789012:function:measured");
    Http.send(exchange, 200, "application/json", event);
  }

  private boolean hasNext() {
    synchronized (events) {
      return events.hasNext();
    }
  }

  private byte @Nullable [] event() {
    synchronized (events) {
      return events.hasNext() ? events.next() : null;
    }
  }

  /** There is no further event: the function waits until it is ended. */
  private void park() {
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String text(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    never.countDown();
    server.stop(0);
  }
}
