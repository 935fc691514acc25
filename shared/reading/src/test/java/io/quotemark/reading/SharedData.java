package io.quotemark.reading;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Material beside the checkout that is no part of the project; a test that needs it skips where it
 * is absent.
 */
final class SharedData {
  private SharedData() {}

  static Path file(String name) {
    String given = System.getProperty("quotemark.shared");
    Path shared = given != null ? Path.of(given) : root().resolveSibling("shared");
    Path file = shared.resolve(name);
    Assumptions.assumeTrue(
        Files.exists(file), "skipped: measuring material is not here (../shared/" + name + ")");
    return file;
  }

  /** The checkout: the folder that holds the template. */
  private static Path root() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("template.yaml"))) {
        return at;
      }
    }
    throw new IllegalStateException("not inside a checkout");
  }
}
