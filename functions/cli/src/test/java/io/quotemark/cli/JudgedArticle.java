package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quotemark.domain.article.TextSketch;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Odds;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.local.cloud.Clients;
import io.quotemark.runtime.json.CheckedArticleJson;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.PackedFindings;
import io.quotemark.runtime.messages.PackedArticle;
import io.quotemark.storage.Bucket;
import io.quotemark.storage.articles.ArticleLedger;
import io.quotemark.storage.articles.ArticleQuery;
import io.quotemark.storage.articles.ArticleRecord;
import io.quotemark.storage.articles.ArticleRecord.Summary;
import io.quotemark.storage.articles.ArticleStore;
import io.quotemark.storage.articles.Versions;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * An article as the pipeline stored it, stored once more with another verdict on its decided
 * claims: what readers are shown of a verdict does not wait for an article that earns it.
 */
final class JudgedArticle {
  static final Odds ODDS =
      new Odds(
          new BigDecimal("0.200"),
          List.of("the company is carried over from the sentence before", "no session is stated"),
          List.of("two neighbouring digits changed places: 4.12 for 4.21"));

  private static final String TABLE = "ArticlesTable";

  private JudgedArticle() {}

  /**
   * @param of id of the article that is copied
   * @param id of the copy
   * @param flag that its claims carry
   */
  static void store(
      Pipeline pipeline, String of, String id, Verdict.Outcome outcome, Verdict.Flag flag)
      throws IOException, InterruptedException {
    CheckedArticle read =
        CheckedArticleJson.read(
            Json.read(pipeline.get("/v1/articles/" + of).body().getBytes(UTF_8)));
    CheckedArticle checked =
        read.with(
            read.article(),
            read.claims().stream()
                .map(claim -> new CheckedClaim(claim.claim(), as(outcome, flag, claim.verdict())))
                .toList());
    try (DynamoDbClient dynamo = Clients.dynamoDb(pipeline.cloud().dynamoDb());
        S3Client s3 = Clients.s3(pipeline.cloud().s3())) {
      Summary summary =
          new ArticleStore(dynamo, TABLE)
              .lists().page(ArticleQuery.ALL, 100, null).items().stream()
                  .filter(article -> article.id().equals(of))
                  .findFirst()
                  .orElseThrow();
      ArticleRecord record = record(id, summary, checked);
      new ArticleStore(dynamo, TABLE)
          .ledger(
              new Bucket(s3, pipeline.cloud().bucket()),
              new Versions.Retention(Duration.ofDays(90), Clock.systemUTC()),
              (article, bytes, time) -> record)
          .accepted(
              new ArticleLedger.Event(
                  "inbox/" + id, "", "%032d".formatted(1), 1, Instant.now().toString()),
              id,
              record.version(),
              PackedArticle.of(checked.article()));
    }
  }

  private static Verdict as(Verdict.Outcome outcome, Verdict.Flag flag, Verdict verdict) {
    boolean decided =
        Set.of(
                Verdict.Outcome.VERIFIED,
                Verdict.Outcome.VERIFIED_LOOSE,
                Verdict.Outcome.CONTRADICTED,
                Verdict.Outcome.DOUBTFUL)
            .contains(verdict.outcome());
    return decided
        ? new Verdict(
            outcome,
            null,
            null,
            verdict.reasons(),
            Set.of(flag),
            verdict.basis(),
            verdict.alternatives(),
            verdict.evidence(),
            verdict.repair(),
            ODDS,
            List.of())
        : verdict;
  }

  private static ArticleRecord record(String id, Summary of, CheckedArticle checked) {
    Map<String, Integer> verdicts = new TreeMap<>();
    Map<String, Integer> kinds = new TreeMap<>();
    for (CheckedClaim claim : checked.claims()) {
      String outcome = claim.verdict().outcome().name().toLowerCase(Locale.ROOT);
      verdicts.merge(outcome, 1, Integer::sum);
      kinds.merge(claim.claim().kind() + "/" + outcome, 1, Integer::sum);
    }
    return new ArticleRecord(
        id,
        "0000000000000001",
        of.title(),
        of.source(),
        of.language(),
        of.order().substring(0, 10),
        of.published(),
        of.order(),
        of.listings(),
        verdicts,
        kinds,
        checked.claims().stream()
            .flatMap(claim -> claim.verdict().flags().stream())
            .filter(one -> one != Verdict.Flag.SAMPLE_DATA)
            .map(Verdict.Flag::name)
            .distinct()
            .toList(),
        null,
        ODDS.confidence().movePointRight(6).intValueExact(),
        checked.claims().stream().flatMap(claim -> claim.errorKey().stream()).distinct().toList(),
        checked.evidenceNeeded(),
        of.sample(),
        TextSketch.of("text of " + id),
        PackedFindings.pack(
            CheckedArticleJson.write(checked.with(checked.article().withoutTexts()))));
  }
}
