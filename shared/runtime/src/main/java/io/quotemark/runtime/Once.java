package io.quotemark.runtime;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is first asked for, and then kept. */
public final class Once<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private @Nullable T value;

  public Once(Supplier<T> maker) {
    this.maker = maker;
  }

  /** Safe from several threads; one of them makes the value, the others wait for it. */
  @Override
  public synchronized T get() {
    if (value == null) {
      value = Objects.requireNonNull(maker.get(), "nothing was made");
    }
    return value;
  }
}
