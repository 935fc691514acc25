package io.quotemark.fetch.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.fetch.web.Politeness.Permission;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** robots.txt of real servers on this machine. */
class PolitenessTest {
  private static final URI PAGE = URI.create("http://ledger.example/markets/a?b=c");

  private final LoopbackHosts hosts = new LoopbackHosts();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Map<String, byte[]> kept = new HashMap<>();
  private Instant now = Instant.parse("2025-03-04T10:00:00Z");

  @AfterEach
  void stop() {
    hosts.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "User-agent: *;Disallow: /private | true",
        "User-agent: *;Disallow: / | false",
        "User-agent: *;Disallow: /markets/ | false",
        "User-agent: *;Disallow: /*?b= | false",
        "User-agent: *;Disallow: /markets/;Allow: /markets/a | true",
        "User-agent: *;Disallow: /;;User-agent: Quotemark;Allow: / | true",
        "User-agent: Quotemark;Disallow: /;;User-agent: *;Allow: / | false",
        "User-agent: QuoteMark;User-agent: other;Disallow: /markets/ | false",
        "User-agent: other;Disallow: / | true",
        "User-agent: *;Disallow: /markets/a$ | true",
        "User-agent: *;Disallow: | true",
        "<html>no such page</html> | true"
      })
  void page_isAskedFor_whereRobotsAllowsIt(String robots, boolean allowed) throws IOException {
    serve(200, robots.replace(';', '\n'));

    assertThat(politeness().permission(PAGE) instanceof Permission.Given).isEqualTo(allowed);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410})
  void hostWithoutRobots_allowsEverything(int status) throws IOException {
    serve(status, "Disallow: /");

    assertThat(politeness().permission(PAGE)).isEqualTo(new Permission.Given());
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 429})
  void hostInTrouble_allowsNothing(int status) throws IOException {
    serve(status, "");

    assertThat(politeness().permission(PAGE)).isInstanceOf(Permission.Later.class);
    assertThat(politeness().permission(URI.create("http://nobody.example/")))
        .isInstanceOf(Permission.Later.class);
  }

  @Test
  void robots_isAskedForOnceADay_andWhatItSaidHoldsWhileItCannotBeRead() throws IOException {
    serve(200, "User-agent: *\nDisallow: /markets/");
    politeness().permission(PAGE);
    assertThat(politeness().permission(PAGE)).isInstanceOf(Permission.Forbidden.class);
    assertThat(asked).hasSize(1);

    serve(500, "");
    now = now.plus(Duration.ofHours(25));
    assertThat(politeness().permission(PAGE)).isInstanceOf(Permission.Forbidden.class);
    assertThat(politeness().permission(URI.create("http://ledger.example/b")))
        .isEqualTo(new Permission.Given());
    assertThat(asked).hasSize(2);
  }

  @Test
  void crawlDelay_isLongerThanThePause() throws IOException {
    serve(200, "User-agent: *\nCrawl-delay: 7");
    Politeness politeness = politeness();
    politeness.permission(PAGE);
    politeness.asked(PAGE);

    assertThat(politeness.ready("ledger.example")).isEqualTo(now.plusSeconds(7));
    assertThat(politeness.ready("other.example")).isBefore(now);
  }

  @Test
  void hostThatAsksToWait_isLeftAlone_byTheNextRunToo() throws IOException {
    serve(200, "");
    politeness().wait(PAGE, Duration.ofHours(1));

    assertThat(politeness().permission(PAGE))
        .isInstanceOfSatisfying(
            Permission.Later.class, l -> assertThat(l.at()).isEqualTo(now.plusSeconds(3_600)));
    assertThat(asked).isEmpty();
    now = now.plus(Duration.ofHours(2));
    assertThat(politeness().permission(PAGE)).isEqualTo(new Permission.Given());
  }

  @Test
  void robots_redirectedToAnInnerAddress_isNotRead() throws IOException {
    hosts.serve("inner.example", LoopbackHosts.INNER, LoopbackHosts.text("keys"));
    hosts.serve("ledger.example", LoopbackHosts.redirect(301, "http://inner.example/robots.txt"));

    assertThat(politeness().permission(PAGE)).isInstanceOf(Permission.Later.class);
  }

  private void serve(int status, String robots) throws IOException {
    hosts.serve(
        "ledger.example",
        exchange -> {
          asked.add(exchange.getRequestURI().toString());
          LoopbackHosts.answer(exchange, status, robots);
        });
  }

  /** As a new run has it. */
  private Politeness politeness() {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    Politeness.Memory memory =
        new Politeness.Memory() {
          @Override
          public Optional<byte[]> read(String key) {
            return Optional.ofNullable(kept.get(key));
          }

          @Override
          public void write(String key, byte[] bytes) {
            kept.put(key, bytes);
          }
        };
    return new Politeness(
        new WebClient(hosts, "Quotemark", Clock.systemUTC()), memory, clock, Duration.ofSeconds(1));
  }
}
