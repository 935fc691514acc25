package io.quotemark.storage.prices;

import io.quotemark.storage.articles.ArticleStore;
import io.quotemark.storage.table.Table;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The prices table: prices, and what fetching them needs to remember. */
public final class PriceStore {
  private final Table table;

  public PriceStore(DynamoDbClient client, String tableName) {
    this.table = new Table(client, tableName);
  }

  /** Bars of days by listing, and minutes to read. */
  public PriceTable prices() {
    return new PriceTable(table, null);
  }

  /** The same for who reads for several articles at once, most of which need the same rates. */
  public PriceTable pricesOfMany() {
    return new PriceTable(table, new JointReads<>());
  }

  /** Bars of minutes by session. */
  public MinuteTable minutes() {
    return new MinuteTable(table);
  }

  /** How far each listing was fetched. */
  public Coverage coverage() {
    return new Coverage(table);
  }

  /** Listings kept current in any case. */
  public Watchlist watchlist() {
    return new Watchlist(table);
  }

  /** The latest runs. */
  public RunBook runs() {
    return new RunBook(table);
  }

  /** How far work of several runs has come. */
  public Bookmarks bookmarks() {
    return new Bookmarks(table);
  }

  /**
   * Requests that a provider's plan leaves.
   *
   * @param perDay requests allowed from midnight to midnight, UTC
   * @param perMinute requests allowed within a minute of the clock
   */
  public RequestBudget budget(String provider, int perDay, int perMinute) {
    return new RequestBudget(table, provider, perDay, perMinute);
  }

  /** Stretches of sessions that articles lacked. */
  public PriceRequests requests() {
    return new PriceRequests(table);
  }

  /** Minutes that articles lacked. */
  public MinuteRequests minuteRequests() {
    return new MinuteRequests(table);
  }

  /** What became of price files. */
  public PriceFileReports files() {
    return new PriceFileReports(table);
  }

  /** What price files decided in the articles. */
  public PriceFileEffects effects(ArticleStore articles) {
    return new PriceFileEffects(table, articles.decisions());
  }
}
