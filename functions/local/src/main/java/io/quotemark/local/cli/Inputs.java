package io.quotemark.local.cli;

import io.quotemark.domain.ListingId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Files and listings named on the command line. */
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

  static ListingId listing(@Nullable String text) {
    try {
      return ListingId.parse(text == null ? "" : text);
    } catch (IllegalArgumentException e) {
      throw new Exit.Failure(
          Exit.USAGE, (text == null ? "nothing" : text) + " is no listing; write XHKG:9988");
    }
  }
}
