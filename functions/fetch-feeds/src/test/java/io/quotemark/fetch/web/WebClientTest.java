package io.quotemark.fetch.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.ExtendedSSLSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests to real servers on this machine, hostile ones among them. */
class WebClientTest {
  @TempDir Path folder;

  private final LoopbackHosts hosts = new LoopbackHosts();
  private final AtomicInteger trapped = new AtomicInteger();
  private @Nullable InetSocketAddress trap;

  @BeforeEach
  void setTrap() throws IOException {
    trap =
        hosts.serve(
            "inner.example",
            LoopbackHosts.INNER,
            exchange -> {
              trapped.incrementAndGet();
              LoopbackHosts.answer(exchange, 200, "the keys of the account");
            });
  }

  @AfterEach
  void stop() {
    hosts.close();
  }

  @Test
  void document_isAnswered_withWhatItTakesToAskAgain() throws IOException {
    List<String> agents = new CopyOnWriteArrayList<>();
    hosts.serve(
        "ledger.example",
        exchange -> {
          agents.addAll(exchange.getRequestHeaders().get("User-Agent"));
          exchange.getResponseHeaders().add("ETag", "\"7\"");
          exchange.getResponseHeaders().add("Last-Modified", "Tue, 04 Mar 2025 10:00:00 GMT");
          boolean known =
              exchange
                  .getRequestHeaders()
                  .getOrDefault("If-None-Match", List.of())
                  .contains("\"7\"");
          LoopbackHosts.answer(exchange, known ? 304 : 200, known ? "" : "news");
        });

    assertThat(ask("http://ledger.example/a"))
        .isInstanceOfSatisfying(
            Answer.Document.class,
            d -> {
              assertThat(d.body()).asString(UTF_8).isEqualTo("news");
              assertThat(d.etag()).isEqualTo("\"7\"");
              assertThat(d.lastModified()).startsWith("Tue, 04 Mar");
              assertThat(d.contentType()).isEqualTo("text/plain");
            });
    assertThat(ask(question("http://ledger.example/a", "\"7\"", 1_000, 5)))
        .isEqualTo(new Answer.Unchanged());
    assertThat(agents).containsOnly("Quotemark");
  }

  @Test
  void name_ofAnInnerAddress_isNotConnectedTo() throws IOException {
    hosts.serve("ledger.example", LoopbackHosts.text("news"));

    for (String name : List.of("inner.example", LoopbackHosts.BOTH)) {
      assertThat(ask("http://" + name + "/"))
          .isInstanceOfSatisfying(
              Answer.Refused.class, r -> assertThat(r.reason()).contains("no public address"));
    }
    assertThat(trapped).hasValue(0);
  }

  @Test
  void name_thatChangesItsAddress_isConnectedToWhereItWasChecked() throws IOException {
    AtomicInteger reached = new AtomicInteger();
    InetSocketAddress open =
        hosts.serve(
            "ledger.example",
            exchange -> {
              reached.incrementAndGet();
              exchange.getResponseHeaders().add("Connection", "close");
              LoopbackHosts.answer(exchange, 200, "news");
            });
    hosts.name("rebound.example", open, Objects.requireNonNull(trap));

    try (WebClient client = client(hosts)) {
      Ask ask = question("http://rebound.example/", null, 1_000, 5);
      assertThat(client.ask(ask, target -> null)).isInstanceOf(Answer.Document.class);
      assertThat(hosts.asked()).containsExactly("rebound.example:80");
      assertThat(client.ask(ask, target -> null).words()).contains("no public address");
    }
    assertThat(reached).hasValue(1);
    assertThat(trapped).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void redirect_toAnInnerAddress_isNotFollowed(int status) throws IOException {
    int port = java.util.Objects.requireNonNull(trap).getPort();
    for (String target :
        List.of(
            "http://inner.example/",
            "//inner.example/",
            "http://127.0.0.2:" + port + "/",
            "http://2130706434:" + port + "/",
            "http://0x7f.0.0.2:" + port + "/",
            "http://[::ffff:127.0.0.2]:" + port + "/",
            "http://169.254.169.254/latest/meta-data/",
            "http://[fd00:ec2::254]/latest/meta-data/",
            "file:///etc/passwd",
            "http://user@inner.example/",
            "http://ledger.example:" + port + "/")) {
      hosts.serve("ledger.example", LoopbackHosts.redirect(status, target));
      assertThat(ask("http://ledger.example/")).as(target).isInstanceOf(Answer.Refused.class);
    }
    assertThat(trapped).hasValue(0);
  }

  @Test
  void redirect_isFollowed_asFarAsTheGateLetsIt_andNotForEver() throws IOException {
    hosts.serve("www.ledger.example", LoopbackHosts.text("news"));
    hosts.serve("elsewhere.example", LoopbackHosts.text("other news"));
    Map<String, String> moves =
        Map.of(
            "/moved", "http://www.ledger.example/a",
            "/away", "http://elsewhere.example/a",
            "/endless", "/endless");
    hosts.serve(
        "ledger.example",
        exchange ->
            LoopbackHosts.redirect(302, moves.getOrDefault(exchange.getRequestURI().getPath(), "/"))
                .handle(exchange));

    assertThat(ask("http://ledger.example/moved"))
        .isInstanceOfSatisfying(
            Answer.Document.class,
            d -> assertThat(d.address()).hasHost("www.ledger.example").hasPath("/a"));
    assertThat(ask("http://ledger.example/away").words()).contains("not this host");
    assertThat(ask("http://ledger.example/endless").words()).contains("more than 5");
  }

  @Test
  void tls_isHeldAgainstTheName_whichIsTold() throws Exception {
    List<String> told = new CopyOnWriteArrayList<>();
    InetSocketAddress server =
        hosts.serveTls(
            "ledger.example",
            folder,
            exchange -> {
              ExtendedSSLSession session =
                  (ExtendedSSLSession) ((HttpsExchange) exchange).getSSLSession();
              session.getRequestedServerNames().forEach(name -> told.add(name.toString()));
              LoopbackHosts.answer(exchange, 200, "news");
            });
    hosts.name("other.example", server);

    assertThat(ask("https://ledger.example/")).isInstanceOf(Answer.Document.class);
    assertThat(told).singleElement().asString().contains("ledger.example");
    assertThat(ask("https://other.example/").words()).contains("certificate");
    assertThat(told).hasSize(1);
  }

  @Test
  void certificate_thatNobodyVouchesFor_isNotAccepted() throws Exception {
    hosts.serveTls("ledger.example", folder, LoopbackHosts.text("news"));
    Access distrusting =
        new Access() {
          @Override
          public List<InetSocketAddress> places(String name, int port) throws UnknownHostException {
            return hosts.places(name, port);
          }

          @Override
          public boolean isAllowed(InetAddress address) {
            return hosts.isAllowed(address);
          }
        };
    try (WebClient client = client(distrusting)) {
      Ask ask = question("https://ledger.example/", null, 1_000, 5);
      assertThat(client.ask(ask, target -> null).words()).contains("certificate");
    }
  }

  @Test
  void redirect_fromHttpsToHttp_isNotFollowed() throws Exception {
    hosts.serve("www.ledger.example", LoopbackHosts.text("news"));
    hosts.serveTls(
        "ledger.example", folder, LoopbackHosts.redirect(302, "http://www.ledger.example/"));

    assertThat(ask("https://ledger.example/").words()).contains("https to http");
  }

  @Test
  void bodyPastTheBound_isRefused_saidOrNot_packedOrNot() throws IOException {
    byte[] zeros = new byte[4 << 20];
    byte[] packed = gzip(zeros);
    assertThat(packed.length).isLessThan(10_000);
    HttpHandler said = LoopbackHosts.text("a".repeat(20_000));
    HttpHandler unsaid =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            while (true) {
              out.write(zeros);
            }
          }
        };
    HttpHandler bomb = exchange -> answerPacked(exchange, packed);

    for (HttpHandler handler : List.of(said, unsaid, bomb)) {
      hosts.serve("ledger.example", handler);
      Instant began = Instant.now();
      assertThat(ask(question("http://ledger.example/", null, 10_000, 5)).words())
          .contains("larger than 10,000 bytes");
      assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(4));
    }
  }

  @Test
  void packedBody_isUnpacked_andABrokenOneRefused() throws IOException {
    byte[] packed = gzip("news".getBytes(UTF_8));
    byte[] broken = Arrays.copyOf(packed, packed.length);
    broken[11] ^= 0x7f;

    hosts.serve("ledger.example", exchange -> answerPacked(exchange, packed));
    assertThat(ask("http://ledger.example/"))
        .isInstanceOfSatisfying(
            Answer.Document.class, d -> assertThat(d.body()).asString(UTF_8).isEqualTo("news"));
    hosts.serve("ledger.example", exchange -> answerPacked(exchange, broken));
    assertThat(ask("http://ledger.example/")).isInstanceOf(Answer.Refused.class);
  }

  @Test
  void answer_thatDripsOrNeverComes_endsInTime() throws IOException {
    HttpHandler dripping =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            while (true) {
              out.write('a');
              out.flush();
              pause();
            }
          }
        };
    HttpHandler silent =
        exchange -> {
          for (int i = 0; i < 100; i++) {
            pause();
          }
        };

    for (HttpHandler handler : List.of(dripping, silent)) {
      hosts.serve("ledger.example", handler);
      Instant began = Instant.now();
      assertThat(ask(question("http://ledger.example/", null, 1_000_000, 1)).words())
          .contains("no whole answer in 1 s");
      assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(4));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void serverThatAsksToWait_isHeard(int status) throws IOException {
    hosts.serve(
        "ledger.example",
        exchange -> {
          exchange.getResponseHeaders().add("Retry-After", "120");
          LoopbackHosts.answer(exchange, status, "");
        });

    assertThat(ask("http://ledger.example/"))
        .isEqualTo(new Answer.Wait(status, Duration.ofMinutes(2)));
  }

  @Test
  void hostThatIsNotThere_andStatusWithoutADocument_areTold() throws IOException {
    hosts.serve("ledger.example", exchange -> LoopbackHosts.answer(exchange, 410, ""));

    assertThat(ask("http://ledger.example/")).isEqualTo(new Answer.Status(410));
    assertThat(ask("http://nobody.example/").words()).isEqualTo("there is no host nobody.example");
  }

  private Answer ask(String address) {
    return ask(question(address, null, 1_000_000, 5));
  }

  private Answer ask(Ask ask) {
    try (WebClient client = client(hosts)) {
      return client.ask(
          ask, target -> target.getHost().startsWith("elsewhere") ? "not this host" : null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static WebClient client(Access access) {
    return new WebClient(access, "Quotemark", Clock.systemUTC());
  }

  private static Ask question(String address, @Nullable String etag, int most, int seconds) {
    return new Ask(URI.create(address), "text/html", etag, null, most, Duration.ofSeconds(seconds));
  }

  private static void answerPacked(com.sun.net.httpserver.HttpExchange exchange, byte[] packed)
      throws IOException {
    exchange.getResponseHeaders().add("Content-Encoding", "gzip");
    exchange.sendResponseHeaders(200, packed.length);
    exchange.getResponseBody().write(packed);
    exchange.close();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
