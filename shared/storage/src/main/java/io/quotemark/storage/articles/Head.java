package io.quotemark.storage.articles;

import io.quotemark.storage.table.Item;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article's own item, read once for whatever else is asked about it: its text, its versions, the
 * articles like it.
 */
public final class Head {
  private final Item item;
  private final @Nullable List<Item> texts;

  Head(Item item) {
    this(item, null);
  }

  /**
   * @param texts items of its versions, fifty at the most; null where they were not read with it
   */
  Head(Item item, @Nullable List<Item> texts) {
    this.item = item;
    this.texts = texts == null ? null : List.copyOf(texts);
  }

  Item item() {
    return item;
  }

  /** What is kept of its versions, null where that was not read with it. */
  @Nullable List<Item> texts() {
    return texts;
  }
}
