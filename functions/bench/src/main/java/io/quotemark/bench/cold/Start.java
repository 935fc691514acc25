package io.quotemark.bench.cold;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a function's JVM is started.
 *
 * @param home of the JVM
 * @param flags beside those that Lambda's java25 has
 * @param client the jars of Lambda's runtime client, which Lambda brings along
 * @param folder that the JVM works in: the runtime client loads the jars of its {@code lib} by a
 *     class loader of its own
 * @param wrapper a program that is handed the command and runs it, as AWS_LAMBDA_EXEC_WRAPPER names
 *     one on Lambda
 */
record Start(
    Path home, List<String> flags, List<Path> client, Path folder, Optional<Path> wrapper) {
  private static final int JARS_OF_CLIENT = 4;

  Start {
    flags = List.copyOf(flags);
    client = List.copyOf(client);
  }

  /** On the JVM that runs here. */
  static Start here() {
    return new Start(
        Path.of(System.getProperty("java.home")),
        List.of(),
        clientHere(),
        Path.of(""),
        Optional.empty());
  }

  Start on(Path otherHome) {
    return new Start(otherHome, flags, client, folder, wrapper);
  }

  Start with(List<String> more) {
    List<String> all = new ArrayList<>(flags);
    all.addAll(more);
    return new Start(home, all, client, folder, wrapper);
  }

  Start client(List<Path> jars) {
    return new Start(home, flags, jars, folder, wrapper);
  }

  Start in(Path otherFolder, Path by) {
    return new Start(home, flags, client, otherFolder, Optional.of(by));
  }

  Path java() {
    return home.resolve("bin/java");
  }

  private static List<Path> clientHere() {
    List<Path> jars =
        Stream.of(System.getProperty("java.class.path").split(":", -1))
            .filter(p -> p.contains("/aws-lambda-java-") || p.contains("/utils-lite-"))
            .map(Path::of)
            .toList();
    if (jars.size() != JARS_OF_CLIENT) {
      throw new IllegalStateException("the runtime client is four jars, not " + jars);
    }
    return jars;
  }
}
