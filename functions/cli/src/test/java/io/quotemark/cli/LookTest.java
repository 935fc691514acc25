package io.quotemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Colours and width are the terminal's; elsewhere there are none, and lines have one width. */
class LookTest {
  private static final String RED = "\u001b[31m";

  @TempDir Path folder;

  @Test
  void look_isThatOfTheTerminal() {
    Map<String, String> terminal = Map.of("TERM", "xterm-256color", "COLUMNS", "90");
    assertThat(Look.of(terminal, true)).isEqualTo(new Look(true, true, 90));
    assertThat(Look.of(terminal, false)).isEqualTo(Look.PLAIN);
    assertThat(Look.of(Map.of("TERM", "xterm", "NO_COLOR", "1"), true).colours()).isFalse();
    assertThat(Look.of(Map.of("TERM", "xterm", "NO_COLOR", ""), true).colours()).isTrue();
    assertThat(Look.of(Map.of("TERM", "dumb"), true).colours()).isFalse();
    assertThat(Look.of(Map.of("TERM", "xterm", "COLUMNS", "7"), true).width()).isEqualTo(60);
    assertThat(Look.of(Map.of("TERM", "xterm", "COLUMNS", "wide"), true).width())
        .isEqualTo(Look.PLAIN.width());
  }

  @Test
  void check_colorsVerdictsOnATerminal_andNothingThatOthersWrote() throws Exception {
    Path article = folder.resolve("a.txt");
    Files.writeString(
        article,
        "Lanterns \u001b[31m fall\n\nShares of Brindlewick Lanterns (XXXX: BRWK) closed at £3.60 on 11 March 2025, in a calm"
            + " session. Nothing else of note happened to the company on that day.\n");
    Path prices = folder.resolve("XXXX_BRWK.csv");
    Files.writeString(
        prices,
        """
        # listing: XXXX:BRWK
        # basis: as_traded
        # unit: GBP
        date,open,high,low,close,volume
        2025-03-10,3.90,3.95,3.85,3.95,1000
        2025-03-11,3.85,3.91,3.79,3.80,1000
        """);
    String[] arguments = {"check", "--prices", prices.toString(), article.toString()};

    assertThat(run(new Look(true, true, 80), arguments))
        .contains(RED + "Contradicted")
        .contains("\\u001b[31m fall")
        .satisfies(text ->
            assertThat(text.lines().map(l -> l.replaceAll("\u001b\\[[0-9]*m", "").length()))
                .allMatch(length -> length <= 80));
    assertThat(run(Look.PLAIN, arguments)).contains("Contradicted").doesNotContain("\u001b");
  }

  @Test
  void completion_knowsCommandsAndTheirOptions() {
    Ran bash = Ran.of("completion", "bash");
    assertThat(bash.code()).isZero();
    assertThat(bash.out()).contains("complete -F", "quotemark", "check", "--verdict");
    assertThat(Ran.of("completion", "zsh").out()).contains("bashcompinit");
    assertThat(Ran.of("completion", "fish").code()).isEqualTo(Exit.USAGE);
  }

  private static String run(Look look, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Quotemark.run(new PrintWriter(out), new PrintWriter(err), look, arguments);
    assertThat(code).as(err.toString()).isZero();
    return out.toString();
  }
}
