package io.quotemark.cli;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Requests as the clients make them: a 503 that says when to ask again is asked again. On a slow
 * machine the tables may take longer than a request waits for them.
 */
final class AskedAgain {
  private static final int TIMES = 4;
  private static final long LONGEST_SECONDS = 5;

  private AskedAgain() {}

  /** Sends a request and gives its answer. */
  @FunctionalInterface
  interface Request<A> {
    A send() throws IOException, InterruptedException;
  }

  /**
   * The first answer that is no 503 with Retry-After; the last one where all of five are, so that a
   * 503 that stays is seen.
   *
   * @param retryAfter that header of an answer, empty where it has none
   */
  static <A> A answer(Request<A> request, ToIntFunction<A> status, Function<A, String> retryAfter)
      throws IOException, InterruptedException {
    A answer = request.send();
    for (int i = 0; i < TIMES && status.applyAsInt(answer) == 503; i++) {
      String seconds = retryAfter.apply(answer);
      if (seconds.isEmpty()) {
        return answer;
      }
      Thread.sleep(Duration.ofSeconds(Math.min(Long.parseLong(seconds), LONGEST_SECONDS)));
      answer = request.send();
    }
    return answer;
  }

  /** The same for a request of the JDK's client. */
  static HttpResponse<String> sent(HttpClient http, HttpRequest request)
      throws IOException, InterruptedException {
    return answer(
        () -> http.send(request, HttpResponse.BodyHandlers.ofString()),
        HttpResponse::statusCode,
        answer -> answer.headers().firstValue("retry-after").orElse(""));
  }
}
