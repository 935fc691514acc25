package io.quotemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * docs/cli.md describes every command with its arguments and options as the command does itself.
 * {@code -Dquotemark.write=true} writes it.
 */
class CommandReferenceTest {
  private static final Path PAGE = Places.home().resolve("docs/cli.md");
  private static final String BEGIN = "<!-- commands: written by CommandReferenceTest -->\n";
  private static final String END = "<!-- end of commands -->\n";

  @Test
  void page_describesEveryCommandAsItDoesItself() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    assertThat(begin).as("the mark where the commands begin").isGreaterThan(BEGIN.length());
    assertThat(end).as("the mark where they end").isGreaterThanOrEqualTo(begin);
    String expected = page.substring(0, begin) + commands() + page.substring(end);
    if (Boolean.getBoolean("quotemark.write")) {
      Files.writeString(PAGE, expected);
      page = expected;
    }
    assertThat(page)
        .as(
            "docs/cli.md; after a change: mvn test -Dtest=CommandReferenceTest -Dquotemark.write=true")
        .isEqualTo(expected);
  }

  private static String commands() {
    StringBuilder out = new StringBuilder();
    for (Map.Entry<String, CommandLine> one : Quotemark.whole().getSubcommands().entrySet()) {
      command(one.getKey(), one.getValue(), out);
    }
    return out.append('\n').toString();
  }

  private static void command(String name, CommandLine line, StringBuilder out) {
    CommandSpec spec = line.getCommandSpec();
    out.append("\n### ").append(name).append("\n\n");
    out.append(String.join(" ", spec.usageMessage().description())).append("\n\n");
    List<String> rows = new ArrayList<>();
    for (PositionalParamSpec argument : spec.positionalParameters()) {
      rows.add(row("`" + argument.paramLabel() + "`", argument));
    }
    for (OptionSpec option : spec.options()) {
      if (!option.usageHelp() && !option.versionHelp() && !option.hidden()) {
        rows.add(row("`" + written(option) + "`", option));
      }
    }
    if (!rows.isEmpty()) {
      out.append("| argument or option | what it says |\n|---|---|\n");
      rows.forEach(out::append);
    }
    line.getSubcommands().forEach((inner, of) -> command(name + " " + inner, of, out));
  }

  private static String written(OptionSpec option) {
    String names = String.join(", ", option.names());
    return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
  }

  private static String row(String name, ArgSpec argument) {
    String described = String.join(" ", argument.description());
    String otherwise = argument.defaultValueString(true);
    String text =
        described
            .replace("${DEFAULT-VALUE}", otherwise == null ? "" : otherwise)
            .replaceAll("\\$\\{COMPLETION-CANDIDATES}", "")
            .replace("|", "\\|")
            .strip();
    return "| " + name.replace("|", "\\|") + " | " + text + " |\n";
  }
}
