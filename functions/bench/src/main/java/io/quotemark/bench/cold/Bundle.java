package io.quotemark.bench.cold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A function as it is put into a container image or a zip: its jar beside those of Lambda's runtime
 * client, and the ahead-of-time cache of one JVM for that class path.
 *
 * @param function whose it is
 * @param folder with its files
 * @param jars of the class path, in order; the function's is the last
 */
record Bundle(Function function, Path folder, List<Path> jars) {
  /** The JVM takes no cache for a jar of another time, so it is the one that archives have. */
  private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  /** Where the files are in an image. */
  private static final String IN_IMAGE = "/function/";

  /** Of the machine's memory, as Lambda's java25 sets it. */
  private static final String HEAP = "-XX:MaxRAMPercentage=85";

  /**
   * What a first answer compiles, most of it runs too seldom to pay: with a cache that is the
   * largest part of it that is left. What runs often is compiled a few answers later.
   */
  private static final String COMPILES_LATER = "-XX:CompileThresholdScaling=8";

  private static final Path WRAPPER = Path.of("functions/image/wrapper");

  Bundle {
    jars = List.copyOf(jars);
  }

  /**
   * @param form the folder's name in the function's target
   */
  static Bundle of(Function function, String form) {
    Path folder = Path.of("functions", function.name(), "target", form);
    List<Path> jars =
        Stream.concat(Start.here().client().stream(), Stream.of(function.jar()))
            .map(jar -> folder.resolve("lib").resolve(jar.getFileName()))
            .toList();
    return new Bundle(function, folder, jars);
  }

  /** Its files but for the cache. */
  void assemble() throws IOException {
    Files.createDirectories(folder.resolve("lib"));
    Files.deleteIfExists(cache());
    List<Path> sources = new ArrayList<>(Start.here().client());
    sources.add(function.jar());
    for (int i = 0; i < jars.size(); i++) {
      Files.copy(sources.get(i), jars.get(i), StandardCopyOption.REPLACE_EXISTING);
      Files.setLastModifiedTime(jars.get(i), TIME);
    }
    Files.writeString(folder.resolve("arguments"), String.join("\n", arguments()) + "\n");
  }

  /** Of {@code java @arguments}, where the folder is that of an image. */
  private List<String> arguments() {
    List<String> arguments =
        new ArrayList<>(Child.FLAGS.stream().filter(flag -> !flag.startsWith("-Xmx")).toList());
    arguments.add(HEAP);
    arguments.add(COMPILES_LATER);
    arguments.add("-XX:AOTCache=" + IN_IMAGE + cache().getFileName());
    arguments.add("-cp");
    arguments.add(
        String.join(":", jars.stream().map(jar -> IN_IMAGE + "lib/" + jar.getFileName()).toList()));
    return arguments;
  }

  Path cache() {
    return folder.resolve(function.name() + ".aot");
  }

  boolean isMade() {
    return Files.exists(cache());
  }

  /** Of the jars here, on a JVM, without the cache. */
  Start start(Path home) {
    return Start.here().on(home).client(jars);
  }

  /** With the cache, where it fits; otherwise without. */
  Start cached(Path home) {
    return start(home).with(List.of(COMPILES_LATER, "-XX:AOTCache=" + cache().toAbsolutePath()));
  }

  /**
   * As on Lambda's java25, which has the runtime client alone on its class path and has its own
   * class loader load the function's jar, were it not for the wrapper.
   */
  Start wrapped(Path home) {
    return Start.here().on(home).client(jars.subList(0, jars.size() - 1)).in(folder, WRAPPER);
  }
}
