package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Python of docs/prices.md as it stands there, from what is missing to decided claims, with a
 * stand-in for yfinance whose made-up bars have the shape of the real one's files.
 */
class PythonRecipeTest {
  private static final Pattern RECIPE =
      Pattern.compile("```python\n(import json, subprocess, yfinance\n.*?)```", Pattern.DOTALL);

  private static final String YFINANCE =
      """
      class Bars:
          def to_csv(self, path):
              with open(path, "w") as file:
                  file.write("Date,Open,High,Low,Close,Adj Close,Volume,Dividends,Stock Splits\\n")
                  for day, row in [("2025-02-20", "48.5,49.5,48.2,49.0,48.2,7000000,0.0,0.0"),
                                   ("2025-02-21", "49.0,50.5,48.9,50.0,49.2,7300100,0.0,0.0"),
                                   ("2025-02-24", "50.0,52.6,49.95,52.35,51.5,8100200,0.0,0.0"),
                                   ("2025-02-25", "51.0,51.5,50.1,50.75,49.9,8000000,0.0,0.0")]:
                      file.write(f"{day} 00:00:00+08:00,{row}\\n")

      class Ticker:
          def __init__(self, symbol):
              assert symbol == "9988.HK", symbol

          def history(self, start, auto_adjust):
              assert start == "2025-02-21" and auto_adjust is False, start
              return Bars()
      """;

  @TempDir Path data;
  @TempDir Path desk;

  @Test
  void recipe_bringsWhatIsMissing_andTheClaimsAreDecided() throws Exception {
    assumeTrue(python(), "python3 is not on this machine");
    try (Pipeline pipeline = new Pipeline(data)) {
      Node upload = pipeline.upload("inbox/slips.json", EvidenceTest.ARTICLE);
      Files.writeString(desk.resolve("yfinance.py"), YFINANCE);
      Files.writeString(desk.resolve("recipe.py"), recipe());
      command();

      Process run =
          new ProcessBuilder("python3", "recipe.py")
              .directory(desk.toFile())
              .redirectErrorStream(true)
              .start();
      String said = new String(run.getInputStream().readAllBytes(), UTF_8);
      assertThat(run.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(run.exitValue()).as(said).isZero();

      assertThat(said).contains("2 claims decided");
      String id = upload.at("articles").texts().getFirst();
      Node article = Json.read(pipeline.get("/v1/articles/" + id).body().getBytes(UTF_8));
      assertThat(article.at("evidence_needed").elements()).isEmpty();
      assertThat(article.at("claims").elements())
          .extracting(claim -> claim.at("verdict").text())
          .containsOnly("verified");
    }
  }

  private static String recipe() throws IOException {
    Matcher found = RECIPE.matcher(Files.readString(Places.home().resolve("docs/prices.md")));
    assertThat(found.find()).as("the recipe in docs/prices.md").isTrue();
    assertThat(found.group(1).strip().lines()).as("five lines").hasSize(5);
    return found.group(1);
  }

  /** {@code ./quotemark} as this build has it, on the data folder of the test. */
  private void command() throws IOException {
    Path command =
        Files.writeString(
            desk.resolve("quotemark"),
            "#!/bin/sh\nexec '%s' -cp '%s' -Dquotemark.home='%s' io.quotemark.cli.Main \"$@\" --data '%s'\n"
                .formatted(
                    Path.of(System.getProperty("java.home"), "bin", "java"),
                    System.getProperty("java.class.path"),
                    Places.home(),
                    data));
    assertThat(command.toFile().setExecutable(true)).isTrue();
  }

  static boolean python() throws InterruptedException {
    try {
      return new ProcessBuilder(List.of("python3", "--version")).start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    }
  }
}
