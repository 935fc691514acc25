package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.runtime.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The commands that show what is stored, as they are typed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadingCommandsTest {
  @TempDir static Path data;
  private Pipeline pipeline;
  private String wrong = "";

  @BeforeAll
  void start() throws IOException {
    pipeline = new Pipeline(data);
    for (Sample.SampleFile file : Sample.prices()) {
      pipeline.drop().put("prices/" + file.name(), file.bytes());
    }
    pipeline.settled();
    for (Sample.SampleFile file : Sample.articles()) {
      String id =
          pipeline.upload("inbox/" + file.name(), file.bytes()).at("articles").texts().getFirst();
      wrong = file.name().contains("slip") ? id : wrong;
    }
    pipeline.settled();
  }

  @AfterAll
  void stop() {
    pipeline.close();
  }

  private static Ran run(String... arguments) {
    return Ran.on(data, arguments);
  }

  @Test
  void list_ofAll_isNewestFirst_andSaysWhatWasFound() {
    Ran all = run("list");
    assertThat(all.code()).as(all.err()).isEqualTo(Exit.OK);
    List<String> lines = all.out().lines().toList();
    assertThat(lines).hasSize(4 * 3);
    assertThat(lines.getFirst()).contains("Brindlewick Lanterns extends its week");
    assertThat(all.out()).contains("2 contradicted", "3 doubtful", "SAMPLE_DATA", wrong);
  }

  @Test
  void list_narrowed_holdsOnlyWhatWasAskedFor() {
    assertThat(run("list", "--listing", "XHKG:9988").out().lines()).hasSize(3);
    assertThat(run("list", "--from", "2025-03-10", "--to", "2025-03-11").out().lines())
        .hasSize(2 * 3);
    assertThat(run("list", "--limit", "1").out().lines()).hasSize(3);
    assertThat(run("list", "--from", "2030-01-01").out()).contains("No stored article");
    assertThat(run("list", "--listing", "9988").code()).isEqualTo(Exit.USAGE);
    assertThat(run("list", "--limit", "0").code()).isEqualTo(Exit.USAGE);
  }

  @Test
  void show_ofAnArticle_isATable_orTheContractsJson() {
    assertThat(run("show", wrong).out())
        .contains("gives back part of its gain", "CONTRADICTED", "close 3.80 is −3.80 %");
    String json = run("show", "--json", wrong).out();
    assertThat(Json.read(json.strip().getBytes(UTF_8)).at("claims").elements()).hasSize(8);
    Ran unknown = run("show", "nothing", wrong);
    assertThat(unknown.code()).isEqualTo(Exit.FAILED_INPUT);
    assertThat(unknown.err()).contains("nothing: ");
    assertThat(unknown.out()).contains("gives back part");
  }

  @Test
  void claims_ofAVerdict_areLinesForASpreadsheet() {
    Ran wrongOnes = run("claims", "--verdict", "contradicted", "--listing", "XXXX:BRWK");
    List<String> lines = wrongOnes.out().lines().toList();
    assertThat(lines.getFirst()).startsWith("article\tclaim\tpublished_at\tlisting");
    assertThat(lines).hasSize(1 + 2).allMatch(line -> line.split("\t", -1).length == 10);
    assertThat(lines.get(1)).contains("contradicted", "XXXX:BRWK");
    assertThat(run("claims", "--verdict", "wrong").code()).isEqualTo(Exit.USAGE);
    assertThat(ClaimsCommand.cell("=HYPERLINK(\"x\")\t\n1")).isEqualTo("'=HYPERLINK(\"x\") 1");
  }

  @Test
  void json_isTheContracts_anObjectALine() {
    List<String> articles = run("list", "--json", "--limit", "3").out().lines().toList();
    assertThat(articles).hasSize(3);
    assertThat(articles)
        .allSatisfy(
            line -> assertThat(Json.read(line.getBytes(UTF_8)).at("id").isPresent()).isTrue());
    // numbers stay numbers
    assertThat(articles.getFirst()).containsPattern("\"[a-z_]+\":[0-9]");
    List<String> claims =
        run("claims", "--json", "--verdict", "contradicted").out().lines().toList();
    assertThat(claims).hasSize(2);
    assertThat(Json.read(claims.getFirst().getBytes(UTF_8)).at("claim").at("verdict").text())
        .isEqualTo("contradicted");
    assertThat(run("claims", "--json", "--articles", "1").out().lines()).isNotEmpty();
    assertThat(run("list", "--json", "--from", "2030-01-01").out()).isEmpty();
    assertThat(run("failed", "--json").out()).isEmpty();
  }

  @Test
  void open_ofNoArticle_fails() {
    Ran opened = run("open", "--print", "zzz");
    assertThat(opened.code()).isEqualTo(Exit.FAILED_INPUT);
    assertThat(opened.err()).contains("zzz");
  }

  @Test
  void open_ofAnArticle_namesItsPage() throws Exception {
    Ran opened = run("open", "--print", wrong);
    assertThat(opened.code()).as(opened.err()).isEqualTo(Exit.OK);
    assertThat(opened.out().strip()).isEqualTo(pipeline.address() + "/articles/" + wrong);
    assertThat(pipeline.get("/articles/" + wrong).statusCode()).isEqualTo(200);
  }

  @Test
  void useDocument_itsJavaExample_checksAnArticle() throws Exception {
    String document = Files.readString(Places.home().resolve("docs/use.md"));
    int from = document.indexOf("```java\nimport java.net.URI") + "```java\n".length();
    Path program = data.resolve("Check.java");
    Files.writeString(
        program,
        document
            .substring(from, document.indexOf("\n```", from))
            .replace("http://127.0.0.1:8080", pipeline.address().toString()));
    Path article = data.resolve("article.txt");
    Files.writeString(
        article, "Title\n\nMarch 11, 2025\n\nBrindlewick Lanterns (XXXX: BRWK) closed at 380p.\n");

    Process run =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                program.toString(),
                article.toString())
            .redirectErrorStream(true)
            .start();
    byte[] answer = run.getInputStream().readAllBytes();

    assertThat(run.waitFor()).as(new String(answer, UTF_8)).isZero();
    assertThat(Json.read(answer).at("claims").elements().getFirst().at("verdict").text())
        .isEqualTo("verified");
  }
}
