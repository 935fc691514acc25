package io.quotemark.storage.articles;

import io.quotemark.storage.table.Attributes;
import io.quotemark.storage.table.Item;
import io.quotemark.storage.table.Key;
import io.quotemark.storage.table.Schema.Articles;
import io.quotemark.storage.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the items that lists of articles are read from; each write may be repeated. */
final class ListEntries {
  private final Table table;

  ListEntries(Table table) {
    this.table = table;
  }

  /**
   * Puts an article into every list that it belongs to.
   *
   * @param unlisted where it goes from
   */
  void of(ArticleRecord record, String updated, Set<ListKey> unlisted) {
    for (String listing : record.listings()) {
      table.growOnce(ListingDirectory.entry(listing, record.day()), Attributes.LAST);
    }
    if (record.source() != null) {
      table.putOnce(new Item(Articles.SOURCES, ArticleRecord.sourceKey(record.source())));
    }
    List<Item> entries = new ArrayList<>();
    for (ListKey key : record.listKeys(updated)) {
      Item entry = new Item(key.list(), key.place());
      if (Articles.ALIKE.has(key.list())) {
        entry.text(Attributes.ID, record.id()).bytes(Attributes.SKETCH, record.sketch().bytes());
      } else if (key.list().equals(Articles.WAITING)) {
        WaitingClaims.fill(entry, record);
      } else {
        ArticleRecord.summary(entry, record).text(Attributes.UPDATED, updated);
        if (Articles.LISTING.has(key.list()) && !record.sketch().names().isEmpty()) {
          entry.bytes(Attributes.SKETCH, record.sketch().bytes()); // texts like it are near it
        }
      }
      entries.add(entry);
    }
    table.write(entries, keys(unlisted));
  }

  /**
   * Puts an article into the list of those that are gone.
   *
   * @param unlisted where it goes from
   */
  void gone(String articleId, String updated, @Nullable String takenDown, Set<ListKey> unlisted) {
    ListKey key = Changes.goneKey(articleId, updated);
    Item entry =
        new Item(key.list(), key.place())
            .text(Attributes.ID, articleId)
            .text(Attributes.UPDATED, updated)
            .text(Attributes.TAKEN_DOWN, takenDown);
    table.write(List.of(entry), keys(unlisted));
  }

  private static List<Key> keys(Set<ListKey> listKeys) {
    List<Key> keys = new ArrayList<>(listKeys.size());
    for (ListKey key : listKeys) {
      keys.add(new Key(key.list(), key.place()));
    }
    return keys;
  }
}
