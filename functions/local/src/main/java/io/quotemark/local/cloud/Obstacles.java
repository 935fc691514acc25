package io.quotemark.local.cloud;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a file in the bucket's folder is not taken: each is told once, with what to do. */
final class Obstacles {
  /** S3Proxy writes an object beside its place under such a name and then moves it there. */
  private static final Pattern UNFINISHED =
      Pattern.compile(
          "(.*)-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",
          Pattern.DOTALL);

  private final Notifier notifier;
  private final ObjectLedger ledger;
  private final Consumer<String> notices;

  /** What was told as not taken, and is still there. */
  private final Set<Path> told = new HashSet<>();

  /**
   * @param notices is told of files that are not taken
   */
  Obstacles(Notifier notifier, ObjectLedger ledger, Consumer<String> notices) {
    this.notifier = notifier;
    this.ledger = ledger;
    this.notices = notices;
  }

  static boolean isHidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  /** Whether it looks like what S3Proxy has not finished; an object of that name is known. */
  boolean isUnfinished(Path file) {
    return UNFINISHED.matcher(file.getFileName().toString()).matches()
        && ledger.last(notifier.key(file)) == null;
  }

  /** Whether the file is found again by its name as text, which is its key. */
  static boolean isNamed(Path file) {
    try {
      return file.equals(file.getFileSystem().getPath(file.toString()));
    } catch (InvalidPathException unencodable) {
      return false;
    }
  }

  /** Tells what keeps a file that stays as it is from being taken, if anything does. */
  void look(Path file) {
    String obstacle = obstacle(file);
    if (obstacle == null) {
      told.remove(file);
    } else {
      tell(file, obstacle);
    }
  }

  /** Why a file that stays as it is is not taken; null where it is, or is gone. */
  private @Nullable String obstacle(Path file) {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return null;
    }
    if (notifier.isBehindALink(file)) {
      return "it is a link, or lies behind one, and links are not followed; copy the file itself";
    }
    if (!isNamed(file)) {
      return "its name is not UTF-8; rename it";
    }
    if (isUnfinished(file)) {
      return "its name ends in an identifier, like what an upload by S3 leaves when it is cut off;"
          + " rename it, or delete it";
    }
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
            || Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)
        ? null
        : "it is not a plain file";
  }

  /** Once, as long as it is there. */
  void tell(Path file, String why) {
    if (told.add(file)) {
      notices.accept("Not taken: " + printable(file) + ": " + why + ".");
    }
  }

  /** A name may hold what moves a terminal's cursor. */
  static String printable(Path file) {
    return file.toString()
        .codePoints()
        .mapToObj(c -> Character.isISOControl(c) ? "\\x%02x".formatted(c) : Character.toString(c))
        .collect(Collectors.joining());
  }

  /** Whether it is a file that S3Proxy is still writing. */
  boolean isUploading(Path file) {
    Matcher name = UNFINISHED.matcher(file.getFileName().toString());
    return name.matches() && notifier.isUploading(notifier.key(file.resolveSibling(name.group(1))));
  }

  /** A hidden file, which editors and copying programs make, may also be one that was meant. */
  void passOver(Path file) {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      told.remove(file);
    } else if (!isNamed(file) || ledger.last(notifier.key(file)) == null) {
      tell(file, "its name begins with a dot, and hidden files are left out; rename it");
    }
  }
}
