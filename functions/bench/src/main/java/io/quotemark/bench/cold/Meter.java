package io.quotemark.bench.cold;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process has used until now. */
interface Meter {
  /** Of a process that nobody measures. */
  Meter NONE =
      new Meter() {
        @Override
        public long cpuNanos() {
          return 0;
        }

        @Override
        public long peakKilobytes() {
          return 0;
        }
      };

  /** Nanoseconds of all its threads together. */
  long cpuNanos();

  /** The most memory that it held at a time (resident set), pages of mapped files among it. */
  long peakKilobytes();

  static Meter of(long pid) {
    return new Meter() {
      @Override
      public long cpuNanos() {
        return CpuClock.nanos(pid);
      }

      @Override
      public long peakKilobytes() {
        try {
          return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
              .filter(line -> line.startsWith("VmHWM:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
              .findFirst()
              .orElseThrow();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }
}
