package io.quotemark.storage.articles;

import io.quotemark.storage.table.Item;

/**
 * An article's own item, read once for whatever else is asked about it: its text, its versions, the
 * articles like it.
 */
public final class Head {
  private final Item item;

  Head(Item item) {
    this.item = item;
  }

  Item item() {
    return item;
  }
}
