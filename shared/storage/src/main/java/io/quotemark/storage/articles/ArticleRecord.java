package io.quotemark.storage.articles;

import io.quotemark.domain.TextSketch;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A checked article as it is stored: what lists show of it, and its body.
 *
 * @param version digest of the article as read
 * @param day publication day, or the upload's where the article does not say
 * @param published RFC 3339 time or date for people, null where unknown
 * @param order text that sorts as publication does ({@code 2025-02-24T08:55:00Z})
 * @param listings ids, of the claims' listings first
 * @param verdicts claims by outcome in lower case
 * @param kinds claims by kind and outcome, {@code PRICE_LEVEL/verified}
 * @param errors what its wrong figures have in common with those of others
 * @param sketch of its text, by which its copies are found
 * @param body the contract's JSON without texts, under gzip
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record ArticleRecord(
    String id,
    String version,
    String title,
    @Nullable String source,
    @Nullable String language,
    String day,
    @Nullable String published,
    String order,
    List<String> listings,
    Map<String, Integer> verdicts,
    Map<String, Integer> kinds,
    List<String> errors,
    boolean sample,
    TextSketch sketch,
    byte[] body) {
  /** Partitions of the articles whose texts have a band of their sketches in common. */
  static final String ALIKE = "SIM#";

  /** Partitions of the articles of a source, a month each. */
  static final String SOURCE = "SRC#";

  /** Partitions of the articles with the same wrong figure. */
  static final String ERROR = "ERR#";

  /** What a list shows. */
  public record Summary(
      String id,
      String title,
      @Nullable String source,
      @Nullable String language,
      @Nullable String published,
      List<String> listings,
      Map<String, Integer> verdicts,
      boolean sample) {}

  public ArticleRecord {
    listings = List.copyOf(listings);
    verdicts = Map.copyOf(new TreeMap<>(verdicts));
    kinds = Map.copyOf(new TreeMap<>(kinds));
    errors = List.copyOf(errors);
  }

  static Item summary(Item into, ArticleRecord record) {
    return into.text("id", record.id())
        .text("title", shortened(record.title()))
        .text("source", record.source())
        .text("language", record.language())
        .text("published", record.published())
        .texts("listings", record.listings())
        .counts("verdicts", record.verdicts())
        .flag("sample", record.sample());
  }

  static Summary summary(Item item) {
    return new Summary(
        item.text("id"),
        item.text("title"),
        item.textOrNull("source"),
        item.textOrNull("language"),
        item.textOrNull("published"),
        item.texts("listings"),
        item.counts("verdicts"),
        item.flag("sample"));
  }

  /** Where the lists keep it: partition and sort key, joined by a bar. */
  Collection<String> listKeys() {
    List<String> out = new java.util.ArrayList<>();
    String sort = order + "#" + id;
    out.add("DAY#" + day + "|" + sort);
    for (String listing : listings) {
      out.add("LST#" + listing + "#" + day.substring(0, 7) + "|" + sort);
    }
    if (source != null) {
      out.add(SOURCE + sourceKey(source) + "#" + day.substring(0, 7) + "|" + sort);
    }
    for (String error : errors) {
      out.add(ERROR + error + "|" + sort);
    }
    for (String band : sketch.bands()) {
      out.add(ALIKE + band + "|" + sort);
    }
    return out;
  }

  /** A source is the same however its letters and spaces are written. */
  static String sourceKey(String source) {
    String key = source.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s|#]+", " ");
    return key.length() <= 100 ? key : UploadRecord.digest(key);
  }

  private static String shortened(String title) {
    return title.length() <= 300
        ? title
        : title.substring(0, Character.isHighSurrogate(title.charAt(299)) ? 299 : 300);
  }
}
