package io.quotemark.bench.cold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How many classes a function's first answer loaded, and how many of them its ahead-of-time cache
 * had ready.
 */
record Shared(long loaded, long ready) {
  private static final String OF_CACHE = "source: shared objects file";

  /**
   * Has the function answer on a JVM that ends where it cannot take the cache.
   *
   * @throws IllegalStateException where it does not answer
   */
  static Shared of(Bundle bundle, Path home) throws IOException {
    return of(bundle, bundle.cached(home).with(List.of("-XX:AOTMode=on")));
  }

  /**
   * @param start how its JVM is started
   */
  static Shared of(Bundle bundle, Start start) throws IOException {
    Function function = bundle.function();
    Path log = Files.createTempFile("loaded", ".log");
    try (AwsAnswers aws = new AwsAnswers()) {
      aws.begin(Files.readAllBytes(Path.of(function.object())));
      RuntimeApi.Answer answer =
          Child.answer(
              start.with(List.of("-Xlog:class+load:file=" + log)),
              List.of(),
              function.handler(),
              Function.variables(aws.address().toString()),
              Files.readAllBytes(Path.of("events", function.events().getFirst())),
              false);
      function.check(answer.body());
      try (Stream<String> lines = Files.lines(log)) {
        List<String> classes = lines.filter(line -> line.contains("source: ")).toList();
        return new Shared(
            classes.size(), classes.stream().filter(line -> line.contains(OF_CACHE)).count());
      }
    } finally {
      Files.delete(log);
    }
  }

  @Override
  public String toString() {
    return "%d of %d classes".formatted(ready, loaded);
  }
}
