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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The messages of the queues, one file each: {@code FOLDER/QUEUE/MESSAGE-ID}, a first line of state
 * and the body after it. A file is replaced in one move, so a killed process leaves the old or the
 * new one. After a power cut it may be empty or end early, which the body's length in the state
 * tells: such a file is set aside under a name that begins with a dot, and told. Message attributes
 * are not kept; nothing in the template sends any.
 */
final class MessageJournal {
  /**
   * @param nextDelivery epoch milliseconds before which it is invisible
   * @param firstReceive epoch milliseconds, 0 where it was never received
   * @param source the queue a dead letter came from, empty otherwise
   * @param inFlight whether it was received and nothing said what became of it
   * @param crashes in how many ends of a process it was in flight
   */
  record Entry(
      String id,
      String body,
      long created,
      long nextDelivery,
      long firstReceive,
      int receiveCount,
      String source,
      List<String> receipts,
      boolean inFlight,
      int crashes) {
    Entry {
      receipts = List.copyOf(receipts);
    }

    Entry inFlight(boolean now, int ends) {
      return new Entry(
          id, body, created, nextDelivery, firstReceive, receiveCount, source, receipts, now, ends);
    }
  }

  /** Fields of the first line; the first of them says how many there are. */
  private static final Map<String, Integer> FORMATS = Map.of("1", 7, "2", 10);

  /** From then on an end of the process counts as a receive: it may be the message's doing. */
  static final int MOST_CRASHES = 20;

  private final Path folder;
  private final Consumer<String> notices;

  /**
   * @param notices is told of damage
   */
  MessageJournal(Path folder, Consumer<String> notices) {
    this.folder = folder;
    this.notices = notices;
  }

  void write(String queue, Entry entry) {
    byte[] body = entry.body().getBytes(UTF_8);
    String state =
        String.join(
            "\t",
            "2",
            Long.toString(entry.created()),
            Long.toString(entry.nextDelivery()),
            Long.toString(entry.firstReceive()),
            Integer.toString(entry.receiveCount()),
            entry.source(),
            String.join(",", entry.receipts()),
            entry.inFlight() ? "1" : "0",
            Integer.toString(entry.crashes()),
            Integer.toString(body.length));
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

  /** Empty where there is none, or a damaged one. */
  Optional<Entry> find(String queue, String id) {
    Path file = file(queue, id);
    return Files.exists(file) ? read(file) : Optional.empty();
  }

  /** Everything a queue held, oldest first; what is damaged is set aside. */
  List<Entry> all(String queue) {
    Path place = folder.resolve(queue);
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(place)) {
      List<Entry> entries = new ArrayList<>();
      for (Path file : files.filter(f -> !f.getFileName().toString().startsWith(".")).toList()) {
        Optional<Entry> entry = read(file);
        entry.ifPresent(entries::add);
        if (entry.isEmpty()) {
          setAside(queue, file);
        }
      }
      entries.sort(java.util.Comparator.comparingLong(Entry::created));
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void setAside(String queue, Path file) throws IOException {
    Path aside = file.resolveSibling(".damaged-" + file.getFileName());
    Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    notices.accept(
        "A message of "
            + queue
            + " is damaged and was set aside as "
            + aside
            + ". To do its work again: ./quotemark sweep --older-than 0, and put again what it does"
            + " not find.");
  }

  private Path file(String queue, String id) {
    return folder.resolve(queue).resolve(id);
  }

  private static Optional<Entry> read(Path file) {
    try {
      byte[] content = Files.readAllBytes(file);
      int end = 0;
      while (end < content.length && content[end] != '\n') {
        end++;
      }
      String[] state = new String(content, 0, end, UTF_8).split("\t", -1);
      int bodyLength = content.length - end - 1;
      boolean hasLength = state[0].equals("2");
      if (!Objects.equals(FORMATS.get(state[0]), state.length)
          || bodyLength < 0
          || (hasLength && bodyLength != Integer.parseInt(state[9]))) {
        return Optional.empty();
      }
      return Optional.of(
          new Entry(
              file.getFileName().toString(),
              new String(content, end + 1, bodyLength, UTF_8),
              Long.parseLong(state[1]),
              Long.parseLong(state[2]),
              Long.parseLong(state[3]),
              Integer.parseInt(state[4]),
              state[5],
              state[6].isEmpty() ? List.of() : List.of(state[6].split(",")),
              hasLength && state[7].equals("1"),
              hasLength ? Integer.parseInt(state[8]) : 0));
    } catch (NumberFormatException damaged) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What every killed consumer left in flight is visible at once: no consumer outlives this JVM.
   * That it was killed is not a receive of the messages it held, which are tried as often as if
   * nothing had happened.
   */
  static Entry released(Entry entry, Instant now) {
    if (entry.receiveCount() == 0) {
      return entry;
    }
    boolean uncounted = entry.inFlight() && entry.crashes() < MOST_CRASHES;
    int receives = entry.receiveCount() - (uncounted ? 1 : 0);
    return new Entry(
        entry.id(),
        entry.body(),
        entry.created(),
        Math.min(entry.nextDelivery(), now.toEpochMilli()),
        receives == 0 ? 0 : entry.firstReceive(),
        receives,
        entry.source(),
        entry.receipts(),
        false,
        entry.crashes() + (entry.inFlight() ? 1 : 0));
  }

  /** Where a queue's messages lie. */
  Path folder(String queue) {
    return folder.resolve(queue);
  }
}
