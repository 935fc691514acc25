package io.quotemark.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What is measured: the sample's articles, or files that environment variables name. */
final class Inputs {
  private static final Path SAMPLE = Path.of("functions/local/src/main/resources/sample/articles");

  private Inputs() {}

  /** HTML pages of {@code QUOTEMARK_PAGES}, else the sample's. */
  static List<byte[]> pages() throws IOException {
    String folder = System.getenv("QUOTEMARK_PAGES");
    try (Stream<Path> files = Files.list(folder == null ? SAMPLE : Path.of(folder))) {
      return files.filter(f -> f.toString().endsWith(".html")).sorted().map(Inputs::bytes).toList();
    }
  }

  /** The text of {@code QUOTEMARK_ARTICLE}, else one of the sample's. */
  static byte[] article() {
    String file = System.getenv("QUOTEMARK_ARTICLE");
    return bytes(file == null ? SAMPLE.resolve("alibaba-own-words.txt") : Path.of(file));
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
