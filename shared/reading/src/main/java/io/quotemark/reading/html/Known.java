package io.quotemark.reading.html;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What texts come to that a page repeats, such as the class names of its elements. Each text has
 * one place, which it may lose to another: a page of a million names takes no more memory.
 */
final class Known<T> {
  private static final int PLACES = 512;

  private final @Nullable String[] texts = new String[PLACES];
  private final Object[] values = new Object[PLACES];
  private final T ofEmpty;
  private final Function<String, T> reader;

  /**
   * @param ofEmpty what the empty text comes to
   */
  Known(T ofEmpty, Function<String, T> reader) {
    this.ofEmpty = ofEmpty;
    this.reader = reader;
  }

  @SuppressWarnings("unchecked") // all values are the reader's
  T of(String text) {
    if (text.isEmpty()) {
      return ofEmpty;
    }
    int hash = text.hashCode();
    int place = (hash ^ (hash >>> 9) ^ (hash >>> 18)) & (PLACES - 1);
    if (!text.equals(texts[place])) {
      texts[place] = text;
      values[place] = reader.apply(text);
    }
    return (T) values[place];
  }
}
