package io.quotemark.cli;

import io.quotemark.cli.deployment.Deployment;
import io.quotemark.market.listings.MasterFile;
import io.quotemark.securities.Securities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A file of listings that the operator adds to the shipped ones. */
final class OwnListings {
  /** Where {@code up --listings} puts the file. */
  static final String KEY = "config/listings.tsv";

  private static final int FORBIDDEN = 403;

  private OwnListings() {}

  /**
   * The master that a deployment's functions use, as far as this program may know it.
   *
   * @param notices told in a sentence why the operator's listings are left out
   */
  static Securities of(Deployment deployment, Consumer<String> notices) {
    String key = deployment.listings();
    if (key == null) {
      return MasterFile.load();
    }
    try {
      byte[] rows =
          deployment
              .s3()
              .getObjectAsBytes(r -> r.bucket(deployment.bucket()).key(key))
              .asByteArray();
      return MasterFile.load(key, at -> Optional.of(rows), at -> {});
    } catch (NoSuchKeyException none) {
      return MasterFile.load();
    } catch (IllegalArgumentException e) {
      notices.accept(
          "%s cannot be used: %s. Here the shipped listings are used."
              .formatted(key, e.getMessage()));
      return MasterFile.load();
    } catch (S3Exception e) {
      if (e.statusCode() != FORBIDDEN) {
        throw e;
      }
      notices.accept(
          "You may not read %s (s3:GetObject). Here the shipped listings are used.".formatted(key));
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
   * Puts the file into the bucket of the embedded cloud, before the functions start, or takes away
   * what an earlier start put there.
   *
   * @param file null for the shipped listings alone
   * @param folder where the embedded cloud keeps everything
   * @return its key, as the template's parameter has it: empty where there is none
   */
  static String install(@Nullable Path file, Path folder) throws IOException {
    Path target = folder.resolve("bucket").resolve(KEY);
    if (file == null) {
      Files.deleteIfExists(target);
      return "";
    }
    master(file);
    Files.createDirectories(Objects.requireNonNull(target.getParent()));
    Files.write(target, Inputs.read(file));
    return KEY;
  }
}
