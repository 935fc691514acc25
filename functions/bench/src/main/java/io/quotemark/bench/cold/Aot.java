package io.quotemark.bench.cold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Makes the ahead-of-time cache of each function for one JVM, from a run over the samples of {@code
 * events/}, and has the function answer with it, so that a cache that is not taken ends this with
 * 1.
 *
 * <p>{@code functions/bench/aot}; FORM is the folder in each function's target, HOME that of the
 * JVM.
 */
public final class Aot {
  private static final int MOST_MINUTES = 5;
  private static final int BYTES_OF_MB = 1_000_000;

  private final Training training;
  private final Path home;
  private final Path scratch;

  private Aot(Training training, Path home, Path scratch) {
    this.training = training;
    this.home = home;
    this.scratch = scratch;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    String form = arguments[0];
    Path home = Path.of(arguments[1]).toAbsolutePath();
    make(form, home).forEach(System.out::println);
    System.exit(0); // whatever threads the emulators left
  }

  /**
   * @return a line for each function: the cache's size and how many classes were of it
   * @throws IllegalStateException where a cache was not made, is not taken or lacks classes
   */
  static List<String> make(String form, Path home) throws IOException, InterruptedException {
    Path scratch = Files.createTempDirectory("aot");
    List<String> lines = new ArrayList<>();
    try (Training training = new Training(scratch.resolve("cloud"))) {
      Aot aot = new Aot(training, home, scratch);
      for (Function function : Training.functions()) {
        Bundle bundle = Bundle.of(function, form);
        bundle.assemble();
        aot.create(bundle, aot.record(bundle));
        Shared shared = Shared.of(bundle, home);
        if (shared.read() > 0) {
          throw new IllegalStateException(
              "%s reads %d classes from its jar, which its cache should hold"
                  .formatted(function.name(), shared.read()));
        }
        lines.add(
            "%-16s %5.1f MB  %s"
                .formatted(
                    function.name(), (double) Files.size(bundle.cache()) / BYTES_OF_MB, shared));
      }
    }
    return lines;
  }

  /** Runs the function over its samples; what it loaded and linked is in the file. */
  private Path record(Bundle bundle) throws IOException {
    Function function = bundle.function();
    Path recorded = scratch.resolve(function.name() + ".conf");
    Path log = scratch.resolve(function.name() + ".log");
    List<String> flags = List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recorded);
    try (RuntimeApi api = new RuntimeApi(training.events(function), RuntimeApi.TIME_LEFT_MILLIS)) {
      Map<String, String> variables = training.variables(function);
      Child.run(bundle.start(home).with(flags), api, List.of(), function.handler(), variables, log);
      api.answers().forEach(function::check);
    }
    if (!Files.exists(recorded)) {
      throw new IllegalStateException(function.name() + " recorded nothing; its log is " + log);
    }
    return recorded;
  }

  private void create(Bundle bundle, Path recorded) throws IOException, InterruptedException {
    Path log = scratch.resolve(bundle.function().name() + ".create.log");
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/java").toString());
    command.addAll(Child.FLAGS);
    command.add("-XX:AOTMode=create");
    command.add("-XX:AOTConfiguration=" + recorded);
    command.add("-XX:AOTCache=" + bundle.cache().toAbsolutePath());
    command.add("-cp");
    command.add(Child.path(bundle.jars().stream()));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)
          || process.exitValue() != 0
          || !bundle.isMade()) {
        throw new IllegalStateException("no cache was made; the log is " + log);
      }
    } finally {
      process.destroyForcibly().onExit().join();
    }
  }
}
