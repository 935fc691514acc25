package io.quotemark.publish.webhook;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** The address that events are posted to. No redirect is followed, no answer's body is read. */
public final class Receiver {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final HttpClient client;
  private final URI address;
  private final Supplier<List<byte[]>> keys;
  private final boolean slack;
  private final Duration patience;
  private final Clock clock;

  /**
   * @param keys of the signatures, asked for at each attempt
   * @param slack whether events are put as Slack's texts
   * @param patience until an answer must have come
   */
  public Receiver(
      URI address, Supplier<List<byte[]>> keys, boolean slack, Duration patience, Clock clock) {
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    this.address = address;
    this.keys = keys;
    this.slack = slack;
    this.patience = patience;
    this.clock = clock;
  }

  /** What came of an attempt. */
  public sealed interface Outcome {
    record Taken() implements Outcome {}

    /** It wants no more (410). */
    record Gone() implements Outcome {}

    /**
     * @param pause that it asked for, zero where it did not
     */
    record Failed(String why, Duration pause) implements Outcome {}
  }

  /**
   * @throws RuntimeException where there is no key to sign with
   */
  Outcome post(Delivery delivery) {
    Node event = Json.read(delivery.event().getBytes(StandardCharsets.UTF_8));
    byte[] body = slack ? text(event) : delivery.event().getBytes(StandardCharsets.UTF_8);
    String id = event.at("id").text();
    long now = clock.instant().getEpochSecond();
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(patience)
            .header("content-type", "application/json")
            .header("user-agent", "Quotemark")
            .header("webhook-id", id)
            .header("webhook-timestamp", Long.toString(now))
            .header("webhook-signature", Signature.of(id, now, body, keys.get()))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
      answer.body().close();
      return outcome(answer);
    } catch (IOException e) {
      // never the exception's own text: it may hold the address, which can be a secret
      return new Outcome.Failed("no answer: " + e.getClass().getSimpleName(), Duration.ZERO);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Failed("interrupted", Duration.ZERO);
    }
  }

  /** As Slack's incoming webhooks take it. */
  private static byte[] text(Node event) {
    String text = event.at("text").text();
    return Json.write(out -> {
      out.writeStartObject();
      out.writeStringField("text", text);
      out.writeEndObject();
    });
  }

  private static Outcome outcome(HttpResponse<?> answer) {
    int status = answer.statusCode();
    if (status >= 200 && status < 300) {
      return new Outcome.Taken();
    }
    if (status == 410) {
      return new Outcome.Gone();
    }
    Duration wait =
        answer
            .headers()
            .firstValue("retry-after")
            .filter(text -> text.matches("\\d{1,6}"))
            .map(text -> Duration.ofSeconds(Long.parseLong(text)))
            .orElse(Duration.ZERO);
    return new Outcome.Failed("status " + status, wait);
  }
}
