package io.quotemark.market;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the verification data lies that is never part of the project: beside the checkout. */
public final class SharedData {
  private SharedData() {}

  /**
   * System property {@code quotemark.shared}, else {@code ../shared} of the repository; may be
   * absent.
   */
  public static Path folder() {
    String stated = System.getProperty("quotemark.shared");
    if (stated != null) {
      return Path.of(stated);
    }
    Path here = Path.of("").toAbsolutePath();
    for (@Nullable Path at = here; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("template.yaml"))) {
        return at.resolveSibling("shared");
      }
    }
    return here.resolve("shared");
  }
}
