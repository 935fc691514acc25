package io.quotemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.cli.deployment.Deployment;
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
    Instant since = Instant.now();
    UpProcess up = new UpProcess(data);
    try {
      byte[] article = Sample.articles().getFirst().bytes();
      for (int i = 0; i < ARTICLES; i++) {
        Files.write(data.resolve("bucket/inbox/" + i + ".txt"), article);
      }
      try (Deployment deployment = Instance.running(data).deployment();
          Drop drop = new Drop(deployment)) {
        assertThat(drop.outcome("inbox/0.txt", since)).isPresent();
      }
    } finally {
      up.close(); // SIGKILL
    }
    try (Pipeline restarted = new Pipeline(data)) {
      for (int i = 0; i < ARTICLES; i++) {
        assertThat(restarted.drop().outcome("inbox/" + i + ".txt", since))
            .as("upload " + i)
            .hasValueSatisfying(upload -> assertThat(upload.at("status").text()).isEqualTo("done"));
      }
    }
  }
}
