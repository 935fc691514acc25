package io.quotemark.refresh.providers;

import io.quotemark.refresh.providers.PriceSource.Outcome;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One GET for JSON or text: bounded in time and size as a whole, its status and first character
 * read before its content is.
 */
final class Http {
  private static final long MOST_BYTES = 16L << 20;
  private static final int SHOWN = 80;

  private final HttpClient client;
  private final Duration deadline;

  /**
   * @param deadline from the connection to the last byte
   */
  Http(Duration deadline) {
    this.deadline = deadline;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(deadline)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** JSON of a successful answer, or what is to be made of any other. */
  sealed interface Answer {
    record Content(Node json) implements Answer {}

    record Other(Outcome outcome) implements Answer {}
  }

  /** Text of a successful answer, or what is to be made of any other. */
  sealed interface Reply {
    record Body(String text) implements Reply {}

    record Other(Outcome outcome) implements Reply {}
  }

  Answer get(URI address) {
    return get(address, Map.of());
  }

  /**
   * @param headers that say who asks; where a provider takes its key there, no address holds it
   */
  Answer get(URI address, Map<String, String> headers) {
    return switch (text(address, "application/json", headers)) {
      case Reply.Other(Outcome outcome) -> new Answer.Other(outcome);
      case Reply.Body(String body) -> json(body);
    };
  }

  /**
   * @param accepted media type asked for; what the text is, is for the caller to see
   */
  Reply text(URI address, String accepted) {
    return text(address, accepted, Map.of());
  }

  private Reply text(URI address, String accepted, Map<String, String> headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept", accepted);
    try {
      headers.forEach(request::header);
    } catch (IllegalArgumentException unusable) {
      // never the exception's own text: it may hold the key
      return new Reply.Other(new Outcome.Denied("the key has characters that no key has"));
    }
    CompletableFuture<HttpResponse<byte[]>> asked =
        client.sendAsync(
            request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
    try {
      return read(asked.get(deadline.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException slow) {
      asked.cancel(true);
      return new Reply.Other(new Outcome.Unavailable("no whole answer in " + deadline));
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause();
      // never the exception's own text: it may hold the address, and with it the key
      String kind = cause == null ? "failure" : cause.getClass().getSimpleName();
      return new Reply.Other(new Outcome.Unavailable("the request failed: " + kind));
    } catch (InterruptedException stopped) {
      asked.cancel(true);
      Thread.currentThread().interrupt();
      return new Reply.Other(new Outcome.Unavailable("interrupted"));
    }
  }

  private static Reply read(HttpResponse<byte[]> response) {
    String body = new String(response.body(), StandardCharsets.UTF_8).strip();
    @Nullable Outcome refused = refusal(response.statusCode(), body, response);
    return refused == null ? new Reply.Body(body) : new Reply.Other(refused);
  }

  private static Answer json(String body) {
    if (!body.startsWith("{") && !body.startsWith("[")) {
      return new Answer.Other(
          new Outcome.BadPayload(body.isEmpty() ? "an empty body" : "no JSON: " + shown(body)));
    }
    try {
      return new Answer.Content(Json.read(body.getBytes(StandardCharsets.UTF_8)));
    } catch (Json.Malformed broken) {
      return new Answer.Other(new Outcome.BadPayload("broken JSON: " + shown(body)));
    }
  }

  private static @Nullable Outcome refusal(int status, String body, HttpResponse<byte[]> response) {
    return switch (status) {
      case 200 -> null;
      case 401, 402, 403 -> new Outcome.Denied("status " + status);
      case 404 -> new Outcome.NotCovered("status 404");
      case 429 -> new Outcome.Throttled(retryAfter(response));
      default ->
          status >= 500
              ? new Outcome.Unavailable("status " + status)
              : new Outcome.BadPayload("status " + status + ": " + shown(body));
    };
  }

  private static @Nullable Duration retryAfter(HttpResponse<byte[]> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("\\d{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .orElse(null);
  }

  static String shown(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }
}
