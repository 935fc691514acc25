package io.quotemark.storage.articles;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the items that lists of articles are read from; each write may be repeated. */
final class ListEntries {
  private final Table table;
  private final BatchWriter writer;

  ListEntries(Table table, BatchWriter writer) {
    this.table = table;
    this.writer = writer;
  }

  /**
   * Puts an article into every list that it belongs to.
   *
   * @param unlisted where it goes from
   */
  void of(ArticleRecord record, String updated, Set<ListKey> unlisted) {
    for (String listing : record.listings()) {
      table.growOnce(ListingDirectory.entry(listing, record.day()), ListingDirectory.LAST);
    }
    if (record.source() != null) {
      table.putOnce(new Item(Sources.DIRECTORY, ArticleRecord.sourceKey(record.source())));
    }
    List<Item> entries = new ArrayList<>();
    for (ListKey key : record.listKeys(updated)) {
      Item entry = new Item(key.list(), key.place());
      if (key.list().startsWith(ArticleRecord.ALIKE)) {
        entry.text("id", record.id()).bytes("sketch", record.sketch().bytes());
      } else if (key.list().equals(ArticleRecord.WAITING)) {
        WaitingClaims.fill(entry, record);
      } else {
        ArticleRecord.summary(entry, record).text(ArticleRecord.UPDATE_TIME, updated);
      }
      entries.add(entry);
    }
    writer.write(entries, unlisted);
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
            .text("id", articleId)
            .text(ArticleRecord.UPDATE_TIME, updated)
            .text(MetaItems.TAKEN_DOWN, takenDown);
    writer.write(List.of(entry), unlisted);
  }
}
