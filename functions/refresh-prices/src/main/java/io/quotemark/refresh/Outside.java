package io.quotemark.refresh;

import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is known of the providers outside: their keys, and in tests other addresses. */
@FunctionalInterface
public interface Outside {
  /**
   * The key of a provider, asked for at each request; throws {@link KeyUnreadable} where it cannot
   * be read.
   *
   * @param provider its name
   */
  Supplier<String> key(String provider);

  /** All providers at one address, with one key. */
  static Outside at(URI address, String key) {
    return new Outside() {
      @Override
      public Supplier<String> key(String provider) {
        return () -> key;
      }

      @Override
      public URI address(String provider) {
        return address;
      }
    };
  }

  /** Where a provider answers, null at its own address. */
  default @Nullable URI address(String provider) {
    return null;
  }
}
