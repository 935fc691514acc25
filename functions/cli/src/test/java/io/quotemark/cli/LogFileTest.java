package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
  @TempDir Path folder;

  private PrintStream log(int mostBytes, int longestLine) throws IOException {
    return new PrintStream(
        new LogFile(folder.resolve("a.log"), mostBytes, longestLine), true, UTF_8);
  }

  @Test
  void log_thatIsFull_beginsAnewAtALine_andKeepsOneBefore() throws IOException {
    try (PrintStream log = log(1000, 200)) {
      for (int i = 0; i < 1000; i++) {
        log.println("line " + i + " of many");
      }
    }
    List<String> kept = Files.readAllLines(folder.resolve("a.log.1"));
    kept.addAll(Files.readAllLines(folder.resolve("a.log")));
    assertThat(Files.size(folder.resolve("a.log"))).isBetween(1L, 1200L);
    assertThat(Files.size(folder.resolve("a.log.1"))).isBetween(1000L, 1200L);
    assertThat(kept)
        .allMatch(line -> line.matches("line \\d+ of many"))
        .last()
        .asString()
        .startsWith("line 999");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void log_ofAnEarlierStart_isContinued() throws IOException {
    for (int start = 0; start < 3; start++) {
      try (PrintStream log = log(1000, 200)) {
        log.println("start " + start);
      }
    }
    assertThat(folder.resolve("a.log")).hasContent("start 0\nstart 1\nstart 2");
  }

  @Test
  void line_thatIsTooLong_isCutOff_andTheNextIsWhole() throws IOException {
    try (PrintStream log = log(100_000, 200)) {
      log.println("GET /" + "a".repeat(300_000));
      log.print("b".repeat(150));
      log.println("b".repeat(50));
      log.println("next");
    }
    List<String> lines = Files.readAllLines(folder.resolve("a.log"));
    assertThat(lines).hasSize(3);
    assertThat(lines.getFirst()).hasSize(210).startsWith("GET /a").endsWith("a … cut off");
    assertThat(lines.get(1)).isEqualTo("b".repeat(200));
    assertThat(lines.get(2)).isEqualTo("next");
  }
}
