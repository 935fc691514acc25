package io.quotemark.publish.export;

import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.runtime.json.CheckedArticleJson;
import io.quotemark.runtime.json.PackedFindings;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.log.Metric;
import io.quotemark.runtime.rows.ClaimFiles;
import io.quotemark.runtime.rows.ClaimRow;
import io.quotemark.sentences.Sentences;
import io.quotemark.storage.Bucket;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.ArticleRecord.Summary;
import io.quotemark.storage.articles.ChangedArticles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes the claims of the articles that last changed on a day, in parts, each as NDJSON and as
 * Parquet, and which articles went. Written again, a day has the same files, or those of what it
 * holds by then.
 */
public final class DailyExport {
  private static final int ARTICLES_AT_ONCE = 100;

  /** Some 30 MB of rows. */
  private static final int ROWS_OF_A_PART = 50_000;

  private final ChangedArticles changed;
  private final ArticleIndex articles;
  private final Bucket bucket;
  private final JsonLog log;
  private final Sentences sentences = Sentences.first();

  public DailyExport(ChangedArticles changed, ArticleIndex articles, Bucket bucket, JsonLog log) {
    this.changed = changed;
    this.articles = articles;
    this.bucket = bucket;
    this.log = log;
  }

  /**
   * @param timeLeft whether there is time for another part
   * @return what is left to be done, empty where the day is written
   */
  public Optional<ExportOrder> run(ExportOrder order, BooleanSupplier timeLeft) {
    LocalDate day = order.day();
    int part = order.part();
    @Nullable String after = order.after();
    List<ClaimRow> rows = new ArrayList<>();
    boolean more = true;
    while (more) {
      ArticleIndex.Page<Summary> page = changed.on(day, after, ARTICLES_AT_ONCE);
      read(page.items(), rows);
      more = page.next() != null;
      after = page.next();
      if (rows.size() >= ROWS_OF_A_PART || (!more && !rows.isEmpty())) {
        write(day, part, rows);
        part++;
        rows.clear();
        if (more && !timeLeft.getAsBoolean()) {
          return Optional.of(new ExportOrder(day, after, part));
        }
      }
    }
    for (String folder : List.of(ClaimFiles.NDJSON, ClaimFiles.PARQUET)) {
      deleteFrom(day, folder, part);
    }
    removed(day);
    return Optional.empty();
  }

  private void read(List<Summary> page, List<ClaimRow> rows) {
    Map<String, byte[]> findings = articles.findings(page.stream().map(Summary::id).toList());
    for (Summary article : page) {
      byte[] packed = findings.get(article.id());
      if (packed != null) { // it may have gone meanwhile
        CheckedArticle checked = CheckedArticleJson.read(PackedFindings.unpack(packed));
        ClaimRow.Of of =
            new ClaimRow.Of(
                article.id(),
                article.title(),
                article.source(),
                article.published(),
                checked.article().address(),
                article.updated());
        for (CheckedClaim claim : checked.claims()) {
          rows.add(ClaimRow.of(of, claim, sentences));
        }
      }
    }
  }

  private void write(LocalDate day, int part, List<ClaimRow> rows) {
    bucket.write(
        ClaimFiles.key(ClaimFiles.NDJSON, day, part), ClaimFiles.ndjson(rows), "application/gzip");
    bucket.write(
        ClaimFiles.key(ClaimFiles.PARQUET, day, part),
        ClaimFiles.parquet(rows),
        "application/vnd.apache.parquet");
    log.measured(
        "claims_exported",
        List.of(Metric.count("ClaimsExported", rows.size())),
        "day",
        day,
        "part",
        part);
  }

  /** What an earlier export of the day wrote and this one has no rows for. */
  private void deleteFrom(LocalDate day, String folder, int part) {
    String first = ClaimFiles.key(folder, day, part);
    @Nullable String after = null;
    do {
      Bucket.Listing listing = bucket.list(ClaimFiles.folder(folder, day), after);
      listing.objects().stream()
          .map(Bucket.Listing.Entry::key)
          .filter(key -> key.compareTo(first) >= 0)
          .forEach(bucket::delete);
      after = listing.next();
    } while (after != null);
  }

  private void removed(LocalDate day) {
    byte[] lines =
        ClaimFiles.removed(
            changed.gone(day).stream()
                .map(gone -> new ClaimFiles.Gone(gone.id(), gone.time(), gone.takenDown()))
                .toList());
    bucket.write(ClaimFiles.key(ClaimFiles.REMOVED, day, 1), lines, "application/gzip");
  }
}
