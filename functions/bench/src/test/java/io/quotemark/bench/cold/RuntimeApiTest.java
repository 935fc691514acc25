package io.quotemark.bench.cold;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The Runtime API of the benchmarks, asked as a function asks it. */
class RuntimeApiTest {
  private static final long WHILE_NANOS = 200_000_000;

  /** Events of which it takes a while to say, after the first, whether there is another. */
  private static Iterator<byte[]> slow(List<String> events) {
    Iterator<String> all = events.iterator();
    AtomicInteger asked = new AtomicInteger();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        if (asked.incrementAndGet() == 2) {
          LockSupport.parkNanos(WHILE_NANOS);
        }
        return all.hasNext();
      }

      @Override
      public byte[] next() {
        return all.next().getBytes(UTF_8);
      }
    };
  }

  private static String call(HttpClient http, RuntimeApi api, String path, String body)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://" + api.address() + "/2018-06-01/runtime/invocation/" + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (!body.isEmpty()) {
      request.POST(HttpRequest.BodyPublishers.ofString(body));
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
  }

  @Test
  void answer_isThatToTheLastEvent_howeverFastTheFunctionAsksForIt() throws Exception {
    try (HttpClient http = HttpClient.newHttpClient();
        RuntimeApi api = new RuntimeApi(answers -> slow(List.of("a", "b")), 1_000)) {
      api.watch(Meter.NONE);
      assertThat(call(http, api, "next", "")).isEqualTo("a");
      call(http, api, "1/response", "A");
      assertThat(call(http, api, "next", "")).isEqualTo("b");
      LockSupport.parkNanos(2 * WHILE_NANOS);
      assertThat(api.answer()).isNotDone();
      call(http, api, "1/response", "B");
      assertThat(api.answer().get().body()).isEqualTo("B");
      assertThat(api.answers()).containsExactly("A", "B");
    }
  }
}
