package io.quotemark.storage.articles;

import io.quotemark.storage.Bucket;
import io.quotemark.storage.table.Table;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The articles table: what is asked of it, and by the one function that writes it, done to it. */
public final class ArticleStore {
  private final Table table;

  public ArticleStore(DynamoDbClient client, String tableName) {
    this.table = new Table(client, tableName);
  }

  /** Writes uploads and articles; for one function alone. */
  public ArticleLedger ledger(
      Bucket bucket, Versions.Retention retention, ArticleLedger.Check check) {
    return new ArticleLedger(table, bucket, retention, check);
  }

  /**
   * Articles and uploads by their ids and keys.
   *
   * @param bucket holds what is too large for an item
   * @param clock by which a text's retention is over
   */
  public ArticleIndex index(Bucket bucket, Clock clock) {
    return new ArticleIndex(table, bucket, clock);
  }

  /** Articles by filters, in several orders. */
  public ArticleLists lists() {
    return new ArticleLists(table);
  }

  /** The versions of an article. */
  public ArticleHistory history() {
    return new ArticleHistory(table);
  }

  /** Articles that are gone. */
  public Removals removals() {
    return new Removals(table);
  }

  /** Articles by the day of their latest change. */
  public ChangedArticles changed() {
    return new ChangedArticles(table);
  }

  /** Copies and rewrites of an article. */
  public SimilarArticles similar() {
    return new SimilarArticles(table);
  }

  /** What each source has said. */
  public Sources sources() {
    return new Sources(table);
  }

  /** Claims that wait for prices. */
  public WaitingClaims waiting() {
    return new WaitingClaims(table);
  }

  /** Listings that articles name. */
  public ListingDirectory directory() {
    return new ListingDirectory(table);
  }

  /** How the claims of articles stand. */
  public Decisions decisions() {
    return new Decisions(table);
  }
}
