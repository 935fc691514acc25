package io.quotemark.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files named on the command line. */
final class Inputs {
  private Inputs() {}

  static String name(Path file) {
    return Places.given(file).getFileName().toString();
  }

  static byte[] read(Path file) throws IOException {
    Path given = Places.given(file);
    if (!Files.isRegularFile(given)) {
      throw new Exit.Failure(Exit.FAILED_INPUT, file + " is not a file");
    }
    return Files.readAllBytes(given);
  }
}
