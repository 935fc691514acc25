package io.quotemark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/** Starts that cannot be and commands that fail: a sentence and the documented code, no trace. */
class StartTest {
  @TempDir Path data;

  private static void assertOneLine(Ran run, int code, String... parts) {
    assertThat(run.code()).as(run.out().strip()).isEqualTo(code);
    assertThat(run.out().strip()).hasLineCount(1).contains(parts).doesNotContain("Exception");
  }

  @Test
  void dataThatIsAFile_cannotStart() throws IOException {
    Path file = Files.writeString(data.resolve("file"), "x");

    assertOneLine(
        Ran.together("up", "--port=0", "--data=" + file),
        Exit.CANNOT_START,
        file + " is a file and no folder",
        "--data");
    assertOneLine(
        Ran.together("up", "--port=0", "--data=" + file.resolve("below")),
        Exit.CANNOT_START,
        file.toString(),
        "--data");
  }

  @Test
  void dataThatMayNotBeWritten_cannotStart() {
    assumeTrue(Files.isDirectory(Path.of("/sys")), "needs a folder that nobody may write");

    assertOneLine(
        Ran.together("up", "--port=0", "--data=/sys/quotemark"),
        Exit.CANNOT_START,
        "/sys/quotemark",
        "--data");
    assertOneLine(
        Ran.together("up", "--port=0", "--data=/sys"), Exit.CANNOT_START, "/sys", "--data");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/proc", "/proc/x", "/proc/x/y", "/proc/self/fd/x"})
  void dataWhereNoFolderCanBe_cannotStart(String place) {
    assumeTrue(Files.isDirectory(Path.of("/proc")), "needs a file system without files of ours");

    assertOneLine(
        Ran.together("up", "--port=0", "--data=" + place),
        Exit.CANNOT_START,
        place.substring(0, "/proc".length()),
        "--data");
  }

  @ParameterizedTest
  @ValueSource(strings = {"70000", "65536", "-1"})
  void portThatIsNone_isUsage(String port) {
    assertOneLine(
        Ran.together("up", "--port=" + port, "--data=" + data),
        Exit.USAGE,
        "--port " + port,
        "from 0 to 65535");
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void fullDisk_isSaid() {
    IOException full = new IOException("write failed", new IOException("No space left on device"));

    Exit.Failure failure = Sentences.of(new UncheckedIOException(full), true);

    assertThat(failure.code()).isEqualTo(Exit.CANNOT_START);
    assertThat(failure).hasMessageContaining("The disk is full").hasMessageContaining("Free some");
    assertThat(Sentences.of(full, false).code()).isEqualTo(Exit.FAILED_INPUT);
  }

  @Test
  void timeoutsAndRefusals_areSaid() {
    for (Exception late :
        List.of(
            new UncheckedIOException(new HttpTimeoutException("request timed out")),
            ApiCallTimeoutException.create(1000))) {
      assertThat(Sentences.of(late, false))
          .hasMessageStartingWith("Quotemark did not answer in time")
          .satisfies(failure -> assertThat(failure.code()).isEqualTo(Exit.FAILED_INPUT));
    }
    assertThat(Sentences.of(new AccessDeniedException("/x/y"), false))
        .hasMessageStartingWith("/x/y may not be read or written by you");
  }

  @Test
  void faultOfOurOwn_hasItsTraceInAFile() throws IOException {
    String said =
        String.valueOf(Sentences.of(new IllegalStateException("odd"), false).getMessage());

    assertThat(said).startsWith("Quotemark itself failed: odd.").hasLineCount(1);
    Path trace = Path.of(said.replaceFirst(".* in (\\S+): please.*", "$1"));
    assertThat(Files.readString(trace)).contains("IllegalStateException: odd", "StartTest");
    Files.delete(trace);
  }

  @Test
  void instanceThatDoesNotAnswer_isNotRunning() throws IOException {
    URI nobody;
    try (ServerSocket socket = new ServerSocket(0)) {
      nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
    new Instance(
            ProcessHandle.current().pid(),
            nobody,
            nobody,
            nobody,
            nobody,
            "bucket",
            Map.of("UploadsQueue", nobody))
        .write(data);

    assertOneLine(
        Ran.together("list", "--data=" + data),
        Exit.NOT_RUNNING,
        "Nothing answers",
        "./quotemark up");
  }

  @Test
  void deadLettersOfEarlier_areNamedAtTheStart() throws Exception {
    try (Pipeline pipeline = new Pipeline(data)) {
      pipeline.send("ArticlesDeadLetters", "poison {");
      pipeline.send("ArticlesDeadLetters", "more poison {");
      pipeline.send("UploadsDeadLetters", "poison {");
    }
    try (UpProcess up = new UpProcess(data)) {
      assertThat(up.said())
          .contains(
              "2 dead letters wait in ArticlesDeadLetters",
              "1 dead letter waits in UploadsDeadLetters",
              "  why      ./quotemark failed --data " + data,
              "  retry    ./quotemark replay --dead-letters --data " + data);
    }
  }
}
