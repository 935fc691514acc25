package io.quotemark.bench.cold;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Linux's own clock of the CPU time that a process has used. It knows of threads that have ended,
 * as those are that work on one message, and has no ticks of 10 ms.
 */
final class CpuClock {
  /** {@code int clock_gettime(clockid_t, struct timespec *)}. */
  private static final MethodHandle GET_TIME = getTime();

  private static final long NANOS = 1_000_000_000;

  private CpuClock() {}

  @SuppressWarnings("restricted") // of the C library
  private static MethodHandle getTime() {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow("clock_gettime"),
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
  }

  /**
   * @return nanoseconds of all threads together
   * @throws IllegalStateException where there is no such process
   */
  static long nanos(long pid) {
    int clock = (int) ((~pid << 3) | 2); // as clock_getcpuclockid makes it
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment time = arena.allocate(ValueLayout.JAVA_LONG, 2);
      if ((int) GET_TIME.invokeExact(clock, time) != 0) {
        throw new IllegalStateException("no CPU time is known of process " + pid);
      }
      return time.getAtIndex(ValueLayout.JAVA_LONG, 0) * NANOS
          + time.getAtIndex(ValueLayout.JAVA_LONG, 1);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("clock_gettime", e);
    }
  }
}
