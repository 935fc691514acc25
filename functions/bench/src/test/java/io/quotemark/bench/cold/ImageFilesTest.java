package io.quotemark.bench.cold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of {@code functions/image}, which need no JVM. */
class ImageFilesTest {
  private static final Path WRAPPER = Path.of("functions/image/wrapper").toAbsolutePath();
  private static final Path TEMPLATE = Path.of("functions/image/template").toAbsolutePath();

  @TempDir private Path task = Path.of("");

  @BeforeAll
  static void needsAShell() {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no shell is here");
  }

  @Test
  void wrapper_withACache_hasTheJvmTakeItAloneAndTheJarOnItsClassPath() throws Exception {
    Files.createFile(task.resolve("serve-api.aot"));

    assertThat(wrapped("-Xshare:on", "-XX:SharedArchiveFile=/var/lang/a.jsa", "-cp", "a:b", "Main"))
        .containsExactly(
            "-XX:CompileThresholdScaling=8",
            "-XX:AOTCache=" + task + "/serve-api.aot",
            "-cp",
            "a:b:" + task + "/lib/serve-api.jar",
            "Main");
    assertThat(wrapped("-XX:AOTCache=/var/lang/a.aot", "-Xmx1m", "-classpath", "a b", "Main", "h"))
        .containsExactly(
            "-Xmx1m",
            "-XX:CompileThresholdScaling=8",
            "-XX:AOTCache=" + task + "/serve-api.aot",
            "-cp",
            "a b:" + task + "/lib/serve-api.jar",
            "Main",
            "h");
  }

  @Test
  void wrapper_withoutACache_runsTheCommandAsItIs() throws Exception {
    assertThat(wrapped("-Xshare:on", "-cp", "a:b", "Main"))
        .containsExactly("-Xshare:on", "-cp", "a:b", "Main");
  }

  /** A command that prints its arguments, in the place of Lambda's. */
  private List<String> wrapped(String... arguments) throws IOException, InterruptedException {
    Path command = task.resolve("command");
    Files.writeString(command, "for a in \"$@\"; do echo \"$a\"; done\n");
    ProcessBuilder wrapper = new ProcessBuilder(WRAPPER.toString(), "/bin/sh", command.toString());
    wrapper.command().addAll(List.of(arguments));
    wrapper.environment().put("LAMBDA_TASK_ROOT", task.toString());
    return lines(wrapper);
  }

  @Test
  void template_ofImages_hasThemForTheFunctionsThatAreNamed() throws Exception {
    List<String> zips = Files.readAllLines(Path.of("template.yaml"));
    List<String> one = lines(new ProcessBuilder(TEMPLATE.toString(), "serve-api"));
    List<String> all = lines(new ProcessBuilder(TEMPLATE.toString()));

    Map<String, Long> ofOne = counts(one);
    long functions = counts(zips).get("CodeUri");
    assertThat(functions).isEqualTo(Function.ALL.size());
    assertThat(ofOne)
        .containsEntry("ImageUri", 1L)
        .containsEntry("PackageType", 1L)
        .containsEntry("CodeUri", functions - 1)
        .containsEntry("Handler", functions - 1)
        .containsEntry("SnapStart", functions - 1)
        .containsEntry("Runtime", functions - 1);
    assertThat(one)
        .contains(
            "      ImageUri: quotemark/serve-api:aot",
            "      ImageConfig: {Command: [\"io.quotemark.serve.Handler::handleRequest\"]}");
    assertThat(counts(all))
        .containsEntry("ImageUri", functions)
        .doesNotContainKeys("CodeUri", "Handler", "SnapStart", "Runtime");
  }

  /** How often each property of a function is there. */
  private static Map<String, Long> counts(List<String> template) {
    return template.stream()
        .filter(line ->
            line.matches(
                "      (CodeUri|ImageUri|PackageType|Handler|SnapStart|Runtime): .*|    Runtime: .*"))
        .collect(
            Collectors.groupingBy(line -> line.strip().split(":", 2)[0], Collectors.counting()));
  }

  private static List<String> lines(ProcessBuilder command)
      throws IOException, InterruptedException {
    Process process = command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return out.lines().toList();
  }
}
