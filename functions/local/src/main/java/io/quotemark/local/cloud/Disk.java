package io.quotemark.local.cloud;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether the data folder takes what is written. Free space is looked at each time; a folder where
 * writing failed is tried again until it works.
 */
final class Disk implements Machine {
  /** More than the largest object that is taken, with what becomes of it. */
  static final long RESERVE = 100L << 20;

  private static final byte[] PROBE = new byte[64 << 10];

  /** How much may still be written below a folder, in bytes. */
  interface FreeSpace {
    long of(Path folder) throws IOException;
  }

  private final Path data;
  private final FreeSpace free;
  private final Set<Path> suspects = ConcurrentHashMap.newKeySet();

  Disk(Path data) {
    this(data, folder -> Files.getFileStore(folder).getUsableSpace());
  }

  Disk(Path data, FreeSpace free) {
    this.data = data;
    this.free = free;
  }

  @Override
  public void suspect() {
    suspects.add(data);
  }

  /** Writing below a folder failed. */
  void suspect(Path folder) {
    suspects.add(folder);
  }

  @Override
  public Optional<String> trouble() {
    try {
      long bytes = free.of(data);
      if (bytes < RESERVE) {
        return Optional.of(
            "The disk of %s is full: %d MB are free and %d MB are needed. Free some space."
                .formatted(data, bytes >> 20, RESERVE >> 20));
      }
    } catch (IOException e) {
      return Optional.of(unusable(data, e));
    }
    for (Path suspect : Set.copyOf(suspects)) {
      @Nullable IOException failure = write(suspect);
      if (failure != null) {
        return Optional.of(unusable(suspect, failure));
      }
      suspects.remove(suspect);
    }
    return Optional.empty();
  }

  private static String unusable(Path folder, IOException failure) {
    return "%s cannot be written (%s). Make it writable.".formatted(folder, reason(failure));
  }

  private static String reason(IOException failure) {
    return failure instanceof FileSystemException known && known.getReason() != null
        ? known.getReason()
        : failure.getClass().getSimpleName() + ": " + failure.getMessage();
  }

  private static @Nullable IOException write(Path folder) {
    try {
      Files.createDirectories(folder);
      Path probe = folder.resolve(".probe");
      Files.write(probe, PROBE);
      Files.deleteIfExists(probe); // another look may have been faster
      return null;
    } catch (IOException e) {
      return e;
    }
  }
}
