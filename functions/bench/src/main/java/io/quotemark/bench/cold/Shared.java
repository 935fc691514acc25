package io.quotemark.bench.cold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How many classes a function's first answer loaded, how many of them its ahead-of-time cache had
 * ready, and how many were read from a jar instead, as those that could not be linked when the
 * cache was made.
 */
record Shared(long loaded, long ready, long read) {
  private static final String OF_CACHE = "source: shared objects file";
  private static final String OF_JAR = "source: file:";

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
        return new Shared(classes.size(), count(classes, OF_CACHE), count(classes, OF_JAR));
      }
    } finally {
      Files.delete(log);
    }
  }

  private static long count(List<String> classes, String source) {
    return classes.stream().filter(line -> line.contains(source)).count();
  }

  @Override
  public String toString() {
    return "%d of %d classes".formatted(ready, loaded);
  }
}
