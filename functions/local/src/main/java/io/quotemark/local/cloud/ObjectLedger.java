package io.quotemark.local.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which state of which object was last notified. A line is written after the notification lies in
 * its queue, so what a killed process did not get to is seen as changed on the next start and
 * notified then (perhaps twice, as S3 does). The same happens to an object whose line is damaged:
 * it is left out, and told.
 *
 * <p>A line is sequence, size and time of modification in nanoseconds, or two dashes where the
 * object is gone, and the key, form-encoded as in a notification; separated by tabs. A file without
 * the first line {@link #FORMAT} has keys as they are.
 */
final class ObjectLedger implements AutoCloseable {
  /** Size and modification time of a file: changes with every write. */
  record Fingerprint(long size, long modifiedNanos) {
    /** Empty where there is no regular file; a link is none. */
    static Optional<Fingerprint> of(Path file) {
      try {
        BasicFileAttributes attributes =
            Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
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

  private static final String FORMAT = "# objects 2";
  private static final Pattern LINE =
      Pattern.compile("(\\d{1,19})\t(?:(\\d{1,19})\t(-?\\d{1,19})|-\t-)\t(.+)", Pattern.DOTALL);

  private final Map<String, Fingerprint> notified = new HashMap<>();
  private final Clock clock;
  private final Writer log;
  private long lastSequence;

  /**
   * @param notices is told of damage
   */
  ObjectLedger(Path file, Clock clock, Consumer<String> notices) throws IOException {
    this.clock = clock;
    Files.createDirectories(file.getParent());
    if (Files.exists(file)) {
      replay(file, notices);
    }
    Path compact = file.resolveSibling(file.getFileName() + ".new");
    try (Writer writer = Files.newBufferedWriter(compact, UTF_8)) {
      writer.write(FORMAT + "\n");
      for (Map.Entry<String, Fingerprint> entry : notified.entrySet()) {
        writer.write(line(entry.getKey(), entry.getValue()));
      }
    }
    Files.move(compact, file, StandardCopyOption.ATOMIC_MOVE);
    this.log = Files.newBufferedWriter(file, UTF_8, StandardOpenOption.APPEND);
  }

  private void replay(Path file, Consumer<String> notices) throws IOException {
    // what a power cut left need not be UTF-8
    String[] lines = new String(Files.readAllBytes(file), UTF_8).split("\n", -1);
    boolean encoded = lines[0].equals(FORMAT);
    // what follows the last line feed is the unfinished line of a killed process
    for (int i = encoded ? 1 : 0; i < lines.length - 1; i++) {
      if (!replay(lines[i], encoded)) {
        notices.accept(
            file + ", line " + (i + 1) + ": damaged, left out. Its file is looked at again.");
      }
    }
  }

  /** Whether it was a line. */
  private boolean replay(String line, boolean encoded) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      return false;
    }
    try {
      String key = encoded ? URLDecoder.decode(parts.group(4), UTF_8) : parts.group(4);
      if (parts.group(2) == null) {
        notified.remove(key);
      } else {
        notified.put(
            key, new Fingerprint(Long.parseLong(parts.group(2)), Long.parseLong(parts.group(3))));
      }
      lastSequence = Math.max(lastSequence, Long.parseLong(parts.group(1)));
      return true;
    } catch (IllegalArgumentException beyondALongOrNotEncoded) {
      return false;
    }
  }

  private String line(String key, @Nullable Fingerprint state) {
    return lastSequence
        + "\t"
        + (state == null ? "-\t-" : state.size() + "\t" + state.modifiedNanos())
        + "\t"
        + S3Event.encode(key)
        + "\n";
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
