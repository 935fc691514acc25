package io.quotemark.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One GET of a file, bounded in time and size; redirects are not followed. */
final class Download {
  private static final long MOST_BYTES = 16L << 20;

  private final Duration deadline;

  /**
   * @param deadline from the connection to the last byte
   */
  Download(Duration deadline) {
    this.deadline = deadline;
  }

  /**
   * @throws Exit.Failure that says why there is none
   */
  byte[] of(URI address) throws InterruptedException {
    try (HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(deadline)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build()) {
      CompletableFuture<HttpResponse<byte[]>> asked =
          client.sendAsync(
              HttpRequest.newBuilder(address).build(),
              BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
      try {
        HttpResponse<byte[]> answer = asked.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        if (answer.statusCode() != 200) {
          throw failure(address, "answered with status " + answer.statusCode());
        }
        return answer.body();
      } catch (TimeoutException slow) {
        client.shutdownNow();
        throw failure(address, "gave no whole answer in " + deadline.toSeconds() + " s");
      } catch (ExecutionException failed) {
        Throwable cause = failed.getCause();
        throw failure(
            address,
            cause instanceof IOException && cause.getMessage() != null
                ? "gave no answer: " + cause.getMessage()
                : "gave no answer: " + cause);
      }
    }
  }

  private static Exit.Failure failure(URI address, String why) {
    return new Exit.Failure(
        Exit.FAILED_INPUT,
        "%s %s. Nothing was loaded; try later, or load the file by hand: ./quotemark prices FILE"
            .formatted(address.getHost(), why));
  }
}
