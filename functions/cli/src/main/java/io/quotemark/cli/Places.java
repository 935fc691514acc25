package io.quotemark.cli;

import io.quotemark.local.template.Checkout;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Where things are. */
final class Places {
  private Places() {}

  /** The checkout, or what the launcher says it is. */
  static Path home() {
    try {
      return Checkout.home();
    } catch (UncheckedIOException e) {
      throw new Exit.Failure(Exit.CANNOT_START, "template.yaml is in no folder above this one");
    }
  }

  /** A file named on the command line; the launcher keeps the caller's folder. */
  static Path given(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
