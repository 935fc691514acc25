package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.fixtures.MorningGain;
import io.quotemark.fixtures.ScriptedProvider;
import io.quotemark.refresh.Outside;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An article on trading before the session: its minutes are named, and decide it. */
class MinuteBarsTest {
  @TempDir Path data;
  @TempDir Path files;

  @Test
  void moveBeforeTheSession_isDecidedByTheMinuteFileThatIsDropped() throws Exception {
    try (Pipeline pipeline = new Pipeline(data, null, Map.of("PriceUploads", "on"))) {
      Node upload = pipeline.upload("inbox/gains.json", MorningGain.ARTICLE);
      String id = upload.at("articles").texts().getFirst();
      Node before = claim(pipeline, id);
      assertThat(before.at("code").text()).isEqualTo("session_not_covered");
      assertThat(read(pipeline, "/v1/articles/" + id).at("evidence_needed").elements().getFirst())
          .satisfies(needed -> {
            assertThat(needed.at("listing").text()).isEqualTo("XNYS:BABA");
            assertThat(needed.at("fields").texts()).containsExactly("close", "minutes");
          });
      assertThat(pipeline.get("/articles/" + id).body()).contains("1 claim waits", "minutes");

      pipeline.drop().put("prices/XNYS_BABA.csv", MorningGain.SESSIONS.getBytes(UTF_8));
      pipeline.settled();
      assertThat(claim(pipeline, id).at("verdict").text()).isEqualTo("unverifiable");
      pipeline
          .drop()
          .put(
              "prices/BABA.csv",
              MorningGain.minutes("2025-02-20", "2025-02-21", "2025-02-24").getBytes(UTF_8));
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
    try (ScriptedProvider alpaca =
            ScriptedProvider.alpaca(
                "BABA", MorningGain.SESSIONS, MorningGain.minutes("2025-02-24"), Optional::empty);
        Pipeline pipeline =
            new Pipeline(
                data,
                null,
                Map.of("PriceProviders", "alpaca:XNYS"),
                Outside.at(alpaca.address(), "id:secret"))) {
      Node upload = pipeline.upload("inbox/gains.json", MorningGain.ARTICLE);
      pipeline.settled();

      Node decided = claim(pipeline, upload.at("articles").texts().getFirst());
      assertThat(decided.at("verdict").text()).as(decided.toString()).isEqualTo("verified");
      assertThat(decided.at("evidence").at("minutes").at("source").text()).isEqualTo("alpaca");
      assertThat(alpaca.asked()).filteredOn(query -> query.contains("1Min")).hasSize(1);

      pipeline.upload(
          "inbox/gains-too.json", MorningGain.ARTICLE.replace("Alibaba gains", "Shares gain"));
      pipeline.settled();
      assertThat(alpaca.asked()).filteredOn(query -> query.contains("1Min")).hasSize(1);
    }
  }

  @Test
  void check_withAMinuteFile_usesTheDaysOfItsText() throws Exception {
    Path article = Files.writeString(files.resolve("gains.json"), MorningGain.ARTICLE);
    Path sessions = Files.writeString(files.resolve("XNYS_BABA.csv"), MorningGain.SESSIONS);
    Path minutes =
        Files.writeString(
            files.resolve("BABA.csv"), MorningGain.minutes("2025-02-21", "2025-02-24"));

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

  @Test
  void check_withoutPrices_saysWhereMinutesComeFrom() throws Exception {
    Path article = Files.writeString(files.resolve("gains.json"), MorningGain.ARTICLE);

    Ran ran = Ran.on(data, "check", article.toString());

    assertThat(ran.out())
        .contains("Only prices by the minute show trading before or after the session")
        .contains("XNYS:BABA, 2025-02-21 to 2025-02-24: close, minutes")
        .contains("A file of minute bars of your own: ");
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
}
