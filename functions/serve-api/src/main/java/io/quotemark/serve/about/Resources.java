package io.quotemark.serve.about;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Files of the jar that are served as they are. */
final class Resources {
  private Resources() {}

  /**
   * @param name below the folder of the function's resources
   * @throws IllegalStateException where the jar lacks it
   */
  static byte[] bytes(String name) {
    try (InputStream in = Resources.class.getResourceAsStream("/io/quotemark/serve/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + name + " from the jar", e);
    }
  }
}
