package io.quotemark.storage.articles;

import io.quotemark.domain.TextSketch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
 * @param flags that claims carry, as they are written
 * @param reaction the greatest move of a listing on the first session that could react, in
 *     hundredths of a per cent without its sign; null until it is stored
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
    List<String> flags,
    @Nullable Integer reaction,
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

  /**
   * Partitions of the articles whose claims have a kind, a flag or a wrong figure, a month each.
   */
  static final String FACET = "FCT#";

  /** Partitions of the articles that changed on a day. */
  static final String UPDATED = "UPD#";

  /** Partitions of the articles by a number of theirs. */
  static final String RANKED = "TOP#";

  /** When what is stored of an article last changed. */
  static final String UPDATE_TIME = "updated";

  static final String CONTRADICTED = "contradicted";

  /**
   * What a list shows.
   *
   * @param updated when what is stored of it last changed, RFC 3339; empty for one that was stored
   *     before that was noted
   * @param order text that sorts as publication does; its first ten characters are the day
   * @param kinds claims by kind and outcome, {@code PRICE_LEVEL/verified}
   */
  public record Summary(
      String id,
      String title,
      @Nullable String source,
      @Nullable String language,
      @Nullable String published,
      String updated,
      String order,
      List<String> listings,
      Map<String, Integer> verdicts,
      Map<String, Integer> kinds,
      List<String> flags,
      boolean sample) {}

  public ArticleRecord {
    listings = List.copyOf(listings);
    verdicts = Map.copyOf(new TreeMap<>(verdicts));
    kinds = Map.copyOf(new TreeMap<>(kinds));
    flags = List.copyOf(flags);
    errors = List.copyOf(errors);
  }

  static Item summary(Item into, ArticleRecord record) {
    return into.text("id", record.id())
        .text("title", shortened(record.title()))
        .text("source", record.source())
        .text("language", record.language())
        .text("published", record.published())
        .texts("listings", record.listings())
        .text("order", record.order())
        .counts("verdicts", record.verdicts())
        .counts("kinds", record.kinds())
        .texts("flags", record.flags())
        .flag("sample", record.sample());
  }

  static Summary summary(Item item) {
    return new Summary(
        item.text("id"),
        item.text("title"),
        item.textOrNull("source"),
        item.textOrNull("language"),
        item.textOrNull("published"),
        item.text(UPDATE_TIME),
        item.text("order"),
        item.texts("listings"),
        item.counts("verdicts"),
        item.counts("kinds"),
        item.texts("flags"),
        item.flag("sample"));
  }

  /**
   * Where the lists keep it: partition and sort key, joined by a bar.
   *
   * @param updated when what is stored of it last changed
   */
  Collection<String> listKeys(String updated) {
    List<String> out = new ArrayList<>();
    String sort = order + "#" + id;
    String month = "#" + day.substring(0, 7);
    out.add("DAY#" + day + "|" + sort);
    for (String listing : listings) {
      out.add(ListingDirectory.PREFIX + listing + month + "|" + sort);
    }
    if (source != null) {
      out.add(SOURCE + sourceKey(source) + month + "|" + sort);
    }
    for (String facet : facets()) {
      out.add(FACET + facet + month + "|" + sort);
    }
    for (String error : errors) {
      out.add(ERROR + error + "|" + sort);
    }
    for (String band : sketch.bands()) {
      out.add(ALIKE + band + "|" + sort);
    }
    out.add(UPDATED + updated.substring(0, 10) + "|" + updated + "#" + id);
    int wrong = verdicts.getOrDefault(CONTRADICTED, 0);
    if (wrong > 0) {
      out.add(RANKED + CONTRADICTED + "|" + ranked(wrong) + "#" + sort);
    }
    if (reaction != null) {
      out.add(RANKED + "reaction|" + ranked(reaction) + "#" + sort);
    }
    return out;
  }

  /** Of the outcomes only the rare one: what most articles have is found by reading them. */
  private Set<String> facets() {
    Set<String> out = new TreeSet<>();
    if (verdicts.getOrDefault(CONTRADICTED, 0) > 0) {
      out.add("verdict:" + CONTRADICTED);
    }
    flags.forEach(flag -> out.add("flag:" + flag));
    kinds.keySet().forEach(kind -> out.add("kind:" + kind.substring(0, kind.indexOf('/'))));
    return out;
  }

  private static String ranked(int number) {
    return "%08d".formatted(Math.min(number, 99_999_999));
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
