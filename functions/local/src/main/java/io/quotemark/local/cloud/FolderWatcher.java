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
import org.jspecify.annotations.Nullable;

/**
 * Notices files that people copy into or delete from the bucket's folder. A file counts once it has
 * stayed the same for {@link #SETTLED_NANOS}; hidden files never do.
 */
final class FolderWatcher implements Part {
  private static final System.Logger LOG = System.getLogger(FolderWatcher.class.getName());
  private static final long SETTLED_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  /**
   * @param since {@link System#nanoTime} of its last change
   */
  private record Waiting(Optional<ObjectLedger.Fingerprint> state, long since) {}

  private final Notifier notifier;
  private final ObjectLedger ledger;
  private final List<Path> folders;
  private final WatchService watch;
  private final Obstacles obstacles;
  private final Map<Path, Waiting> waiting = new HashMap<>();

  private @Nullable Thread thread;

  /**
   * @param notices is told of files that are not taken
   */
  FolderWatcher(
      Notifier notifier, ObjectLedger ledger, List<Path> folders, Consumer<String> notices)
      throws IOException {
    this.notifier = notifier;
    this.ledger = ledger;
    this.obstacles = new Obstacles(notifier, ledger, notices);
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
      if (obstacles.isUnfinished(file)) {
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
              obstacles.tell(file, "it cannot be read (" + problem + ")");
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
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
      } else if (now - known.since() < SETTLED_NANOS || obstacles.isUploading(entry.getKey())) {
        still.put(entry.getKey(), known);
      } else {
        settled(entry.getKey());
      }
    }
    waiting.clear();
    waiting.putAll(still);
  }

  private void settled(Path file) {
    if (Obstacles.isHidden(file)) {
      obstacles.passOver(file);
      return;
    }
    try {
      obstacles.look(file);
      // an object whose file became something else is removed
      if (Obstacles.isNamed(file) && !obstacles.isUnfinished(file)) {
        notifier.reconcile(notifier.key(file), "ObjectCreated:Put", false);
      }
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof AccessDeniedException) {
        obstacles.tell(
            file, "it cannot be read; permit it to the user that runs this, then touch it");
      } else {
        LOG.log(
            Level.ERROR,
            "could not notify " + Obstacles.printable(file) + "; the next start will",
            e);
      }
    } catch (RuntimeException e) {
      LOG.log(
          Level.ERROR,
          "could not notify " + Obstacles.printable(file) + "; the next start will",
          e);
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
