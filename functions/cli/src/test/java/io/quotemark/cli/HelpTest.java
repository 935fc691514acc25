package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The launcher prints {@code docs/commands} without a build; the pages must say what the commands
 * say of themselves. {@code -Dquotemark.write=true} writes them.
 */
class HelpTest {
  private static final Path PAGES = Path.of("../../docs/commands");

  @Test
  void pages_areTheHelpOfTheCommands() throws IOException {
    Map<String, String> expected = new TreeMap<>();
    expected.put("quotemark.txt", printed("--help"));
    for (String command : Quotemark.commands()) {
      expected.put(command + ".txt", printed(command, "--help"));
    }
    if (Boolean.getBoolean("quotemark.write")) {
      Files.createDirectories(PAGES);
      for (Map.Entry<String, String> page : expected.entrySet()) {
        Files.writeString(PAGES.resolve(page.getKey()), page.getValue());
      }
    }

    Map<String, String> written = new TreeMap<>();
    try (Stream<Path> pages = Files.list(PAGES)) {
      for (Path page : pages.toList()) {
        written.put(page.getFileName().toString(), Files.readString(page, UTF_8));
      }
    }
    assertThat(written)
        .as("docs/commands; after a change: mvn test -Dtest=HelpTest -Dquotemark.write=true")
        .isEqualTo(expected);
  }

  private static String printed(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Quotemark.run(new PrintWriter(out), new PrintWriter(err), arguments);
    assertThat(code).as(err.toString()).isZero();
    return out.toString();
  }
}
