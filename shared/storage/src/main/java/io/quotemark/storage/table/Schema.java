package io.quotemark.storage.table;

/**
 * Where the items of both tables lie: keys, partitions, sort keys and the index. Names of
 * attributes are in {@link Attributes}; docs/storage.md shows an item of each kind.
 */
public final class Schema {
  public static final String PK = "pk";
  public static final String SK = "sk";

  private Schema() {}

  /**
   * An index of a table.
   *
   * @param pk attribute that holds its partition; items without it are not in the index
   * @param sk attribute that holds its sort key
   */
  public record Index(String name, String pk, String sk) {}

  /** Partitions, or sort keys, that begin alike and go on with a name. */
  public record Family(String prefix) {
    public String of(String name) {
      return prefix + name;
    }

    public boolean has(String key) {
      return key.startsWith(prefix);
    }

    /** The name of one of them. */
    public String name(String key) {
      return key.substring(prefix.length());
    }

    /** The end of all of them, as the upper bound of a query. */
    public String end() {
      return SortKeys.end(prefix);
    }
  }

  /** The articles table. */
  public static final class Articles {
    /**
     * Uploads by status, newest first. The name dates from an earlier use and stays: a stack cannot
     * rename an index, only delete it and make another, in two updates with no list between them.
     */
    public static final Index UPLOADS_BY_STATUS = new Index("byVerdict", "gsi1pk", "gsi1sk");

    /** Partition in that index, by the status. */
    public static final Family STATUS = new Family("UPLOAD#");

    /** One article, by its id: {@link #META}, and a {@link #VERSION} for each text that is kept. */
    public static final Family ARTICLE = new Family("ART#");

    public static final String META = "META";

    /** Sort key of a text, by the article's version. */
    public static final Family VERSION = new Family("V#");

    /** One upload, by the digest of its key; the sort key is {@link #UPLOAD}. */
    public static final Family KEY = new Family("UP#");

    public static final String UPLOAD = "UPLOAD";

    /** List of all articles, by publication. */
    public static final String ALL = "ALL";

    /** List of all articles, by their latest change. */
    public static final String UPDATED = "UPD";

    /** Lists of the articles that name a listing, by publication. */
    public static final Family LISTING = new Family("LISTING#");

    /** Lists of the articles of a source, by publication. */
    public static final Family SOURCE = new Family("SOURCE#");

    /** Lists of the articles whose claims have a flag or a rare verdict, by publication. */
    public static final Family FACET = new Family("FACET#");

    /** Lists of the articles with the same wrong figure, by publication. */
    public static final Family ERROR = new Family("ERR#");

    /**
     * Lists of the articles without a listing whose texts have the first name of their sketches in
     * common.
     */
    public static final Family ALIKE = new Family("SIM#");

    /** Lists of the articles in order of a number of theirs. */
    public static final Family RANKED = new Family("TOP#");

    /** List of the articles with claims that wait for prices. */
    public static final String WAITING = "WAITING";

    /** List of the articles that are gone, by when they went. */
    public static final String GONE = "REMOVED";

    /** Names of the sources that there are articles of. */
    public static final String SOURCES = "SOURCES";

    /** Listings that articles name, by exchange. */
    public static final Family EXCHANGE = new Family("MIC#");

    private Articles() {}
  }

  /** The prices table. */
  public static final class Prices {
    /**
     * Prices of a listing: a {@link #YEAR} for each year and source, a {@link #MINUTES} likewise.
     */
    public static final Family LISTING = new Family("PX#");

    /** Sort key of a year's bars: the year in four digits, then the source. */
    public static final Family YEAR = new Family("Y#");

    /** Sort key of a session's minutes: the day, then the source. */
    public static final Family MINUTES = new Family("M#");

    /** How far listings were fetched from a provider. */
    public static final Family REACH = new Family("REACH#");

    /** Prices that articles lacked, by exchange. */
    public static final Family ASKED = new Family("ASK#");

    /** Minutes that articles lacked, by exchange. */
    public static final Family ASKED_MINUTES = new Family("ASKM#");

    /** Requests that each provider's plan leaves. */
    public static final String BUDGET = "BUDGET";

    /** The latest run of each kind that came to its end. */
    public static final String RUNS = "RUNS";

    /** How far the sweep of the inbox has come; the sort key is {@link #BOOKMARK}. */
    public static final String SWEEP = "SWEEP";

    /** How far the re-check that a release asks for has come; likewise. */
    public static final String RELEASE = "RELEASE";

    public static final String BOOKMARK = "BOOKMARK";

    /** What became of price files, by when they came. */
    public static final String FILES = "FILES";

    /** How claims stood before a price file was taken in. */
    public static final String BEFORE = "BEFORE";

    /** Listings whose prices are kept current in any case. */
    public static final String WATCHED = "WATCH";

    private Prices() {}
  }
}
