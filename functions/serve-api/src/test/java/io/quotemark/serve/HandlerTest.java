package io.quotemark.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import io.quotemark.runtime.events.HttpRequest;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.log.JsonLog.Level;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Call;
import io.quotemark.serve.http.Route;
import io.quotemark.serve.http.Router;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HandlerTest {
  private static final String EVENT =
      """
      {"version":"2.0","rawPath":"/v1/large","rawQueryString":"","headers":{},
       "requestContext":{"requestId":"r","domainName":"localhost","http":{"method":"GET","path":"/v1/large"}},
       "isBase64Encoded":false}
      """;

  /** The function asks nothing of it. */
  private static final Context NO_CONTEXT =
      (Context)
          Proxy.newProxyInstance(
              HandlerTest.class.getClassLoader(),
              new Class<?>[] {Context.class},
              (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
              });

  private static String answer(int bytes) {
    HttpResponse response =
        new HttpResponse(
            200, Map.of("content-type", "application/json"), "x".repeat(bytes).getBytes(UTF_8));
    return new String(Handler.bounded(HttpRequest.parse(EVENT.getBytes(UTF_8)), response), UTF_8);
  }

  @Test
  void answer_ofMoreThanOneHolds_isAProblemThatSaysWhatToDo() {
    assertThat(answer(6 * 1024 * 1024)).contains("\"statusCode\":413", "too_large", "limit");
    assertThat(answer(5 * 1024 * 1024)).contains("\"statusCode\":200");
  }

  @Test
  void request_thatRecursesWithoutEnd_isAFaultOfOurs_inAProblem() throws Exception {
    Route endless =
        Route.api("GET", "/v1/large", Set.of(), call -> again(call, 0), "answersNothing");
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    Handler handler =
        new Handler(
            new Router(List.of(endless), Answers::problem),
            new JsonLog(new PrintStream(log, true, UTF_8), "serve-api", "test", Level.INFO));
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    handler.handleRequest(new ByteArrayInputStream(EVENT.getBytes(UTF_8)), out, NO_CONTEXT);

    assertThat(out.toString(UTF_8)).contains("\"statusCode\":500", "problem+json", "internal");
    assertThat(log.toString(UTF_8)).contains("request_failed", "StackOverflowError");
  }

  @SuppressWarnings("InfiniteRecursion") // which is what the test is about
  private static HttpResponse again(Call call, int depth) {
    HttpResponse deeper = again(call, depth + 1);
    return depth % 2 == 0 ? deeper : new HttpResponse(depth, Map.of(), deeper.body());
  }
}
