package io.quotemark.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.local.deployment.Deployment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of {@code quotemark up} while it works, and a restart that finishes. */
@Tag("proof")
class PipelineKillTest {
  private static final int ARTICLES = 30;

  @TempDir Path data;

  @Test
  void upKilledWhileItWorks_restarted_hasEveryUpload() throws Exception {
    Process up =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Dquotemark.home=" + Places.home(),
                "-cp",
                System.getProperty("java.class.path"),
                io.quotemark.local.Main.class.getName(),
                "up",
                "--no-sample",
                "--port=0",
                "--data=" + data)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Instant since = Instant.now();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(up.getInputStream(), UTF_8))) {
      ready(lines);
      byte[] article = Sample.articles().getFirst().bytes();
      for (int i = 0; i < ARTICLES; i++) {
        Files.write(data.resolve("bucket/inbox/" + i + ".txt"), article);
      }
      try (Deployment deployment = Instance.running(data).deployment();
          Drop drop = new Drop(deployment)) {
        assertThat(drop.outcome("inbox/0.txt", since)).isPresent();
      }
    } finally {
      up.destroyForcibly().waitFor(); // SIGKILL
    }
    try (Pipeline restarted = new Pipeline(data)) {
      for (int i = 0; i < ARTICLES; i++) {
        assertThat(restarted.drop().outcome("inbox/" + i + ".txt", since))
            .as("upload " + i)
            .hasValueSatisfying(upload -> assertThat(upload.at("status").text()).isEqualTo("done"));
      }
    }
  }

  private static void ready(BufferedReader lines) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("Ready")) {
        return;
      }
    }
    throw new AssertionError("it ended before it was ready");
  }
}
