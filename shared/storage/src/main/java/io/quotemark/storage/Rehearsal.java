package io.quotemark.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * AWS as it answers where nothing is stored, for work that is done before a snapshot is taken and
 * must leave nothing behind: tables are {@link FreshTables fresh}, what is sent is taken and
 * forgotten, and the bucket holds one object at every key. No call is made of AWS but some plain,
 * unsigned GETs and POSTs of nothing to each address, whose answer does not matter: they set up and
 * wear in what connections need.
 */
public final class Rehearsal {
  /** Of each address: as many as it takes until what they call has been compiled. */
  private static final int GREETINGS = 300;

  /** Of each address, where its answers are slow. */
  private static final long MOST_NANOS = 5_000_000_000L;

  /** Holds on the threads that are started meanwhile as well. */
  private static final InheritableThreadLocal<Stored> STORED = new InheritableThreadLocal<>();

  private Rehearsal() {}

  /** What is done in the rehearsal. */
  @FunctionalInterface
  public interface Work {
    void run() throws IOException;
  }

  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  private record Stored(byte[] object, FreshTables tables) {}

  /**
   * Does the work with every call of {@link AwsClients} answered here.
   *
   * @param object what the bucket holds
   */
  public static void holding(byte[] object, Work work) throws IOException {
    STORED.set(new Stored(object, new FreshTables()));
    try {
      work.run();
    } finally {
      STORED.remove();
    }
  }

  /** Whether what is being written now is taken and forgotten. */
  public static boolean isOn() {
    return STORED.get() != null;
  }

  /** Connections that are the real ones outside a rehearsal. */
  static SdkHttpClient.Builder<?> over(SdkHttpClient.Builder<?> real) {
    return new Connections(real);
  }

  private record Connections(SdkHttpClient.Builder<?> real)
      implements SdkHttpClient.Builder<Connections> {
    @Override
    public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
      return new Client(
          real.buildWithDefaults(defaults), new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }
  }

  /**
   * @param greeted how often which address has been connected to
   * @param spent how long that took, in nanoseconds
   */
  private record Client(SdkHttpClient real, Map<URI, Integer> greeted, Map<URI, Long> spent)
      implements SdkHttpClient {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return isOn() ? new Rehearsed(this, request) : real.prepareRequest(request);
    }

    @Override
    public String clientName() {
      return real.clientName();
    }

    @Override
    public void close() {
      real.close();
    }

    private void greet(SdkHttpRequest request) throws IOException {
      URI address =
          URI.create("%s://%s:%d/".formatted(request.protocol(), request.host(), request.port()));
      if (greeted.merge(address, 1, Integer::sum) > GREETINGS
          || spent.getOrDefault(address, 0L) > MOST_NANOS) {
        return;
      }
      long began = System.nanoTime();
      boolean posted = request.method() == SdkHttpMethod.POST;
      byte[] body = (posted ? "{}" : "").getBytes(StandardCharsets.UTF_8);
      SdkHttpRequest.Builder plain =
          SdkHttpRequest.builder()
              .method(posted ? SdkHttpMethod.POST : SdkHttpMethod.GET)
              .uri(address);
      HttpExecuteRequest.Builder greeting = HttpExecuteRequest.builder();
      if (posted) {
        plain.putHeader("Content-Length", String.valueOf(body.length));
        greeting.contentStreamProvider(() -> new ByteArrayInputStream(body));
      }
      HttpExecuteResponse answer =
          real.prepareRequest(greeting.request(plain.build()).build()).call();
      drain(answer.responseBody().orElse(AbortableInputStream.createEmpty()));
      spent.merge(address, System.nanoTime() - began, Long::sum);
    }
  }

  private record Rehearsed(Client client, HttpExecuteRequest request)
      implements ExecutableHttpRequest {
    @Override
    public HttpExecuteResponse call() throws IOException {
      client.greet(request.httpRequest());
      byte[] body = body();
      String target = request.httpRequest().firstMatchingHeader("X-Amz-Target").orElse("");
      boolean reading = request.httpRequest().method() == SdkHttpMethod.GET;
      byte[] answer =
          target.isEmpty()
              ? reading ? STORED.get().object() : new byte[0]
              : answer(target, body).getBytes(StandardCharsets.UTF_8);
      SdkHttpResponse head =
          SdkHttpFullResponse.builder()
              .statusCode(200)
              .putHeader("Content-Type", target.isEmpty() ? "text/plain" : "application/json")
              .putHeader("Content-Length", String.valueOf(answer.length))
              .putHeader("ETag", "\"rehearsal\"")
              .build();
      return HttpExecuteResponse.builder()
          .response(head)
          .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer)))
          .build();
    }

    private byte[] body() throws IOException {
      if (request.contentStreamProvider().isEmpty()) {
        return new byte[0];
      }
      try (InputStream in = request.contentStreamProvider().get().newStream()) {
        return in.readAllBytes();
      }
    }

    private static String answer(String target, byte[] body) {
      String call = target.substring(target.indexOf('.') + 1);
      return switch (call) {
        case "SendMessageBatch" -> "{\"Successful\":[],\"Failed\":[]}";
        case "PutEvents" -> "{\"FailedEntryCount\":0,\"Entries\":[]}";
        default -> STORED.get().tables().answer(call, body);
      };
    }

    @Override
    public void abort() {
      // nothing is under way
    }
  }

  private static void drain(InputStream in) throws IOException {
    try (in) {
      in.readAllBytes();
    }
  }
}
