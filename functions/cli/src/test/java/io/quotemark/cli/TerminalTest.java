package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.runtime.json.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other people wrote, on its way to the terminal. */
class TerminalTest {
  /** Clears the screen, sets the window's title, by C1 hides the text, turns the direction. */
  private static final String HOSTILE = "\u001b[2J\u001b]0;owned\u0007\u009b8m\u202egnp.exe\u2066";

  private static final String HOSTILE_IN_JSON =
      "\\u001b[2J\\u001b]0;owned\\u0007\\u009b8m\\u202egnp.exe\\u2066";

  private static final String OBEYED =
      "[\\p{Cntrl}\\x80-\\x9f\\u202a-\\u202e\\u2066-\\u2069&&[^\\n\\t]]";

  private static final String ARTICLE =
      """
      {"title": "Brindlewick %1$s", "source": "Bugle %1$s", "published_at": "2025-03-11T18:15:00Z",
       "body": "Brindlewick Lanterns (XXXX: BRWK) shares rose 9.9%% on %1$s Tuesday to 431p."}
      """
          .formatted(HOSTILE_IN_JSON);

  @TempDir static Path folder;

  @Test
  void controlsAndDirections_arePrintedAsTheirNumbers_andLinesStayLines() {
    StringWriter terminal = new StringWriter();
    PrintWriter out = new TerminalWriter(terminal, Look.PLAIN);
    out.println("a" + HOSTILE + "\tb ä 漢 😀");
    out.print("usage\nof two lines\r\n");
    out.println("key\nthat looks like two\r");
    Object object = List.of("an object\nof two lines").getFirst();
    out.println(object);
    out.printf("[%d/%d] %s …%n", 1, 2, "key\nof\u007f");
    out.write(0x1b);
    out.append('\u0085').append("\u0000").write(new char[] {'x', '\u009c'});

    assertThat(terminal.toString())
        .isEqualToNormalizingNewlines(
            """
            a\\u001b[2J\\u001b]0;owned\\u0007\\u009b8m\\u202egnp.exe\\u2066\tb ä 漢 😀
            usage
            of two lines
            key\\u000athat looks like two\\u000d
            an object\\u000aof two lines
            [1/2] key\\u000aof\\u007f …
            \\u001b\\u0085\\u0000x\\u009c\
            """);
  }

  @Test
  void marksOfFormatAndLineSeparators_arePrintedAsTheirNumbers() {
    StringWriter terminal = new StringWriter();
    new TerminalWriter(terminal, Look.PLAIN)
        .println("\u061c\u200e\u200f\u2028\u2029\u200b\u2060\ufeff\u00ad\u206a\ufff9 👩\u200d🚀");

    assertThat(terminal.toString())
        .isEqualToNormalizingNewlines(
            "\\u061c\\u200e\\u200f\\u2028\\u2029\\u200b\\u2060\\ufeff\\u00ad\\u206a\\ufff9 👩\u200d🚀\n");
  }

  @Test
  void help_isPlainText() {
    assertThat(Ran.of("--help").out()).contains("Exit codes:").doesNotContain("\\u001b");
  }

  @Test
  void greetingOfUp_hasNoEscapes_andEachCommandOnALineOfItsOwn() {
    StringWriter terminal = new StringWriter();
    URI address = URI.create("http://127.0.0.1:8081");

    UpCommand.greet(
        new TerminalWriter(terminal, Look.PLAIN),
        new Instance(1, address, address, address, address, "bucket", Map.of()),
        Path.of("data"));

    assertThat(terminal.toString())
        .doesNotContain("\\u")
        .containsPattern("\\R +aws --endpoint-url http://127.0.0.1:8081 s3 cp");
  }

  @Test
  void articleWithTerminalSequences_isShownByEveryCommandWithoutThem() throws Exception {
    Path file = folder.resolve("hostile.json");
    Files.writeString(file, ARTICLE);
    List<Ran> runs = new ArrayList<>();
    Path data = Files.createDirectory(folder.resolve("data"));
    try (Pipeline pipeline = new Pipeline(data)) {
      String[] here = {"--data", data.toString()};
      runs.add(Ran.of(with(here, "check", file.toString())));
      runs.add(Ran.of(with(here, "put", file.toString())));
      pipeline.upload("inbox/" + HOSTILE + ".txt", "");
      String id =
          Json.read(pipeline.get("/v1/articles").body().getBytes(UTF_8))
              .at("articles")
              .elements()
              .getFirst()
              .at("id")
              .text();
      runs.add(Ran.of(with(here, "list")));
      runs.add(Ran.of(with(here, "show", id)));
      runs.add(Ran.of(with(here, "failed")));
      runs.add(Ran.of(with(here, "show", HOSTILE)));
      // without a title
      assertThat(Ran.of(with(here, "claims")).out()).contains(id).doesNotContainPattern(OBEYED);
      for (Ran one : runs) {
        assertThat(one.out() + one.err()).doesNotContainPattern(OBEYED).contains("gnp.exe");
      }

      // as JSON it is what was stored, character for character
      String json = Ran.of(with(here, "show", "--json", id)).out();
      assertThat(json).doesNotContain("\u001b").doesNotContain("\u009b").doesNotContain("\u202e");
      assertThat(Json.read(json.getBytes(UTF_8)).at("article").at("title").text())
          .isEqualTo(
              Json.read(pipeline.get("/v1/articles/" + id).body().getBytes(UTF_8))
                  .at("article")
                  .at("title")
                  .text())
          .contains("\u001b")
          .as("turned directions are left out where the article is read")
          .doesNotContain("\u202e");
    }
  }

  private static String[] with(String[] place, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of(place));
    return all.toArray(String[]::new);
  }
}
