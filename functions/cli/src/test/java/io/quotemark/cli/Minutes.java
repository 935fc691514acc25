package io.quotemark.cli;

import java.util.concurrent.TimeUnit;

/** A pace that never waits: a minute passes at each rest, and with it something happens. */
final class Minutes implements Pace {
  private final Runnable each;
  private long passed;

  Minutes(Runnable each) {
    this.each = each;
  }

  @Override
  public long nanos() {
    return TimeUnit.MINUTES.toNanos(passed);
  }

  @Override
  public void rest() {
    passed++;
    each.run();
  }

  long passed() {
    return passed;
  }
}
