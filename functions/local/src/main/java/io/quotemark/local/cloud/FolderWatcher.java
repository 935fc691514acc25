package io.quotemark.local.cloud;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.AccessDeniedException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Notices files that people copy into or delete from the bucket's folder. A file counts once it has
 * stayed the same for {@link #SETTLED_NANOS}; hidden files never do. Of every file that is not
 * taken it is told why, and what to do.
 */
final class FolderWatcher implements Part {
  private static final System.Logger LOG = System.getLogger(FolderWatcher.class.getName());
  private static final long SETTLED_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  /** S3Proxy writes an object beside its place under such a name and then moves it there. */
  private static final Pattern UNFINISHED =
      Pattern.compile(
          "(.*)-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",
          Pattern.DOTALL);

  /**
   * @param since {@link System#nanoTime} of its last change
   */
  private record Waiting(Optional<ObjectLedger.Fingerprint> state, long since) {}

  private final Notifier notifier;
  private final ObjectLedger ledger;
  private final List<Path> folders;
  private final WatchService watch;
  private final Consumer<String> notices;
  private final Map<Path, Waiting> waiting = new HashMap<>();

  /** What was told as not taken, and is still there. */
  private final Set<Path> told = new HashSet<>();

  private @Nullable Thread thread;

  /**
   * @param notices is told of files that are not taken
   */
  FolderWatcher(
      Notifier notifier, ObjectLedger ledger, List<Path> folders, Consumer<String> notices)
      throws IOException {
    this.notices = notices;
    this.notifier = notifier;
    this.ledger = ledger;
    this.folders = List.copyOf(folders);
    this.watch = folders.getFirst().getFileSystem().newWatchService();
  }

  /**
   * Compares the folders with the ledger, which notifies what happened while nothing ran, and
   * watches them from then on.
   */
  void start() throws IOException {
    for (Path folder : folders) {
      if (!Files.isSymbolicLink(folder)) {
        Files.createDirectories(folder);
      }
    }
    Set<Path> present = new HashSet<>();
    for (Path folder : folders) {
      present.addAll(register(folder));
    }
    for (Path file : present) {
      if (isUnfinished(file)) {
        touch(file); // by a process that was killed, or under way since a moment
      } else {
        settled(file);
      }
    }
    for (String key : ledger.keys()) {
      Path file = notifier.file(key);
      if (file != null) {
        settled(file);
      }
    }
    thread = Thread.ofPlatform().daemon().name("folder-watcher").start(this::run);
  }

  /** Watches a folder with all below it; gives the files that are in it already. */
  private Set<Path> register(Path folder) throws IOException {
    Set<Path> files = new HashSet<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
              throws IOException {
            directory.register(watch, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException problem) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
              tell(file, "it cannot be read (" + problem + ")");
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private static boolean isHidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  /** Whether it looks like what S3Proxy has not finished; an object of that name is known. */
  private boolean isUnfinished(Path file) {
    return UNFINISHED.matcher(file.getFileName().toString()).matches()
        && ledger.last(notifier.key(file)) == null;
  }

  /** Whether the file is found again by its name as text, which is its key. */
  private static boolean isNamed(Path file) {
    try {
      return file.equals(file.getFileSystem().getPath(file.toString()));
    } catch (InvalidPathException unencodable) {
      return false;
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
  private void tell(Path file, String why) {
    if (told.add(file)) {
      notices.accept("Not taken: " + printable(file) + ": " + why + ".");
    }
  }

  /** A name may hold what moves a terminal's cursor. */
  private static String printable(Path file) {
    return file.toString()
        .codePoints()
        .mapToObj(c -> Character.isISOControl(c) ? "\\x%02x".formatted(c) : Character.toString(c))
        .collect(Collectors.joining());
  }

  private void run() {
    try {
      while (true) {
        WatchKey key = waiting.isEmpty() ? watch.take() : watch.poll(50, TimeUnit.MILLISECONDS);
        if (key != null) {
          take(key);
        }
        settle();
      }
    } catch (InterruptedException | ClosedWatchServiceException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void take(WatchKey key) {
    Path folder = (Path) key.watchable();
    for (WatchEvent<?> event : key.pollEvents()) {
      if (event.kind().equals(OVERFLOW)) {
        look(folders);
      } else if (event.context() instanceof Path name) {
        look(List.of(folder.resolve(name)));
      }
    }
    key.reset();
  }

  private void look(List<Path> changed) {
    for (Path path : changed) {
      try {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          register(path).forEach(this::touch);
        } else {
          touch(path);
        }
      } catch (IOException e) {
        LOG.log(Level.WARNING, "cannot watch " + path, e);
      }
    }
  }

  private void touch(Path file) {
    waiting.put(file, new Waiting(ObjectLedger.Fingerprint.of(file), System.nanoTime()));
  }

  private void settle() {
    long now = System.nanoTime();
    Map<Path, Waiting> still = new HashMap<>();
    for (Map.Entry<Path, Waiting> entry : waiting.entrySet()) {
      Waiting known = entry.getValue();
      Optional<ObjectLedger.Fingerprint> state = ObjectLedger.Fingerprint.of(entry.getKey());
      if (!state.equals(known.state())) {
        still.put(entry.getKey(), new Waiting(state, now));
      } else if (now - known.since() < SETTLED_NANOS || isUploading(entry.getKey())) {
        still.put(entry.getKey(), known);
      } else {
        settled(entry.getKey());
      }
    }
    waiting.clear();
    waiting.putAll(still);
  }

  /** Whether it is a file that S3Proxy is still writing. */
  private boolean isUploading(Path file) {
    Matcher name = UNFINISHED.matcher(file.getFileName().toString());
    return name.matches() && notifier.isUploading(notifier.key(file.resolveSibling(name.group(1))));
  }

  /** A hidden file, which editors and copying programs make, may also be one that was meant. */
  private void passOver(Path file) {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      told.remove(file);
    } else if (!isNamed(file) || ledger.last(notifier.key(file)) == null) {
      tell(file, "its name begins with a dot, and hidden files are left out; rename it");
    }
  }

  private void settled(Path file) {
    if (isHidden(file)) {
      passOver(file);
      return;
    }
    try {
      String obstacle = obstacle(file);
      if (obstacle == null) {
        told.remove(file);
      } else {
        tell(file, obstacle);
      }
      // an object whose file became something else is removed
      if (isNamed(file) && !isUnfinished(file)) {
        notifier.reconcile(notifier.key(file), "ObjectCreated:Put", false);
      }
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof AccessDeniedException) {
        tell(file, "it cannot be read; permit it to the user that runs this, then touch it");
      } else {
        LOG.log(Level.ERROR, "could not notify " + printable(file) + "; the next start will", e);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "could not notify " + printable(file) + "; the next start will", e);
    }
  }

  @Override
  public void stop() throws IOException, InterruptedException {
    watch.close();
    Thread running = thread;
    if (running != null) {
      running.join();
    }
  }
}
