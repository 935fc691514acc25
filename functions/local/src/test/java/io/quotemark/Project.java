package io.quotemark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The project's folder, wherever in it a test is started. */
public final class Project {
  private Project() {}

  public static Path home() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("template.yaml"))) {
      folder = Objects.requireNonNull(folder.getParent(), "template.yaml is in no folder above");
    }
    return folder;
  }
}
