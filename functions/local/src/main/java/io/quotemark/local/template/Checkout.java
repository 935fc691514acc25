package io.quotemark.local.template;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The checkout of the project that this process works in. */
public final class Checkout {
  private Checkout() {}

  /**
   * The folder that holds template.yaml: the system property {@code quotemark.home}, the working
   * folder, or one above.
   *
   * @throws UncheckedIOException where there is none
   */
  public static Path home() {
    String stated = System.getProperty("quotemark.home");
    @Nullable Path folder = Path.of(stated == null ? "" : stated).toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("template.yaml"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new UncheckedIOException(
          new FileNotFoundException("template.yaml is in no folder above this one"));
    }
    return folder;
  }

  /** Its template. */
  public static Template template() {
    try {
      return Template.read(home().resolve("template.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException("reading template.yaml", e);
    }
  }
}
