package io.quotemark.serve;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.quotemark.runtime.Snapshot;
import io.quotemark.runtime.events.HttpRequest;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.log.Trace;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Problem;
import io.quotemark.serve.http.Router;
import io.quotemark.serve.login.LoginSecrets;
import io.quotemark.storage.Rehearsal;
import io.quotemark.storage.StoreUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes HTTP API events of payload version 2.0. A caller never sees a stack trace: what is
 * unexpected is logged with an id.
 */
public final class Handler implements RequestStreamHandler {
  /** What Lambda takes of a function as its answer. */
  private static final int MOST_BYTES = 6 * 1024 * 1024;

  /** By then a table that had too much to do has grown, and a failed host is replaced. */
  private static final int RETRY_AFTER_SECONDS = 5;

  private final Function<HttpRequest, HttpResponse> answers;

  /** What answers before a snapshot, when nobody is there to sign in. */
  private final Router rehearsed;

  private final JsonLog log;

  public Handler() {
    this(Config.from(System.getenv()), null);
    Snapshot.rehearse(
        System.getenv(),
        log,
        new Handler(rehearsed, log),
        List.of("rehearsal-list.json", "rehearsal-check.json", "rehearsal-page.json"),
        play -> Rehearsal.holding(Snapshot.file(Handler.class, "rehearsal-list.json"), play::run));
  }

  public Handler(Map<String, String> variables) {
    this(Config.from(variables), null);
  }

  /**
   * Where the secrets of the login do not lie with AWS. No constructor: Lambda looks at those,
   * which would load the class of the secrets.
   */
  public static Handler with(LoginSecrets secrets, Map<String, String> variables) {
    return new Handler(Config.from(variables), secrets);
  }

  private Handler(Config config, @Nullable LoginSecrets secrets) {
    Router router = Wiring.router(config);
    this.log = Wiring.log(config);
    this.rehearsed = router;
    this.answers =
        config.login() == null
            ? router::answer
            : LoginWiring.answers(config, config.login(), secrets, log);
  }

  Handler(Router router, JsonLog log) {
    this.rehearsed = router;
    this.answers = router::answer;
    this.log = log;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    long began = System.nanoTime();
    byte[] event = input.readAllBytes();
    HttpRequest request;
    Function<HttpRequest, HttpResponse> answering = answers;
    try {
      request = HttpRequest.parse(event);
    } catch (HttpRequest.BadBody bad) {
      request = bad.withoutBody();
      answering = Handler::unreadable;
    }
    output.write(answer(request, answering, began));
  }

  private byte[] answer(
      HttpRequest request, Function<HttpRequest, HttpResponse> answering, long began) {
    return bounded(
        request,
        Trace.under(
            request.headers().get(Trace.HTTP_HEADER), () -> logged(request, answering, began)));
  }

  /** The answer's event; a problem where it is more than Lambda would hand on. */
  static byte[] bounded(HttpRequest request, HttpResponse response) {
    byte[] event = response.toEvent();
    return event.length <= MOST_BYTES
        ? event
        : Answers.problem(
                request,
                Problem.of(
                    413,
                    "too_large",
                    "Response too large",
                    "Ask for less, by a smaller limit or without include, or take it under gzip (accept-encoding)."))
            .toEvent();
  }

  private HttpResponse logged(
      HttpRequest request, Function<HttpRequest, HttpResponse> answering, long began) {
    String path = Problem.clipped(request.path());
    HttpResponse response;
    try {
      response = answering.apply(request);
    } catch (RuntimeException e) {
      log.error("request_failed", e, "request", request.id(), "path", path);
      response = StoreUnavailable.isReasonOf(e) ? later(request) : failed(request);
    } catch (StackOverflowError e) {
      // calls in calls on what one request holds: nothing of it is left once they are undone
      log.error("request_failed", e, "request", request.id(), "path", path);
      response = failed(request);
    }
    log.info(
        "request",
        "request",
        request.id(),
        "method",
        request.method(),
        "path",
        path,
        "status",
        response.status(),
        "bytes_in",
        request.body().length,
        "bytes_out",
        response.body().length,
        "millis",
        (System.nanoTime() - began) / 1_000_000);
    String trace = Trace.header();
    return trace == null ? response : response.with(Trace.HTTP_HEADER, trace);
  }

  private static HttpResponse unreadable(HttpRequest request) {
    return Answers.problem(
        request,
        Problem.of(
            400,
            "bad_body",
            "The body could not be read",
            "The event says that it is in base64, and it is not; nothing was done."));
  }

  private static HttpResponse later(HttpRequest request) {
    return Answers.problem(
            request,
            Problem.of(
                503,
                "unavailable",
                "This cannot be answered just now",
                "What is stored is out of reach or too busy. Try again in "
                    + RETRY_AFTER_SECONDS
                    + " seconds; nothing is lost."))
        .with("retry-after", Integer.toString(RETRY_AFTER_SECONDS));
  }

  private static HttpResponse failed(HttpRequest request) {
    return Answers.problem(
        request,
        Problem.of(
            500,
            "internal",
            "This went wrong on our side",
            "Try again; if it stays, report request " + request.id() + "."));
  }
}
