package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./quotemark} in a tree of its own, with a Maven and a JDK that only write down their
 * calls: what it builds when, not what the commands do.
 */
class LauncherTest {
  private static final Path PROJECT = Path.of("../..");

  @TempDir private Path folder = Path.of("");
  private Path tree = folder;

  @BeforeEach
  void plant() throws IOException {
    tree = folder.resolve("tree");
    Files.createDirectories(tree.resolve("shared/domain/src/main"));
    Files.createDirectories(tree.resolve("functions/cli/src/main"));
    Files.createDirectories(tree.resolve("docs/commands"));
    Files.copy(PROJECT.resolve("quotemark"), tree.resolve("quotemark"));
    Files.copy(PROJECT.resolve("pom.xml"), tree.resolve("pom.xml"));
    Files.writeString(tree.resolve("shared/domain/pom.xml"), "<project/>");
    Files.writeString(tree.resolve("functions/cli/pom.xml"), "<project/>");
    Files.writeString(tree.resolve("shared/domain/src/main/Bar.java"), "record Bar() {}");
    try (Stream<Path> pages = Files.list(PROJECT.resolve("docs/commands"))) {
      for (Path page : pages.toList()) {
        Files.copy(page, tree.resolve("docs/commands").resolve(page.getFileName().toString()));
      }
    }
    tool(
        "bin/mvn",
        "sleep 0.2; mkdir -p \"$tree\"/shared/domain/target/classes; for of in classpath classpath-check; do : >\"$tree\"/functions/cli/target/$of; done");
    tool("jdk/bin/javac", "echo javac 25.0.1");
    tool("jdk/bin/java", ":");
    tool("jdk/bin/jar", "while [ \"$1\" != --file ]; do shift; done; : >\"$2\"");
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
  }

  @Test
  void helpVersionAndUsageErrors_withoutABuild() throws Exception {
    Run help = run("check", "--help");
    assertThat(help.code()).isZero();
    assertThat(help.out()).contains("Usage: quotemark check");
    assertThat(run("help", "check").out()).isEqualTo(help.out());
    assertThat(run("help").out()).contains("Usage: quotemark");
    Run version = run("--version");
    assertThat(version.out()).startsWith("quotemark ").contains(".");
    Run command = run("chekc", "a.txt");
    assertThat(command.code()).isEqualTo(2);
    assertThat(command.out()).contains("no command 'chekc'", "check", "prices");
    Run option = run("check", "--jsno", "a.txt");
    assertThat(option.code()).isEqualTo(2);
    assertThat(option.out()).contains("Unknown option: '--jsno'");
    assertThat(run().code()).isEqualTo(2);

    assertThat(calls()).isEmpty();
  }

  @Test
  void everyOptionOfItsPages_passes() throws Exception {
    assertThat(run("check", "--json", "--published-at=2024-02-01", "a.txt").code()).isZero();
    assertThat(run("up", "--port", "9000").code()).isZero();
    assertThat(run("list", "--", "--odd").code()).isZero();
  }

  @Test
  void sixCallsAtOnce_buildOnce() throws Exception {
    List<Process> started = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      started.add(start("list"));
    }
    for (Process process : started) {
      process.getInputStream().readAllBytes();
      assertThat(process.waitFor()).isZero();
    }

    assertThat(calls()).filteredOn("mvn"::equals).hasSize(1);
  }

  @Test
  void lockOfAKilledBuild_isTakenOver() throws Exception {
    Path lock = tree.resolve("functions/cli/target/launcher.lock");
    Files.createDirectories(lock);
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Files.writeString(lock.resolve("pid"), gone.pid() + "\n");

    assertThat(run("list").code()).isZero();
    assertThat(calls()).contains("mvn");
  }

  @Test
  void touchedTree_isNotBuiltAgain_changedTreeIs() throws Exception {
    run("list");
    Path source = tree.resolve("shared/domain/src/main/Bar.java");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
    run("list");
    assertThat(calls()).filteredOn("mvn"::equals).hasSize(1);

    Files.writeString(source, "record Bar(int close) {}");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(9)));
    run("list");
    assertThat(calls()).filteredOn("mvn"::equals).hasSize(2);
  }

  @Test
  void jdk_isToldByItsReleaseFile() throws Exception {
    run("list");

    assertThat(calls()).doesNotContain("javac");
  }

  private record Run(int code, String out) {}

  private Run run(String... arguments) throws IOException, InterruptedException {
    Process process = start(arguments);
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Run(process.waitFor(), out);
  }

  private Process start(String... arguments) throws IOException {
    List<String> line = new ArrayList<>(List.of("bash", tree.resolve("quotemark").toString()));
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    Map<String, String> variables = builder.environment();
    variables.put("JAVA_HOME", folder.resolve("jdk").toString());
    variables.put("PATH", folder.resolve("bin") + ":" + variables.get("PATH"));
    return builder.start();
  }

  private List<String> calls() throws IOException {
    Path calls = folder.resolve("calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  private void tool(String name, String script) throws IOException {
    Path tool = folder.resolve(name);
    Files.createDirectories(tool.getParent());
    Files.writeString(
        tool,
        """
        #!/usr/bin/env bash
        tree='%s'
        echo '%s' >>'%s'
        %s
        """
            .formatted(tree, tool.getFileName(), folder.resolve("calls"), script));
    assertThat(tool.toFile().setExecutable(true)).isTrue();
  }
}
