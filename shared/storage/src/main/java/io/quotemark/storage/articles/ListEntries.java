package io.quotemark.storage.articles;

import org.jspecify.annotations.Nullable;

/** Writes the items that lists of articles are read from; each write may be repeated. */
final class ListEntries {
  private final Table table;

  ListEntries(Table table) {
    this.table = table;
  }

  /** Puts an article into every list that it belongs to. */
  void of(ArticleRecord record, String updated) {
    for (String listing : record.listings()) {
      table.growOnce(ListingDirectory.entry(listing, record.day()), ListingDirectory.LAST);
    }
    if (record.source() != null) {
      table.putOnce(new Item(Sources.DIRECTORY, ArticleRecord.sourceKey(record.source())));
    }
    for (ListKey key : record.listKeys(updated)) {
      Item entry = new Item(key.list(), key.place());
      if (key.list().startsWith(ArticleRecord.ALIKE)) {
        entry.text("id", record.id()).bytes("sketch", record.sketch().bytes());
      } else {
        ArticleRecord.summary(entry, record).text(ArticleRecord.UPDATE_TIME, updated);
      }
      table.put(entry);
    }
  }

  /** Puts an article into the list of those that are gone. */
  void gone(String articleId, String updated, @Nullable String takenDown) {
    ListKey key = Changes.goneKey(articleId, updated);
    table.put(
        new Item(key.list(), key.place())
            .text("id", articleId)
            .text(ArticleRecord.UPDATE_TIME, updated)
            .text(ArticleLedger.TAKEN_DOWN, takenDown));
  }
}
