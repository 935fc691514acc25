package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Public prices without a key, from a server in this JVM. */
class FetchTest {
  @TempDir Path data;

  private final List<String> asked = new ArrayList<>();
  private final StringWriter out = new StringWriter();
  private byte[] body = new byte[0];
  private int status = 200;
  private final HttpServer server;

  FetchTest() throws java.io.IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void start() {
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().toString());
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void nobodyIsAsked_withoutAYes_andItIsSaidWhomForWhatOnWhichTerms() throws Exception {
    try (Pipeline pipeline = new Pipeline(data)) {
      assertThat(fetch(pipeline, false)).isEqualTo(Exit.USAGE);

      assertThat(asked).isEmpty();
      assertThat(out.toString())
          .contains("127.0.0.1", "/eurofxref-hist.csv", "what it is", "its terms", "--yes");
    }
  }

  @Test
  void rates_areLoaded_andWhatIsNoRatesIsNot() throws Exception {
    try (Pipeline pipeline = new Pipeline(data)) {
      body =
          """
          Date,USD,JPY,CZK,DKK,GBP,HUF,PLN,SEK,CHF,HKD,
          2025-02-21,1.0465,157.14,25.066,7.4591,0.8284,402.55,4.16,11.14,0.94,8.13,
          """
              .getBytes(UTF_8);
      assertThat(fetch(pipeline, true)).isZero();
      assertThat(pipeline.get("/v1/listings/FX:EURUSD/prices").body()).contains("1.0465");

      body = "<html>busy</html>".getBytes(UTF_8);
      assertThatThrownBy(() -> fetch(pipeline, true)).hasMessageContaining("something else");
      status = 503;
      assertThatThrownBy(() -> fetch(pipeline, true)).hasMessageContaining("status 503");
    }
  }

  @Test
  void sourceThatThereIsNot_isToldWithThoseThereAre() {
    Ran ran = Ran.of("fetch", "yahoo");
    assertThat(ran.code()).isEqualTo(Exit.USAGE);
    assertThat(ran.err()).contains("no source yahoo", "ecb");
    assertThat(KeylessSource.ALL)
        .allSatisfy(source -> assertThat(source.address().getScheme()).isEqualTo("https"));
  }

  private int fetch(Pipeline pipeline, boolean yes) throws InterruptedException {
    URI address =
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/eurofxref-hist.csv");
    KeylessSource source =
        new KeylessSource("ecb", address, "eurofxref-hist.csv", "what it is", "its terms");
    return FetchCommand.fetched(
        new PrintWriter(out, true), pipeline.deployment(), List.of(source), yes);
  }
}
