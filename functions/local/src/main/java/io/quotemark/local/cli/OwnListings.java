package io.quotemark.local.cli;

import io.quotemark.domain.Securities;
import io.quotemark.local.deployment.Deployment;
import io.quotemark.market.listings.MasterFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** A file of listings that the operator adds to the shipped ones. */
final class OwnListings {
  /** Where {@code up --listings} puts the file, and docs/deploy.md tells a stack to. */
  private static final String KEY = "config/listings.tsv";

  private OwnListings() {}

  /** The master as far as this program can know it: with listings of one's own where they lie. */
  static Securities of(Deployment deployment) {
    try {
      byte[] rows =
          deployment
              .s3()
              .getObjectAsBytes(r -> r.bucket(deployment.bucket()).key(KEY))
              .asByteArray();
      return MasterFile.load(KEY, key -> Optional.of(rows), key -> {});
    } catch (NoSuchKeyException | IllegalArgumentException none) {
      return MasterFile.load();
    }
  }

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
    Path target = folder.resolve("bucket").resolve(KEY);
    Files.createDirectories(Objects.requireNonNull(target.getParent()));
    Files.write(target, Inputs.read(file));
    return KEY;
  }
}
