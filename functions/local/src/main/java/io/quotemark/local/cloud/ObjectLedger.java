package io.quotemark.local.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Which state of which object was last notified. A line is written after the notification lies in
 * its queue, so what a killed process did not get to is seen as changed on the next start and
 * notified then (perhaps twice, as S3 does).
 */
final class ObjectLedger implements AutoCloseable {
  /** Size and modification time of a file: changes with every write. */
  record Fingerprint(long size, long modifiedNanos) {
    static Optional<Fingerprint> of(Path file) {
      try {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return attributes.isRegularFile()
            ? Optional.of(
                new Fingerprint(
                    attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS)))
            : Optional.empty();
      } catch (IOException gone) {
        return Optional.empty();
      }
    }
  }

  private final Map<String, Fingerprint> notified = new HashMap<>();
  private final Clock clock;
  private final Writer log;
  private long lastSequence;

  ObjectLedger(Path file, Clock clock) throws IOException {
    this.clock = clock;
    Files.createDirectories(file.getParent());
    if (Files.exists(file)) {
      Files.readAllLines(file, UTF_8).forEach(this::replay);
    }
    Path compact = file.resolveSibling(file.getFileName() + ".new");
    try (Writer writer = Files.newBufferedWriter(compact, UTF_8)) {
      for (Map.Entry<String, Fingerprint> entry : notified.entrySet()) {
        writer.write(line(entry.getKey(), entry.getValue()));
      }
    }
    Files.move(compact, file, StandardCopyOption.ATOMIC_MOVE);
    this.log = Files.newBufferedWriter(file, UTF_8, StandardOpenOption.APPEND);
  }

  private void replay(String line) {
    String[] parts = line.split("\t", 4);
    if (parts.length < 4) {
      return; // the last line of a killed process: its change is notified again
    }
    lastSequence = Math.max(lastSequence, Long.parseLong(parts[0]));
    if (parts[1].equals("-")) {
      notified.remove(parts[3]);
    } else {
      notified.put(parts[3], new Fingerprint(Long.parseLong(parts[1]), Long.parseLong(parts[2])));
    }
  }

  private String line(String key, @Nullable Fingerprint state) {
    return state == null
        ? lastSequence + "\t-\t-\t" + key + "\n"
        : lastSequence + "\t" + state.size() + "\t" + state.modifiedNanos() + "\t" + key + "\n";
  }

  synchronized @Nullable Fingerprint last(String key) {
    return notified.get(key);
  }

  synchronized Set<String> keys() {
    return Set.copyOf(notified.keySet());
  }

  /** Sixteen hexadecimal digits that grow with every call, over restarts too. */
  synchronized String nextSequencer() {
    lastSequence = Math.max(lastSequence + 1, TimeUnit.MILLISECONDS.toMicros(clock.millis()));
    return "%016X".formatted(lastSequence);
  }

  /**
   * @param state null where the object is gone
   */
  synchronized void record(String key, @Nullable Fingerprint state) throws IOException {
    if (state == null) {
      notified.remove(key);
    } else {
      notified.put(key, state);
    }
    log.write(line(key, state));
    log.flush();
  }

  @Override
  public void close() throws IOException {
    log.close();
  }
}
