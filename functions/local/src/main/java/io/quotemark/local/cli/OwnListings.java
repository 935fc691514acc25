package io.quotemark.local.cli;

import io.quotemark.domain.Securities;
import io.quotemark.market.listings.MasterFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file of listings that the operator adds to the shipped ones. */
final class OwnListings {
  private OwnListings() {}

  /**
   * The shipped master, with the operator's file where one is given.
   *
   * @throws Exit.Failure that says what is wrong with the file
   */
  static Securities master(@Nullable Path file) throws IOException {
    if (file == null) {
      return MasterFile.load();
    }
    byte[] rows = Inputs.read(file);
    try {
      return MasterFile.load(Inputs.name(file), key -> Optional.of(rows), key -> {});
    } catch (IllegalArgumentException e) {
      throw new Exit.Failure(
          Exit.FAILED_INPUT,
          file + " cannot be used: " + e.getMessage() + ". See quotemark listings check.");
    }
  }

  /**
   * Puts the file into the bucket of the embedded cloud, before the functions start.
   *
   * @param folder where the embedded cloud keeps everything
   * @return its key
   */
  static String install(Path file, Path folder) throws IOException {
    master(file);
    String key = "config/listings.tsv";
    Path target = folder.resolve("bucket").resolve(key);
    Files.createDirectories(Objects.requireNonNull(target.getParent()));
    Files.write(target, Inputs.read(file));
    return key;
  }
}
