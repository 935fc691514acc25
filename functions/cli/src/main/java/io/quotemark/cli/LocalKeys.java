package io.quotemark.cli;

import io.quotemark.market.sources.Providers;
import io.quotemark.refresh.KeyUnreadable;
import io.quotemark.refresh.Outside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Keys of price providers on this machine: the variable {@code QUOTEMARK_EODHD_KEY}, else the file
 * {@code keys/eodhd} of the data folder, which nobody but its owner may read. They are read at each
 * request, and stand in no log, command line or other variable.
 *
 * @param data the data folder
 * @param variables of this process
 */
record LocalKeys(Path data, Map<String, String> variables) implements Outside {
  private static final int MOST_BYTES = 4096;
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  /**
   * The providers of a command line as the template's parameter has them, each with a key that can
   * be read.
   *
   * @throws Exit.Failure that says what is wrong and what to do
   */
  String chosen(List<String> providers) {
    String all = providers.isEmpty() ? Providers.NONE : String.join(";", providers);
    try {
      Providers.parse(all).inOrder().forEach(provider -> read(provider.name()));
    } catch (IllegalArgumentException e) {
      throw new Exit.Failure(Exit.USAGE, "--provider: " + e.getMessage());
    }
    return all;
  }

  @Override
  public Supplier<String> key(String provider) {
    return () -> {
      try {
        return read(provider);
      } catch (Exit.Failure gone) {
        throw new KeyUnreadable(String.valueOf(gone.getMessage()), gone);
      }
    };
  }

  /**
   * @throws Exit.Failure where there is none, or others may read it; says what to do, never what it
   *     is
   */
  String read(String provider) {
    String variable = variable(provider);
    String given = variables.getOrDefault(variable, "").strip();
    return given.isEmpty() ? fromFile(provider) : given;
  }

  /** Whether somebody has put one there, readable or not. */
  boolean isThere(String provider) {
    return variables.containsKey(variable(provider)) || Files.exists(file(provider));
  }

  private Path file(String provider) {
    return data.resolve("keys").resolve(provider);
  }

  private String fromFile(String provider) {
    Path file = file(provider);
    try {
      if (!Files.isRegularFile(file)) {
        throw new Exit.Failure(
            Exit.USAGE,
            "%s needs a key: put it into the variable %s, or into %s (chmod 600)"
                .formatted(provider, variable(provider), file));
      }
      Set<PosixFilePermission> allowed = permissions(file);
      allowed.retainAll(OTHERS);
      if (!allowed.isEmpty()) {
        throw new Exit.Failure(
            Exit.USAGE, "others may read the key in %1$s: chmod 600 %1$s".formatted(file));
      }
      if (Files.size(file) > MOST_BYTES) {
        throw new Exit.Failure(Exit.USAGE, file + " is not a key: it is too long");
      }
      String key = Files.readString(file).strip();
      if (key.isEmpty()) {
        throw new Exit.Failure(Exit.USAGE, file + " is empty; it is to hold the key");
      }
      return key;
    } catch (IOException e) {
      throw new Exit.Failure(Exit.USAGE, file + " cannot be read: " + e.getClass().getSimpleName());
    }
  }

  /** Empty where the file system knows none. */
  private static Set<PosixFilePermission> permissions(Path file) throws IOException {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? EnumSet.copyOf(Files.getPosixFilePermissions(file))
        : PosixFilePermissions.fromString("---------");
  }

  static String variable(String provider) {
    return "QUOTEMARK_" + provider.toUpperCase(Locale.ROOT) + "_KEY";
  }
}
