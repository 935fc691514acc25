package io.quotemark.storage.articles;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.storage.Bucket;
import io.quotemark.storage.table.Attributes;
import io.quotemark.storage.table.Item;
import io.quotemark.storage.table.Range;
import io.quotemark.storage.table.Schema;
import io.quotemark.storage.table.Schema.Articles;
import io.quotemark.storage.table.SortKeys;
import io.quotemark.storage.table.Table;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The reading side of the articles table. */
public final class ArticleIndex {
  private static final List<String> META_OF_FINDINGS =
      List.of(Attributes.REMOVED, Attributes.BODY, Attributes.BODY_AT);

  private final Table table;
  private final Bucket bucket;
  private final Versions versions;
  private final Clock clock;
  private final ArticleLists lists;

  /**
   * @param clock by which a text's retention is over
   */
  ArticleIndex(Table table, Bucket bucket, Clock clock) {
    this.table = table;
    this.bucket = bucket;
    this.versions = new Versions(table, bucket);
    this.clock = clock;
    this.lists = new ArticleLists(table);
  }

  /**
   * @param next opaque, null on the last page
   */
  public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
      items = List.copyOf(items);
    }
  }

  /** A cursor that this did not hand out. */
  public static final class BadCursor extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    BadCursor(String cursor) {
      super("not a cursor of this list: " + cursor);
    }
  }

  /** What is known of an id. */
  public sealed interface Found {
    /**
     * @param body the contract's JSON without texts, packed
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Stored(String id, String version, byte[] body, Head head) implements Found {}

    /**
     * @param since when that was asked for, RFC 3339
     * @param copiesLeft keys of documents that hold it beside other articles
     */
    record TakenDown(String since, List<String> copiesLeft) implements Found {}

    /** It was never there, or no upload stands for it any more. */
    record Nothing() implements Found {}
  }

  public Found article(String id) {
    return found(id, false, null);
  }

  /**
   * The same together with what is kept of its versions: one question in place of three for who
   * asks for its text and its history too.
   */
  public Found whole(String id) {
    return found(id, true, null);
  }

  private @Nullable Head head(String id) {
    Item meta = table.get(Articles.ARTICLE.of(id), Articles.META).orElse(null);
    return meta == null ? null : new Head(meta);
  }

  private @Nullable Head headWithTexts(String id) {
    List<Item> items =
        table.query(
            Range.of(Articles.ARTICLE.of(id))
                .between(Articles.META, Articles.VERSION.end())
                .limit(1 + ArticleHistory.MOST_VERSIONS)
                .consistently());
    return items.isEmpty() || !items.getFirst().text(Schema.SK).equals(Articles.META)
        ? null
        : new Head(items.getFirst(), items.subList(1, items.size()));
  }

  /**
   * What is too large for the table may be stored anew while it is read: its old object is gone
   * then, and the table names another.
   *
   * @param whole whether with what is kept of its versions
   * @param gone key of findings that are not there, null where none were looked for
   * @throws IllegalStateException where the table still names them
   */
  private Found found(String id, boolean whole, @Nullable String gone) {
    Head head = whole ? headWithTexts(id) : head(id);
    Item meta = head == null ? null : head.item();
    String takenDown = meta == null ? null : meta.textOrNull(Attributes.TAKEN_DOWN);
    if (meta != null && takenDown != null) {
      return new Found.TakenDown(takenDown, meta.texts(Attributes.COPIES_LEFT));
    }
    if (head == null || meta == null || meta.flag(Attributes.REMOVED)) {
      return new Found.Nothing();
    }
    String at = meta.textOrNull(Attributes.BODY_AT);
    if (at != null && at.equals(gone)) {
      throw new IllegalStateException("the body of article " + id + " is missing at " + at);
    }
    Optional<byte[]> body = body(meta);
    return body.isEmpty()
        ? found(id, whole, at)
        : new Found.Stored(id, meta.text(Attributes.VERSION), body.get(), head);
  }

  /** The article's JSON with its texts, under gzip; empty once their retention is over. */
  public Optional<byte[]> text(Found.Stored of) {
    return versions.article(of.head(), of.id(), of.version(), clock.instant());
  }

  /**
   * What was found in articles, without their texts: the body of {@link Found.Stored}, by the ids
   * of those that there are.
   */
  public Map<String, byte[]> findings(Collection<String> ids) {
    Map<String, byte[]> bodies = new LinkedHashMap<>();
    table
        .read(
            ids.stream().map(id -> Articles.ARTICLE.of(id)).toList(),
            Articles.META,
            META_OF_FINDINGS)
        .forEach((partition, meta) -> {
          if (!meta.flag(Attributes.REMOVED)) {
            String id = Articles.ARTICLE.name(partition);
            body(meta).or(() -> bodyNow(id)).ifPresent(body -> bodies.put(id, body));
          }
        });
    return bodies;
  }

  /** The same of those articles alone whose findings are small enough to lie in the table. */
  public Map<String, byte[]> findingsInTable(Collection<String> ids) {
    Map<String, byte[]> bodies = new LinkedHashMap<>();
    table
        .read(
            ids.stream().map(id -> Articles.ARTICLE.of(id)).toList(),
            Articles.META,
            META_OF_FINDINGS)
        .forEach((partition, meta) -> {
          byte[] body = meta.flag(Attributes.REMOVED) ? null : meta.bytes(Attributes.BODY);
          if (body != null) {
            bodies.put(Articles.ARTICLE.name(partition), body);
          }
        });
    return bodies;
  }

  /** Empty where it is too large for the table and no longer where the item says. */
  private Optional<byte[]> body(Item meta) {
    byte[] body = meta.bytes(Attributes.BODY);
    return body == null ? bucket.bytes(meta.text(Attributes.BODY_AT)) : Optional.of(body);
  }

  private Optional<byte[]> bodyNow(String id) {
    return article(id) instanceof Found.Stored stored
        ? Optional.of(stored.body())
        : Optional.empty();
  }

  /** Key of the document that an article was read from, empty where none stands for it. */
  public Optional<String> document(String id) {
    Item meta = table.get(Articles.ARTICLE.of(id), Articles.META).orElse(null);
    if (meta == null || meta.flag(Attributes.REMOVED)) {
      return Optional.empty();
    }
    return meta.map(Attributes.REFS).values().stream()
        .max(Reference.NEWEST)
        .flatMap(newest -> table.get(Articles.KEY.of(Reference.key(newest)), Articles.UPLOAD))
        .map(upload -> upload.text(Attributes.KEY));
  }

  /**
   * Newest publication first.
   *
   * @param listing null for all
   * @param from first publication day, inclusive
   * @param to last publication day, inclusive
   * @throws BadCursor where {@code cursor} is none of this list's
   */
  public Page<ArticleRecord.Summary> latest(
      @Nullable ListingId listing,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      int limit,
      @Nullable String cursor) {
    return lists.page(
        ArticleQuery.published(listing == null ? null : Set.of(listing.toString()), from, to),
        limit,
        cursor);
  }

  /**
   * Ids of articles with a claim or mention of the listing that were published from that day on.
   */
  public List<String> articlesMentioning(ListingId listing, LocalDate from) {
    List<String> out = new ArrayList<>();
    String cursor = null;
    do {
      Page<ArticleRecord.Summary> page = latest(listing, from, null, 100, cursor);
      for (ArticleRecord.Summary article : page.items()) {
        out.add(article.id());
      }
      cursor = page.next();
    } while (cursor != null);
    return out;
  }

  /**
   * Newest event first.
   *
   * @throws BadCursor where {@code cursor} is none of this list's
   */
  public Page<UploadRecord> uploads(
      UploadRecord.Status status, int limit, @Nullable String cursor) {
    List<Item> items =
        table.query(
            Range.of(Articles.STATUS.of(status.name()))
                .between(null, cursor == null ? null : SortKeys.before(decoded(cursor)))
                .descending(true)
                .limit(limit + 1)
                .in(Articles.UPLOADS_BY_STATUS));
    List<UploadRecord> out = new ArrayList<>();
    for (Item item : items.subList(0, Math.min(limit, items.size()))) {
      List<String> reasons = item.texts(Attributes.REASONS);
      out.add(
          new UploadRecord(
              item.text(Attributes.KEY),
              item.text(Attributes.SEQUENCER),
              UploadRecord.Status.valueOf(item.text(Attributes.STATUS).toUpperCase(Locale.ROOT)),
              item.texts(Attributes.ARTICLES),
              reasons.isEmpty() ? null : String.join("; ", reasons),
              item.number(Attributes.SIZE),
              item.text(Attributes.TIME)));
    }
    return new Page<>(
        out,
        items.size() > limit
            ? encoded(items.get(limit - 1).text(Articles.UPLOADS_BY_STATUS.sk()))
            : null);
  }

  /** The cursor behind this record in a list of uploads. */
  public static String cursorAfter(UploadRecord upload) {
    return encoded(upload.eventTime() + "#" + UploadRecord.digest(upload.key()));
  }

  /** What became of the newest upload of this key. */
  public Optional<UploadRecord> upload(String key) {
    return table
        .get(Articles.KEY.of(UploadRecord.digest(key)), Articles.UPLOAD)
        .map(item ->
            new UploadRecord(
                item.text(Attributes.KEY),
                item.text(Attributes.SEQUENCER),
                UploadRecord.Status.valueOf(item.text(Attributes.STATUS)),
                item.texts(Attributes.ARTICLES),
                item.texts(Attributes.REASONS).isEmpty()
                    ? null
                    : String.join("; ", item.texts(Attributes.REASONS)),
                item.number(Attributes.SIZE),
                item.text(Attributes.TIME)));
  }

  /** Those of the keys that have a record, whatever it says. */
  public Set<String> recorded(Collection<String> keys) {
    Map<String, String> partitions = new LinkedHashMap<>();
    keys.forEach(key -> partitions.put(Articles.KEY.of(UploadRecord.digest(key)), key));
    return table.read(partitions.keySet(), Articles.UPLOAD, List.of()).keySet().stream()
        .map(partitions::get)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private static String encoded(String sortKey) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(sortKey.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (text.length() < 11 || !text.matches("\\d{4}-\\d{2}-\\d{2}[\\x20-\\x7e]{0,80}")) {
        throw new BadCursor(cursor);
      }
      return text;
    } catch (IllegalArgumentException e) {
      throw new BadCursor(cursor);
    }
  }
}
