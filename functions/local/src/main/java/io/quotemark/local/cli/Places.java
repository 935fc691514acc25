package io.quotemark.local.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where things are. */
final class Places {
  private Places() {}

  /** The checkout, or what the launcher says it is. */
  static Path home() {
    String stated = System.getProperty("quotemark.home");
    Path folder = Path.of(stated == null ? "" : stated).toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("template.yaml"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new Exit.Failure(Exit.CANNOT_START, "template.yaml is in no folder above this one");
    }
    return folder;
  }

  /** A file named on the command line; the launcher keeps the caller's folder. */
  static Path given(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
