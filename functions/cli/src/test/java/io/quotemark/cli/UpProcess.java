package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code quotemark up} without the sample in a JVM of its own, which {@code kill -9} ends. */
final class UpProcess implements AutoCloseable {
  private final Process process;
  private final List<String> said = new ArrayList<>();

  /** Waits until it is ready. */
  UpProcess(Path data) throws IOException {
    this(data, List.of("--port=0"));
  }

  /**
   * @param more options of {@code up}
   */
  UpProcess(Path data, List<String> more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dquotemark.home=" + Places.home(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "up",
                "--no-sample",
                "--data=" + data));
    command.addAll(more);
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    String line = lines.readLine();
    while (line != null && !line.startsWith("Ready")) {
      said.add(line);
      line = lines.readLine();
    }
    if (line == null) {
      process.destroyForcibly();
      throw new IllegalStateException("it ended before it was ready, and said " + said);
    }
  }

  /** Its lines before it was ready. */
  List<String> said() {
    return List.copyOf(said);
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
