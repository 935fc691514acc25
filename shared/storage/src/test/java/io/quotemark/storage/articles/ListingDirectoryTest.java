package io.quotemark.storage.articles;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.fixtures.EmbeddedDynamo;
import io.quotemark.runtime.messages.PackedArticle;
import io.quotemark.storage.AwsClients;
import io.quotemark.storage.Bucket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** On DynamoDB's own emulator, in this JVM. */
class ListingDirectoryTest {
  private static final String TABLE = "articles";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-03-20T00:00:00Z"), ZoneOffset.UTC);

  @RegisterExtension final EmbeddedDynamo local = EmbeddedDynamo.articles(TABLE);
  private final DynamoDbClient dynamo = local.client();

  @Test
  void articlesInAnyOrder_leaveTheFirstAndTheLastDay() {
    store("b", "2025-01-20", "XHKG:9988");
    store("c", "2025-03-02", "XHKG:9988", "XNYS:BABA");
    store("a", "2024-11-15", "XHKG:9988");
    store("d", "2025-02-10", "XHKG:0700");

    ListingDirectory directory = new ArticleStore(dynamo, TABLE).directory();

    assertThat(directory.of("XHKG"))
        .containsExactly(
            named("XHKG:0700", "2025-02-10", "2025-02-10"),
            named("XHKG:9988", "2024-11-15", "2025-03-02"));
    assertThat(directory.of("XNYS"))
        .containsExactly(named("XNYS:BABA", "2025-03-02", "2025-03-02"));
    assertThat(directory.of("XLON")).isEmpty();
  }

  @Test
  void sameArticleAgain_changesNothing() {
    store("a", "2025-01-20", "XHKG:9988");
    store("a", "2025-01-20", "XHKG:9988");

    assertThat(new ArticleStore(dynamo, TABLE).directory().of("XHKG"))
        .containsExactly(named("XHKG:9988", "2025-01-20", "2025-01-20"));
  }

  @Test
  void listingWhoseArticlesAreGone_isNotNamed() {
    store("a", "2025-01-20", "XHKG:9988");
    ledger("2025-01-20", List.of())
        .removed(
            new ArticleLedger.Event(
                "inbox/a", "", "%032d".formatted(2), 1, "2025-01-21T10:00:00Z"));

    assertThat(new ArticleStore(dynamo, TABLE).directory().of("XHKG")).isEmpty();
  }

  private static ListingDirectory.Named named(String listing, String first, String last) {
    return new ListingDirectory.Named(
        ListingId.parse(listing), LocalDate.parse(first), LocalDate.parse(last));
  }

  private void store(String id, String day, String... listings) {
    ledger(day, List.of(listings))
        .accepted(
            new ArticleLedger.Event("inbox/" + id, "", "%032d".formatted(1), 1, day + "T10:00:00Z"),
            id,
            "v1",
            PackedArticle.of("v1".getBytes(StandardCharsets.UTF_8)));
  }

  private ArticleLedger ledger(String day, List<String> listings) {
    return new ArticleStore(dynamo, TABLE)
        .ledger(
            new Bucket(new AwsClients("eu-central-1").s3(URI.create("http://localhost:1")), "b"),
            new Versions.Retention(Duration.ofDays(90), CLOCK),
            (article, body, time) ->
                Unjudged.article(article, time, day, listings, "a text of " + article));
  }
}
