package io.quotemark.local.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The messages of the queues, one file each: {@code FOLDER/QUEUE/MESSAGE-ID}, a first line of state
 * and the body after it. A file is replaced in one move, so a killed process leaves the old or the
 * new one. Message attributes are not kept; nothing in the template sends any.
 */
final class MessageJournal {
  /**
   * @param nextDelivery epoch milliseconds before which it is invisible
   * @param firstReceive epoch milliseconds, 0 where it was never received
   * @param source the queue a dead letter came from, empty otherwise
   */
  record Entry(
      String id,
      String body,
      long created,
      long nextDelivery,
      long firstReceive,
      int receiveCount,
      String source,
      List<String> receipts) {
    Entry {
      receipts = List.copyOf(receipts);
    }
  }

  private final Path folder;

  MessageJournal(Path folder) {
    this.folder = folder;
  }

  void write(String queue, Entry entry) {
    String state =
        String.join(
            "\t",
            "1",
            Long.toString(entry.created()),
            Long.toString(entry.nextDelivery()),
            Long.toString(entry.firstReceive()),
            Integer.toString(entry.receiveCount()),
            entry.source(),
            String.join(",", entry.receipts()));
    try {
      Path target = file(queue, entry.id());
      Files.createDirectories(target.getParent());
      Path fresh = target.resolveSibling("." + entry.id());
      Files.write(fresh, (state + "\n" + entry.body()).getBytes(UTF_8));
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void remove(String queue, String id) {
    try {
      Files.deleteIfExists(file(queue, id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<Entry> find(String queue, String id) {
    Path file = file(queue, id);
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  /** Everything a queue held, oldest first. */
  List<Entry> all(String queue) {
    Path place = folder.resolve(queue);
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(place)) {
      List<Entry> entries = new ArrayList<>();
      files
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .forEach(file -> entries.add(read(file)));
      entries.sort(java.util.Comparator.comparingLong(Entry::created));
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String queue, String id) {
    return folder.resolve(queue).resolve(id);
  }

  private static Entry read(Path file) {
    try {
      String content = Files.readString(file);
      int end = content.indexOf('\n');
      String[] state = content.substring(0, end).split("\t", -1);
      return new Entry(
          file.getFileName().toString(),
          content.substring(end + 1),
          Long.parseLong(state[1]),
          Long.parseLong(state[2]),
          Long.parseLong(state[3]),
          Integer.parseInt(state[4]),
          state[5],
          state[6].isEmpty() ? List.of() : List.of(state[6].split(",")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What every killed consumer left in flight is visible at once: no consumer outlives this JVM.
   */
  static Entry released(Entry entry, Instant now) {
    return entry.receiveCount() == 0
        ? entry
        : new Entry(
            entry.id(),
            entry.body(),
            entry.created(),
            Math.min(entry.nextDelivery(), now.toEpochMilli()),
            entry.firstReceive(),
            entry.receiveCount(),
            entry.source(),
            entry.receipts());
  }
}
