package io.quotemark.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The same processes at work for long: heap after a collection, open descriptors and threads stay
 * where they are, and every upload is recorded.
 *
 * <p>{@code functions/local/proof soak [MINUTES]} works for 20 minutes or as long as it is told;
 * the build for some seconds, which shows what leaks at every upload.
 */
@Tag("proof")
class SoakTest {
  private static final int PROCESSES = 4;
  private static final int KEYS = 12;
  private static final int SAMPLES = 12;
  private static final long MEGABYTE = 1_000_000;

  private static final Flat HEAP = new Flat("heap, MB", 5);
  private static final Flat DESCRIPTORS = new Flat("descriptors", 8);
  private static final Flat THREADS = new Flat("threads", 8);

  @TempDir Path data;

  @Test
  void processes_atWorkForLong_takeNoMoreThanAtFirst() throws IOException {
    Duration length = Duration.ofMinutes(Long.getLong("quotemark.soak", 0));
    Map<String, List<Long>> figures = new TreeMap<>();
    int uploads = 0;
    try (Deliveries deliveries = new Deliveries(data)) {
      Fleet fleet = new Fleet(deliveries.stage(), PROCESSES);
      for (int sample = 0; sample < SAMPLES; sample++) {
        long end = System.nanoTime() + length.dividedBy(SAMPLES).toNanos();
        do {
          round(deliveries, fleet, uploads);
          uploads += KEYS;
        } while (System.nanoTime() < end);
        measure(figures);
      }
      assertThat(deliveries.snapshot().uploads()).hasSize(KEYS);
    }
    Files.writeString(
        Path.of("target/soak.txt"),
        "%d uploads in %d minutes; every %d seconds: %s%n"
            .formatted(
                uploads, length.toMinutes(), length.dividedBy(SAMPLES).toSeconds(), figures));
    assertThat(
            Stream.of(HEAP, DESCRIPTORS, THREADS)
                .map(flat -> flat.growth(Objects.requireNonNull(figures.get(flat.figure()))))
                .filter(Objects::nonNull))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, true", "5, true", "6, false"})
  void growth_pastWhatIsAllowed_isTold(long step, boolean flat) {
    List<Long> samples =
        LongStream.range(0, 8).map(place -> 100 + place / 4 * step).boxed().toList();
    assertThat(new Flat("heap", 5).growth(samples) == null).isEqualTo(flat);
  }

  /** Every key is written anew, some are removed; all of it is worked off. */
  private static void round(Deliveries deliveries, Fleet fleet, int before) throws IOException {
    for (int key = 0; key < KEYS; key++) {
      int moment = before + key + 1;
      int turn = key + before / KEYS; // another text than last time
      Text text = Text.ALL.get(turn % Text.ALL.size());
      Event event =
          new Event("inbox/" + key + ".json", turn % 7 == 0 ? null : text.content(), moment);
      deliveries.happen(event);
      fleet.send(Fleet.UPLOADS, event.notification());
    }
    do {
      fleet.redrive();
      fleet.work(Integer.MAX_VALUE);
    } while (!fleet.dead().isEmpty());
  }

  private static void measure(Map<String, List<Long>> figures) {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    note(figures, HEAP, (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE);
    UnixOperatingSystemMXBean system =
        (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    note(figures, DESCRIPTORS, system.getOpenFileDescriptorCount());
    note(figures, THREADS, ManagementFactory.getThreadMXBean().getThreadCount());
  }

  private static void note(Map<String, List<Long>> figures, Flat flat, long value) {
    figures.computeIfAbsent(flat.figure(), figure -> new ArrayList<>()).add(value);
  }
}
