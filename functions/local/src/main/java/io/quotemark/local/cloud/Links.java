package io.quotemark.local.cloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Symbolic links in the bucket's folder. None is followed: what it points to may lie anywhere on
 * this machine.
 */
final class Links {
  private final Path root;

  /**
   * @param root the bucket's folder, which may itself be reached by links
   */
  Links(Path root) {
    this.root = root;
  }

  /** Whether the key's file, or a folder that it lies in, is a link. */
  boolean isOnTheWay(String key) {
    try {
      return isOnTheWay(root.resolve(key).normalize());
    } catch (InvalidPathException noFile) {
      return false;
    }
  }

  boolean isOnTheWay(Path file) {
    for (Path place = file;
        place != null && place.startsWith(root) && !place.equals(root);
        place = place.getParent()) {
      if (Files.isSymbolicLink(place)) {
        return true;
      }
    }
    return false;
  }

  /** One that points to a folder, as a path in the bucket. */
  Optional<Path> toAFolder() {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(place -> Files.isSymbolicLink(place) && Files.isDirectory(place))
          .map(root::relativize)
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
