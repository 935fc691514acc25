package io.quotemark.runtime;

import io.quotemark.runtime.log.JsonLog;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Ends a function's process once its answer is out, because work that was given up still runs in it
 * or an error may have damaged it. Lambda starts a fresh process for the next invocation.
 *
 * <p>A process that ends before its answer fails the whole invocation; one that ends later may take
 * the next invocation with it. So the answer is handed to Lambda's Runtime API here, and the
 * process ends before it could ask for the next invocation. See docs/adr/0013-poison-messages.md.
 */
public final class Retirement {
  /** Where Lambda's Runtime API listens; there is none where a function is run by somebody else. */
  private static final String API = "AWS_LAMBDA_RUNTIME_API";

  private static final int TIMEOUT_MILLIS = 1_000;

  /** In which Lambda hands the answer on. */
  private static final long HANDED_ON_NANOS = 500_000_000;

  private static final int EXIT_CODE = 1;

  private final @Nullable String api;

  private Retirement(@Nullable String api) {
    this.api = api;
  }

  /**
   * @param variables of the environment; without Lambda's own the process goes on
   */
  public static Retirement of(Map<String, String> variables) {
    return new Retirement(variables.get(API));
  }

  /**
   * Hands the answer over and ends the process. Returns where there is no Runtime API, or where it
   * did not take the answer, which then goes the usual way.
   *
   * @param requestId of the invocation that is answered
   */
  void after(String requestId, byte[] answer, JsonLog log) {
    if (api == null) {
      log.warn("process_kept", "why", "it was not started by Lambda");
      return;
    }
    try {
      int status = post(api, requestId, answer);
      if (status / 100 != 2) {
        log.warn("process_kept", "why", "the Runtime API answered " + status);
        return;
      }
    } catch (IOException e) {
      log.error("process_kept", e);
      return;
    }
    log.warn("process_ends", "why", "a message's work was given up or ended in an error");
    System.out.flush();
    LockSupport.parkNanos(HANDED_ON_NANOS);
    Runtime.getRuntime().halt(EXIT_CODE);
  }

  private static int post(String api, String requestId, byte[] answer) throws IOException {
    URI address =
        URI.create("http://" + api + "/2018-06-01/runtime/invocation/" + requestId + "/response");
    HttpURLConnection connection =
        (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(answer.length);
    try (OutputStream body = connection.getOutputStream()) {
      body.write(answer);
    }
    return connection.getResponseCode();
  }
}
