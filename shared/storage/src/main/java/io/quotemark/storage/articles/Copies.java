package io.quotemark.storage.articles;

import io.quotemark.storage.Bucket;
import io.quotemark.storage.table.Attributes;
import io.quotemark.storage.table.Schema.Articles;
import io.quotemark.storage.table.Table;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All that is kept of an article beside its lists and its META item, for the day it must go. */
final class Copies {
  private final Table table;
  private final Bucket bucket;
  private final Versions versions;

  Copies(Table table, Bucket bucket, Versions versions) {
    this.table = table;
    this.bucket = bucket;
    this.versions = versions;
  }

  /**
   * Deletes its texts, the messages that were too large for the queue, and the documents it was
   * read from.
   *
   * @param refs of its META item
   * @return keys of documents that were left, because other articles came from them too
   */
  Set<String> wipe(String articleId, Map<String, String> refs) {
    Set<String> left = new TreeSet<>();
    versions.wipe(articleId);
    refs.forEach((reference, text) -> {
      Stamp stamp = Reference.stamp(text);
      bucket.delete(UploadRecord.messageKey(reference, stamp.sequencer(), stamp.time()));
      table
          .get(Articles.KEY.of(Reference.key(text)), Articles.UPLOAD)
          // where the record is newer, another document lies under the key by now
          .filter(upload -> Uploads.stamp(upload).compareTo(stamp) == 0)
          .filter(upload -> upload.texts(Attributes.ARTICLES).contains(articleId))
          .ifPresent(upload -> {
            if (upload.texts(Attributes.ARTICLES).size() == 1) {
              bucket.delete(upload.text(Attributes.KEY));
            } else {
              left.add(upload.text(Attributes.KEY));
            }
          });
    });
    return left;
  }
}
