package io.quotemark.cli;

import io.quotemark.client.RequestSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Requests to a running instance, signed as it wants them. */
final class SignedHttp implements AutoCloseable {
  /** Of a request that is answered 503. */
  private static final int MOST_TRIES = 3;

  private final URI address;
  private final RequestSigner signer;
  private final @Nullable String language;
  private final Consumer<Duration> pause;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  /**
   * @param language of verdicts in the answers, null for the instance's own
   * @param pause lets the time pass that a busy instance asks for
   */
  SignedHttp(
      URI address, RequestSigner signer, @Nullable String language, Consumer<Duration> pause) {
    this.address = address;
    this.signer = signer;
    this.language = language;
    this.pause = pause;
  }

  /** The answer's body; a busy instance is asked again when it says. */
  byte[] body(String path) {
    HttpResponse<byte[]> response = get(path);
    for (int tries = 1; response.statusCode() == 503 && tries < MOST_TRIES; tries++) {
      pause.accept(wanted(response));
      response = get(path);
    }
    if (response.statusCode() != 200) {
      throw new Exit.Failure(
          Exit.FAILED_INPUT,
          path
              + " answered "
              + response.statusCode()
              + ": "
              + new String(response.body(), StandardCharsets.UTF_8));
    }
    return response.body();
  }

  /** How long a busy instance asks to be left alone; all requests here only read. */
  private static Duration wanted(HttpResponse<?> busy) {
    long seconds = busy.headers().firstValueAsLong("retry-after").orElse(1);
    return Duration.ofSeconds(Math.clamp(seconds, 1, 10));
  }

  /**
   * Hands a message of the Model Context Protocol in.
   *
   * @param headers what the protocol wants repeated in them
   * @return the answer; empty where none is due
   */
  byte[] message(byte[] body, Map<String, String> headers) {
    URI there = URI.create(address + "/mcp");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(there)
            .timeout(Duration.ofSeconds(35))
            .header("content-type", "application/json")
            .header("accept", "application/json, text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::setHeader);
    signer.headers("POST", there, body).forEach(request::setHeader);
    return send(request.build()).body();
  }

  HttpResponse<byte[]> get(String path) {
    URI there = URI.create(address + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(there).timeout(Duration.ofSeconds(35));
    signer.headers("GET", there, new byte[0]).forEach(request::setHeader);
    if (language != null) {
      request.setHeader("accept-language", language);
    }
    return send(request.build());
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Exit.Failure(Exit.FAILED_INPUT, "interrupted");
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
