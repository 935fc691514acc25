package io.quotemark.bench.cold;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One JVM under Lambda's runtime client, as on Lambda's java25, from its start to one answer. */
final class Child {
  /** C1 alone, the serial collector, no archive but the JDK's own, the heap of 512 MB. */
  static final List<String> FLAGS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xmx440m",
          "-Djava.net.preferIPv4Stack=true",
          "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
          "--enable-native-access=ALL-UNNAMED");

  static final String RUNTIME = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
  private static final int MOST_SECONDS = 60;

  private Child() {}

  /**
   * @param classPath what runs, without the runtime client
   * @param primed whether the function is started for a snapshot, so that its hooks run first
   * @throws IllegalStateException where the function fails or does not answer
   */
  static RuntimeApi.Answer answer(
      List<Path> classPath,
      String handler,
      Map<String, String> variables,
      byte[] event,
      boolean primed) {
    return answer(Start.here(), classPath, handler, variables, event, primed);
  }

  /**
   * @param start how its JVM is started
   */
  static RuntimeApi.Answer answer(
      Start start,
      List<Path> classPath,
      String handler,
      Map<String, String> variables,
      byte[] event,
      boolean primed) {
    try (RuntimeApi api =
        new RuntimeApi(RuntimeApi.Events.of(event), RuntimeApi.TIME_LEFT_MILLIS)) {
      Path log = Files.createTempFile("cold", ".log");
      ProcessBuilder builder = under(start, api, classPath, handler, variables, primed, log);
      Process process = builder.start();
      try {
        RuntimeApi.Answer answer = watched(api, process);
        if (Files.readString(log).contains("\"rehearsal_failed\"")) {
          throw new IllegalStateException(handler + ": the rehearsal failed; its log is " + log);
        }
        Files.delete(log);
        return answer;
      } catch (ExecutionException | TimeoutException e) {
        throw new IllegalStateException(handler + ": no answer; " + end(log), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      } finally {
        process.destroyForcibly().onExit().join();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Has a function answer one event after another and then ends it as Lambda does, so that its JVM
   * does what it has to do at the end.
   *
   * @param api hands out the events and keeps the answers
   * @throws IllegalStateException where the function fails, does not answer or does not end
   */
  static void run(
      Start start,
      RuntimeApi api,
      List<Path> classPath,
      String handler,
      Map<String, String> variables,
      Path log) {
    try {
      Process process = under(start, api, classPath, handler, variables, false, log).start();
      try {
        watched(api, process);
        process.destroy();
        process.onExit().get(MOST_SECONDS, TimeUnit.SECONDS);
      } catch (ExecutionException | TimeoutException e) {
        throw new IllegalStateException(handler + ": it did not end; " + end(log), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      } finally {
        process.destroyForcibly().onExit().join();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the function's log is, and its last lines that tell of no class. */
  private static String end(Path log) throws IOException {
    List<String> lines =
        Files.readAllLines(log).stream().filter(line -> !line.contains("[warning][aot]")).toList();
    return "its log is %s and ends:%n%s"
        .formatted(
            log, String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size())));
  }

  private static RuntimeApi.Answer watched(RuntimeApi api, Process process)
      throws InterruptedException, ExecutionException, TimeoutException {
    api.watch(Meter.of(process.pid()));
    process
        .onExit()
        .thenRun(() ->
            api.answer()
                .completeExceptionally(
                    new IllegalStateException(
                        "the function ended by itself with " + process.exitValue())));
    return api.answer().get(MOST_SECONDS, TimeUnit.SECONDS);
  }

  /**
   * What a function answered that ended its process by itself.
   *
   * @param asked how often it had asked for an event
   * @param log all its lines
   */
  record Ended(String answer, int exitCode, int asked, String log) {}

  /**
   * @param millisLeft what the function is told that it has for its event
   * @throws IllegalStateException where the function fails, does not answer or does not end
   */
  static Ended ended(
      List<Path> classPath,
      String handler,
      Map<String, String> variables,
      byte[] event,
      long millisLeft) {
    try (RuntimeApi api = new RuntimeApi(RuntimeApi.Events.of(event), millisLeft)) {
      Path log = Files.createTempFile("ended", ".log");
      Process process = under(Start.here(), api, classPath, handler, variables, false, log).start();
      try {
        api.watch(Meter.NONE);
        String answer = api.answer().get(MOST_SECONDS, TimeUnit.SECONDS).body();
        int exitCode = process.onExit().get(MOST_SECONDS, TimeUnit.SECONDS).exitValue();
        return new Ended(answer, exitCode, api.asked(), Files.readString(log));
      } catch (ExecutionException | TimeoutException e) {
        throw new IllegalStateException(handler + ": it did not end; " + end(log), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      } finally {
        process.destroyForcibly().onExit().join();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProcessBuilder under(
      Start start,
      RuntimeApi api,
      List<Path> classPath,
      String handler,
      Map<String, String> variables,
      boolean primed,
      Path log) {
    List<String> command = new ArrayList<>(onOneCore());
    start.wrapper().ifPresent(by -> command.add(by.toAbsolutePath().toString()));
    command.add(start.java().toString());
    command.addAll(FLAGS);
    command.addAll(start.flags());
    command.addAll(more());
    command.add("-cp");
    command.add(path(Stream.concat(start.client().stream(), classPath.stream())));
    command.add(RUNTIME);
    command.add(handler);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(start.folder().toAbsolutePath().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(n -> n.startsWith("AWS_") || n.startsWith("JAVA_"));
    environment.putAll(variables);
    environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
    environment.put("LAMBDA_TASK_ROOT", start.folder().toAbsolutePath().toString());
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", primed ? "snap-start" : "on-demand");
    return builder;
  }

  /** A class path of files, wherever the JVM works. */
  static String path(Stream<Path> files) {
    return files.map(f -> f.toAbsolutePath().toString()).collect(Collectors.joining(":"));
  }

  /** Flags of {@code QUOTEMARK_FLAGS}, for instance {@code -Xlog:class+load:file=/tmp/%p}. */
  private static List<String> more() {
    String flags = System.getenv("QUOTEMARK_FLAGS");
    return flags == null ? List.of() : List.of(flags.split(" +", -1));
  }

  private static List<String> onOneCore() {
    Path taskset = Path.of("/usr/bin/taskset");
    return Files.isExecutable(taskset) ? List.of(taskset.toString(), "-c", "0") : List.of();
  }
}
