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
import java.util.stream.Stream;

/** One JVM under Lambda's runtime client, as on Lambda's java25, from its start to one answer. */
final class Child {
  /** C1 alone, the serial collector, no archive but the JDK's own, the heap of 512 MB. */
  private static final List<String> FLAGS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xshare:auto",
          "-Xmx440m",
          "-Djava.net.preferIPv4Stack=true",
          "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
          "--enable-native-access=ALL-UNNAMED");

  private static final String RUNTIME =
      "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
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
    try (RuntimeApi api = new RuntimeApi(event, RuntimeApi.TIME_LEFT_MILLIS)) {
      Path log = Files.createTempFile("cold", ".log");
      ProcessBuilder builder = under(api, classPath, handler, variables, primed, log);
      Process process = builder.start();
      try {
        api.watch(() -> CpuClock.nanos(process.pid()));
        process
            .onExit()
            .thenRun(() ->
                api.answer()
                    .completeExceptionally(
                        new IllegalStateException("the function ended by itself")));
        RuntimeApi.Answer answer = api.answer().get(MOST_SECONDS, TimeUnit.SECONDS);
        if (Files.readString(log).contains("\"rehearsal_failed\"")) {
          throw new IllegalStateException(handler + ": the rehearsal failed; its log is " + log);
        }
        Files.delete(log);
        return answer;
      } catch (ExecutionException | TimeoutException e) {
        throw new IllegalStateException(handler + ": no answer; its log is " + log, e);
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
    try (RuntimeApi api = new RuntimeApi(event, millisLeft)) {
      Path log = Files.createTempFile("ended", ".log");
      Process process = under(api, classPath, handler, variables, false, log).start();
      try {
        api.watch(() -> 0);
        String answer = api.answer().get(MOST_SECONDS, TimeUnit.SECONDS).body();
        int exitCode = process.onExit().get(MOST_SECONDS, TimeUnit.SECONDS).exitValue();
        return new Ended(answer, exitCode, api.asked(), Files.readString(log));
      } catch (ExecutionException | TimeoutException e) {
        throw new IllegalStateException(handler + ": it did not end; its log is " + log, e);
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
      RuntimeApi api,
      List<Path> classPath,
      String handler,
      Map<String, String> variables,
      boolean primed,
      Path log) {
    List<String> command = new ArrayList<>(onOneCore());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(more());
    command.add("-cp");
    List<String> path = new ArrayList<>(runtimeClient());
    classPath.forEach(p -> path.add(p.toString()));
    command.add(String.join(":", path));
    command.add(RUNTIME);
    command.add(handler);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(n -> n.startsWith("AWS_") || n.startsWith("JAVA_"));
    environment.putAll(variables);
    environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", primed ? "snap-start" : "on-demand");
    return builder;
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

  /** The runtime client and what it needs, which Lambda brings along. */
  private static List<String> runtimeClient() {
    List<String> jars =
        Stream.of(System.getProperty("java.class.path").split(":", -1))
            .filter(p -> p.contains("/aws-lambda-java-") || p.contains("/utils-lite-"))
            .toList();
    if (jars.size() != 4) {
      throw new IllegalStateException("the runtime client is four jars, not " + jars);
    }
    return jars;
  }
}
