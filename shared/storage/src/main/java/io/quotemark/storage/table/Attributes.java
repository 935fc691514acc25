package io.quotemark.storage.table;

/** Names of the attributes of items beside their keys; docs/storage.md shows their values. */
public final class Attributes {
  // any item that is written under a condition on what was read
  public static final String REVISION = "rev";

  // an article: its META item and its entries of lists
  public static final String ID = "id";
  public static final String TITLE = "title";
  public static final String SOURCE = "source";
  public static final String LANGUAGE = "language";
  public static final String PUBLISHED = "published";
  public static final String ORDER = "order";
  public static final String LISTINGS = "listings";
  public static final String VERDICTS = "verdicts";
  public static final String KINDS = "kinds";
  public static final String FLAGS = "flags";
  public static final String SAMPLE = "sample";
  public static final String UPDATED = "updated";
  public static final String SKETCH = "sketch";

  // META alone
  public static final String REFS = "refs";
  public static final String VERSION = "version";
  public static final String DAY = "day";
  public static final String ALIKE = "alike";
  public static final String BODY = "body";
  public static final String BODY_AT = "body_at";
  public static final String LISTED = "listed";
  public static final String UNLISTED = "unlisted";
  public static final String REMOVED = "removed";
  public static final String TAKEN_DOWN = "taken_down";
  public static final String COPIES_LEFT = "copies_left";

  // a text
  public static final String ARTICLE = "article";
  public static final String ARTICLE_AT = "article_at";
  public static final String EXPIRES = "expires";

  // an upload
  public static final String KEY = "key";
  public static final String SEQUENCER = "seq";
  public static final String STATUS = "status";
  public static final String ARTICLES = "articles";
  public static final String PENDING = "pending";
  public static final String STALE = "stale";
  public static final String REASONS = "reasons";
  public static final String SIZE = "size";
  public static final String TIME = "time";

  // an entry of WAITING; of the listings that articles name
  public static final String NEEDS = "needs";
  public static final String CLAIMS = "claims";
  public static final String LAST = "last";

  // prices of a year, minutes of a session
  public static final String PACKED = "packed";
  public static final String DIGEST = "digest";
  public static final String UNSETTLED_FROM = "unsettled_from";
  public static final String UNSETTLED_TO = "unsettled_to";

  // reach, and prices that articles lacked
  public static final String FROM = "from";
  public static final String TO = "to";
  public static final String ASKED_AT = "asked_at";
  public static final String UNTIL = "until";
  public static final String STATE = "state";
  public static final String BY = "by";
  public static final String AT = "at";

  // a run, a bookmark, a budget
  public static final String RUN = "run";
  public static final String FETCHED = "fetched";
  public static final String COVERED = "covered";
  public static final String REFUSED = "refused";
  public static final String LEFT = "left";
  public static final String WHY = "why";
  public static final String AFTER = "after";
  public static final String SEEN = "seen";
  public static final String REQUEUED = "requeued";
  public static final String RELEASE = "release";
  public static final String QUEUED = "queued";
  public static final String DONE = "done";
  public static final String OF_DAY = "of_day";
  public static final String MINUTE = "minute";
  public static final String OF_MINUTE = "of_minute";

  // a price file, and what it decided; a watched listing
  public static final String DELIVERED = "delivered";
  public static final String BARS = "bars";
  public static final String PROBLEMS = "problems";
  public static final String BEFORE = "before";
  public static final String COMPLETE = "complete";
  public static final String WATCHED = "watched";

  private Attributes() {}
}
