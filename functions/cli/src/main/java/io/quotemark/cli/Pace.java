package io.quotemark.cli;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The time that passes between two looks at work under way. */
interface Pace {
  Duration LOOK = Duration.ofMillis(300);

  Pace REAL =
      new Pace() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public void rest() {
          LockSupport.parkNanos(LOOK.toNanos());
        }
      };

  long nanos();

  void rest();
}
