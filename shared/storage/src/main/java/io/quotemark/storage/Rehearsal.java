package io.quotemark.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
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
 * must leave nothing behind: tables are empty, what is written and sent is taken and forgotten, and
 * the bucket holds one object at every key. No call is made of AWS but some plain, unsigned GETs of
 * each address, whose answer does not matter: they set up and wear in what connections need.
 */
public final class Rehearsal {
  private static final int GREETINGS = 40;
  private static final ScopedValue<byte[]> OBJECT = ScopedValue.newInstance();

  private Rehearsal() {}

  /** What is done in the rehearsal. */
  @FunctionalInterface
  public interface Work {
    void run() throws IOException;
  }

  /**
   * Does the work with every call of {@link AwsClients} answered here.
   *
   * @param object what the bucket holds
   */
  public static void holding(byte[] object, Work work) throws IOException {
    ScopedValue.where(OBJECT, object)
        .call(() -> {
          work.run();
          return true;
        });
  }

  /** Connections that are the real ones outside a rehearsal. */
  static SdkHttpClient.Builder<?> over(SdkHttpClient.Builder<?> real) {
    return new Connections(real);
  }

  private record Connections(SdkHttpClient.Builder<?> real)
      implements SdkHttpClient.Builder<Connections> {
    @Override
    public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
      return new Client(real.buildWithDefaults(defaults), new ConcurrentHashMap<>());
    }
  }

  /**
   * @param greeted how often which address has been connected to
   */
  private record Client(SdkHttpClient real, Map<URI, Integer> greeted) implements SdkHttpClient {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return OBJECT.isBound() ? new Rehearsed(this, request) : real.prepareRequest(request);
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
      if (greeted.merge(address, 1, Integer::sum) > GREETINGS) {
        return;
      }
      SdkHttpRequest get = SdkHttpRequest.builder().method(SdkHttpMethod.GET).uri(address).build();
      HttpExecuteResponse answer =
          real.prepareRequest(HttpExecuteRequest.builder().request(get).build()).call();
      drain(answer.responseBody().orElse(AbortableInputStream.createEmpty()));
    }
  }

  private record Rehearsed(Client client, HttpExecuteRequest request)
      implements ExecutableHttpRequest {
    @Override
    public HttpExecuteResponse call() throws IOException {
      client.greet(request.httpRequest());
      if (request.contentStreamProvider().isPresent()) {
        ContentStreamProvider body = request.contentStreamProvider().get();
        drain(body.newStream());
      }
      String target = request.httpRequest().firstMatchingHeader("X-Amz-Target").orElse("");
      boolean reading = request.httpRequest().method() == SdkHttpMethod.GET;
      byte[] answer =
          target.isEmpty()
              ? reading ? OBJECT.get() : new byte[0]
              : answer(target.substring(target.indexOf('.') + 1)).getBytes(StandardCharsets.UTF_8);
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

    /** Nothing is found, and nothing failed. */
    private static String answer(String call) {
      return switch (call) {
        case "Query" -> "{\"Count\":0,\"ScannedCount\":0,\"Items\":[]}";
        case "BatchGetItem" -> "{\"Responses\":{},\"UnprocessedKeys\":{}}";
        case "SendMessageBatch" -> "{\"Successful\":[],\"Failed\":[]}";
        default -> "{}";
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
