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
    for (String key : record.listKeys(updated)) {
      int bar = key.indexOf('|');
      String pk = key.substring(0, bar);
      if (pk.startsWith(ArticleRecord.ALIKE)) {
        table.put(
            new Item(pk, key.substring(bar + 1))
                .text("id", record.id())
                .bytes("sketch", record.sketch().bytes()));
        continue;
      }
      enter(pk);
      if (pk.startsWith(ListingDirectory.PREFIX)) {
        table.growOnce(
            ListingDirectory.entry(Changes.withoutMonth(pk), record.day()), ListingDirectory.LAST);
      }
      String source = record.source();
      if (source != null && pk.startsWith(ArticleRecord.SOURCE)) {
        table.putOnce(new Item(Sources.DIRECTORY, ArticleRecord.sourceKey(source)));
      }
      table.put(
          ArticleRecord.summary(new Item(pk, key.substring(bar + 1)), record)
              .text(ArticleRecord.UPDATE_TIME, updated));
    }
  }

  /** Puts an article into the list of those that are gone. */
  void gone(String articleId, String updated, @Nullable String takenDown) {
    String key = Changes.goneKey(articleId, updated);
    int bar = key.indexOf('|');
    enter(key.substring(0, bar));
    table.put(
        new Item(key.substring(0, bar), key.substring(bar + 1))
            .text("id", articleId)
            .text(ArticleRecord.UPDATE_TIME, updated)
            .text(ArticleLedger.TAKEN_DOWN, takenDown));
  }

  /** Directories say which days have articles, and which months of a listing, source or facet. */
  private void enter(String partition) {
    if (partition.startsWith(Lane.DAY) || partition.startsWith(ArticleRecord.UPDATED)) {
      table.putOnce(
          new Item(
              partition.startsWith(Lane.DAY) ? Lane.DAYS : Lane.UPDATE_DAYS,
              partition.substring(partition.length() - 10)));
    } else if (!partition.startsWith(ArticleRecord.ERROR)
        && !partition.startsWith(ArticleRecord.RANKED)) {
      table.putOnce(
          new Item(Changes.withoutMonth(partition), partition.substring(partition.length() - 7)));
    }
  }
}
