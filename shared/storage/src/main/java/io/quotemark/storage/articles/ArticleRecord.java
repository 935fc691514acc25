package io.quotemark.storage.articles;

import io.quotemark.domain.article.TextSketch;
import io.quotemark.domain.verdict.EvidenceNeeded;
import io.quotemark.storage.table.Attributes;
import io.quotemark.storage.table.Item;
import io.quotemark.storage.table.Schema.Articles;
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
 * @param surest the greatest probability that one of its contradicted or doubtful claims is false,
 *     in millionths; null where it has none
 * @param errors what its wrong figures have in common with those of others
 * @param needs prices that its claims wait for, by listing; a bounded number
 * @param sketch of its text, by which its copies are found
 * @param body the contract's JSON without texts, packed
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
    @Nullable Integer surest,
    List<String> errors,
    List<EvidenceNeeded> needs,
    boolean sample,
    TextSketch sketch,
    byte[] body) {
  static final String CONTRADICTED = "contradicted";
  static final String CONFIDENCE = "confidence";

  /** Outcomes that few articles have and readers look for: lists are kept of them. */
  static final Set<String> RARE = Set.of(CONTRADICTED, "doubtful");

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
    needs = List.copyOf(needs);
  }

  static Item summary(Item into, ArticleRecord record) {
    return into.text(Attributes.ID, record.id())
        .text(Attributes.TITLE, shortened(record.title()))
        .text(Attributes.SOURCE, record.source())
        .text(Attributes.LANGUAGE, record.language())
        .text(Attributes.PUBLISHED, record.published())
        .texts(Attributes.LISTINGS, record.listings())
        .text(Attributes.ORDER, record.order())
        .counts(Attributes.VERDICTS, record.verdicts())
        .counts(Attributes.KINDS, record.kinds())
        .texts(Attributes.FLAGS, record.flags())
        .flag(Attributes.SAMPLE, record.sample());
  }

  static Summary summary(Item item) {
    return new Summary(
        item.text(Attributes.ID),
        item.text(Attributes.TITLE),
        item.textOrNull(Attributes.SOURCE),
        item.textOrNull(Attributes.LANGUAGE),
        item.textOrNull(Attributes.PUBLISHED),
        item.text(Attributes.UPDATED),
        item.text(Attributes.ORDER),
        item.texts(Attributes.LISTINGS),
        item.counts(Attributes.VERDICTS),
        item.counts(Attributes.KINDS),
        item.texts(Attributes.FLAGS),
        item.flag(Attributes.SAMPLE));
  }

  /**
   * Where the lists keep it. What most articles have (a kind of claim, an outcome but the rare
   * ones) is found by reading them, so that no list is kept of it. Only contradictions are ranked.
   *
   * @param updated when what is stored of it last changed
   */
  Set<ListKey> listKeys(String updated) {
    Set<String> lists = new TreeSet<>(Set.of(Articles.ALL));
    for (String listing : listings) {
      lists.add(Articles.LISTING.of(listing));
    }
    if (source != null) {
      lists.add(Articles.SOURCE.of(sourceKey(source)));
    }
    for (String flag : flags) {
      lists.add(Articles.FACET.of("flag:" + flag));
    }
    for (String error : errors) {
      lists.add(Articles.ERROR.of(error));
    }
    if (!alike().isEmpty()) {
      lists.add(Articles.ALIKE.of(alike().getFirst()));
    }
    if (!needs.isEmpty()) {
      lists.add(Articles.WAITING);
    }
    String published = order + "#" + id;
    Set<ListKey> out = new TreeSet<>();
    for (String outcome : RARE) {
      if (verdicts.getOrDefault(outcome, 0) > 0) {
        lists.add(Articles.FACET.of("verdict:" + outcome));
      }
    }
    int wrong = verdicts.getOrDefault(CONTRADICTED, 0);
    if (wrong > 0) {
      out.add(new ListKey(Articles.RANKED.of(CONTRADICTED), ranked(wrong) + "#" + published));
    }
    if (surest != null) {
      out.add(new ListKey(Articles.RANKED.of(CONFIDENCE), ranked(surest) + "#" + published));
    }
    if (reaction != null) {
      out.add(new ListKey(Articles.RANKED.of("reaction"), ranked(reaction) + "#" + published));
    }
    for (String list : lists) {
      out.add(new ListKey(list, published));
    }
    out.add(new ListKey(Articles.UPDATED, updated + "#" + id));
    return out;
  }

  /**
   * Names under which texts like this one are looked for, and the first under which it is kept;
   * none where they are found in the lists of its listings.
   */
  List<String> alike() {
    return listings.isEmpty() ? sketch.names() : List.of();
  }

  static String ranked(int number) {
    String digits = Integer.toString(Math.min(number, 99_999_999));
    return "0".repeat(8 - digits.length()) + digits;
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
