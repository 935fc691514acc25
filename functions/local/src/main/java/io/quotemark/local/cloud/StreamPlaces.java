package io.quotemark.local.cloud;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far a stream has been handed over, in a file: a shard, a space, the sequence number of its
 * last change; a line each. What was handed over and is not noted yet is handed over again.
 */
final class StreamPlaces {
  private final Path file;
  private final Map<String, String> places = new LinkedHashMap<>();

  StreamPlaces(Path file) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        String[] parts = line.split(" ", -1);
        if (parts.length == 2) {
          places.put(parts[0], parts[1]);
        }
      }
    }
  }

  /** The sequence number of the last change of the shard that was handed over. */
  Optional<String> of(String shard) {
    return Optional.ofNullable(places.get(shard));
  }

  void note(String shard, String sequenceNumber) throws IOException {
    places.put(shard, sequenceNumber);
    write();
  }

  /** Forgets shards that are gone. */
  void keep(java.util.Collection<String> shards) throws IOException {
    if (places.keySet().retainAll(shards)) {
      write();
    }
  }

  private void write() throws IOException {
    StringBuilder lines = new StringBuilder();
    places.forEach((shard, number) -> lines.append(shard).append(' ').append(number).append('\n'));
    Files.createDirectories(file.getParent());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, lines);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
