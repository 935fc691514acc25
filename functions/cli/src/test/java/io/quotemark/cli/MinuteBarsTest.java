package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quotemark.domain.price.MinuteBars;
import io.quotemark.domain.price.MinuteBars.Minute;
import io.quotemark.fixtures.MinuteWalk;
import io.quotemark.refresh.Outside;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An article on trading before the session: its minutes are named, and decide it. */
class MinuteBarsTest {
  /** The prices below are made up. */
  private static final String ARTICLE =
      """
      {"@type": "NewsArticle", "headline": "Alibaba gains before the bell",
       "datePublished": "2025-02-24T08:02:00-05:00",
       "articleBody": "Shares of Alibaba Group Holding Ltd. (NYSE: BABA) rose 4.0% in pre-market trading on Monday."}
      """;

  private static final String SESSIONS =
      """
      date,open,high,low,close,volume
      2025-02-20,100,101,99,100,1000
      2025-02-21,100,101,99,100,1000
      2025-02-24,103,106,102,105,1000
      """;

  @TempDir Path data;
  @TempDir Path files;

  @Test
  void moveBeforeTheSession_isDecidedByTheMinuteFileThatIsDropped() throws Exception {
    try (Pipeline pipeline = new Pipeline(data, null, Map.of("PriceUploads", "on"))) {
      Node upload = pipeline.upload("inbox/gains.json", ARTICLE);
      String id = upload.at("articles").texts().getFirst();
      Node before = claim(pipeline, id);
      assertThat(before.at("code").text()).isEqualTo("session_not_covered");
      assertThat(read(pipeline, "/v1/articles/" + id).at("evidence_needed").elements().getFirst())
          .satisfies(needed -> {
            assertThat(needed.at("listing").text()).isEqualTo("XNYS:BABA");
            assertThat(needed.at("fields").texts()).containsExactly("close", "minutes");
          });
      assertThat(pipeline.get("/articles/" + id).body()).contains("1 claim waits", "minutes");

      pipeline.drop().put("prices/XNYS_BABA.csv", SESSIONS.getBytes(UTF_8));
      pipeline.settled();
      assertThat(claim(pipeline, id).at("verdict").text()).isEqualTo("unverifiable");
      pipeline
          .drop()
          .put("prices/BABA.csv", csv("2025-02-20", "2025-02-21", "2025-02-24").getBytes(UTF_8));
      pipeline.settled();

      Node decided = claim(pipeline, id);
      assertThat(decided.at("verdict").text()).as(decided.toString()).isEqualTo("verified");
      assertThat(decided.at("basis").at("field").text()).isEqualTo("pre");
      Node minutes = decided.at("evidence").at("minutes");
      assertThat(minutes.at("source").text()).startsWith("file:");
      assertThat(minutes.at("deciding").elements()).hasSize(1);
      String start = minutes.at("deciding").elements().getFirst().at("start").text();
      assertThat(start).startsWith("2025-02-24T13:0");
      assertThat(pipeline.get("/articles/" + id).body()).contains("Deciding minutes", start);
      Node file = read(pipeline, "/v1/price-files").at("price_files").elements().getFirst();
      assertThat(file.toString()).contains("kept 1 of 3 days: the days that claims speak of");
    }
  }

  @Test
  void moveBeforeTheSession_isDecidedByAProvider_atOnce() throws Exception {
    try (Alpaca alpaca = new Alpaca();
        Pipeline pipeline =
            new Pipeline(data, null, Map.of("PriceProviders", "alpaca:XNYS"), alpaca)) {
      Node upload = pipeline.upload("inbox/gains.json", ARTICLE);
      pipeline.settled();

      Node decided = claim(pipeline, upload.at("articles").texts().getFirst());
      assertThat(decided.at("verdict").text()).as(decided.toString()).isEqualTo("verified");
      assertThat(decided.at("evidence").at("minutes").at("source").text()).isEqualTo("alpaca");
      assertThat(alpaca.asked()).filteredOn(query -> query.contains("1Min")).hasSize(1);

      pipeline.upload("inbox/gains-too.json", ARTICLE.replace("Alibaba gains", "Shares gain"));
      pipeline.settled();
      assertThat(alpaca.asked()).filteredOn(query -> query.contains("1Min")).hasSize(1);
    }
  }

  /** Its bars, made up, worded as Alpaca words them. */
  private static final class Alpaca implements Outside, AutoCloseable {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    Alpaca() throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", this::answer);
      server.start();
    }

    List<String> asked() {
      return List.copyOf(asked);
    }

    @Override
    public Supplier<String> key(String provider) {
      return () -> "id:secret";
    }

    @Override
    public URI address(String provider) {
      return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
      String query = exchange.getRequestURI().toString();
      asked.add(query);
      StringBuilder bars = new StringBuilder();
      if (query.contains("timeframe=1Min")) {
        csv("2025-02-24").lines().skip(1).forEach(row -> bar(row.split(",", -1), bars));
      } else {
        SESSIONS
            .lines()
            .skip(1)
            .map(row -> row.replaceFirst(",", "T05:00:00Z,"))
            .forEach(row -> bar(row.split(",", -1), bars));
      }
      byte[] body =
          "{\"bars\":[%s],\"next_page_token\":null,\"symbol\":\"BABA\"}"
              .formatted(bars)
              .getBytes(UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    }

    private static void bar(String[] row, StringBuilder bars) {
      bars.append(bars.isEmpty() ? "" : ",")
          .append(
              "{\"t\":\"%s\",\"o\":%s,\"h\":%s,\"l\":%s,\"c\":%s,\"v\":%s}"
                  .formatted((Object[]) row));
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }

  @Test
  void check_withAMinuteFile_usesTheDaysOfItsText() throws Exception {
    Path article = Files.writeString(files.resolve("gains.json"), ARTICLE);
    Path sessions = Files.writeString(files.resolve("XNYS_BABA.csv"), SESSIONS);
    Path minutes = Files.writeString(files.resolve("BABA.csv"), csv("2025-02-21", "2025-02-24"));

    Ran ran =
        Ran.on(
            data,
            "check",
            article.toString(),
            "--json",
            "--prices",
            sessions.toString(),
            "--prices",
            minutes.toString());

    assertThat(ran.code()).as(ran.err()).isEqualTo(Exit.OK);
    assertThat(moves(Json.read(ran.out().strip().getBytes(UTF_8))).getFirst().at("verdict").text())
        .isEqualTo("verified");
    assertThat(ran.err()).contains("kept 1 of 2 days: the days that claims speak of");
  }

  private static Node read(Pipeline pipeline, String path) throws Exception {
    return Json.read(pipeline.get(path).body().getBytes(UTF_8));
  }

  private static Node claim(Pipeline pipeline, String id) throws Exception {
    return moves(read(pipeline, "/v1/articles/" + id)).getFirst();
  }

  private static List<Node> moves(Node article) {
    return article.at("claims").elements().stream()
        .filter(claim -> claim.at("kind").text().equals("MOVE_PCT"))
        .toList();
  }

  /** Minutes of some days, at 104 from eight in the morning on. */
  private static String csv(String... days) {
    StringBuilder file = new StringBuilder("timestamp,open,high,low,close,volume\n");
    for (String day : days) {
      MinuteBars bars =
          MinuteWalk.of("XNYS:BABA", day, "America/New_York")
              .at("04:00", 101)
              .at("07:55", 104)
              .at("09:29", 104)
              .bars(new Random(1));
      for (Minute m : bars.minutes()) {
        file.append(
            "%s,%s,%s,%s,%s,%d\n"
                .formatted(m.start(), m.open(), m.high(), m.low(), m.close(), m.volume()));
      }
    }
    return file.toString();
  }
}
