package io.quotemark.storage.articles;

import io.quotemark.storage.table.Attributes;
import io.quotemark.storage.table.Item;
import io.quotemark.storage.table.Range;
import io.quotemark.storage.table.Schema.Articles;
import io.quotemark.storage.table.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The versions of an article that are known: those that uploads stand for, or whose text is kept.
 */
public final class ArticleHistory {
  /** More versions of one article are not looked at. */
  static final int MOST_VERSIONS = 50;

  private final Table table;

  ArticleHistory(Table table) {
    this.table = table;
  }

  /**
   * @param current whether it is what the article says now
   * @param uploads times of the uploads that stand for it, oldest first; none where they brought
   *     another version since or are gone
   * @param textUntil end of its text's retention, null once that is over
   */
  public record Version(
      String version, boolean current, List<String> uploads, @Nullable Instant textUntil) {
    public Version {
      uploads = List.copyOf(uploads);
    }
  }

  /**
   * @param updated when what is stored last changed: a version, or a verdict
   * @param versions fifty at the most
   */
  public record History(String updated, List<Version> versions) {
    public History {
      versions = List.copyOf(versions);
    }
  }

  /**
   * @param now by which a text's retention is over
   * @return empty where there is no such article
   */
  public Optional<History> of(String articleId, Instant now) {
    return table
        .get(Articles.ARTICLE.of(articleId), Articles.META)
        .filter(meta -> !meta.flag(Attributes.REMOVED))
        .map(meta -> of(new Head(meta), now));
  }

  /**
   * @param now by which a text's retention is over
   */
  public History of(Head article, Instant now) {
    Item meta = article.item();
    String articleId = meta.text(Attributes.ID);
    Map<String, List<String>> uploads = new TreeMap<>();
    meta.map(Attributes.REFS).values().stream()
        .sorted(Reference.NEWEST)
        .forEach(reference ->
            uploads
                .computeIfAbsent(Reference.version(reference), v -> new ArrayList<>())
                .add(Reference.time(reference)));
    Map<String, Instant> texts = new TreeMap<>();
    List<Item> read = article.texts();
    for (Item kept : read == null ? texts(articleId) : read) {
      Instant until = Instant.ofEpochSecond(kept.number(Attributes.EXPIRES));
      uploads.computeIfAbsent(kept.text(Attributes.VERSION), v -> new ArrayList<>());
      if (until.isAfter(now)) {
        texts.put(kept.text(Attributes.VERSION), until);
      }
    }
    String current = meta.text(Attributes.VERSION);
    List<Version> versions = new ArrayList<>();
    uploads.forEach((version, times) -> {
      if (versions.size() < MOST_VERSIONS) {
        versions.add(new Version(version, version.equals(current), times, texts.get(version)));
      }
    });
    return new History(meta.text(Attributes.UPDATED), versions);
  }

  private List<Item> texts(String articleId) {
    return table.query(
        Range.of(Articles.ARTICLE.of(articleId)).family(Articles.VERSION).limit(MOST_VERSIONS));
  }
}
