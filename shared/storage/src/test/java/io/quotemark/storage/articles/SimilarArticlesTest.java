package io.quotemark.storage.articles;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.TextSketch;
import io.quotemark.fixtures.EmbeddedDynamo;
import io.quotemark.runtime.messages.PackedArticle;
import io.quotemark.storage.AwsClients;
import io.quotemark.storage.Bucket;
import io.quotemark.storage.table.Attributes;
import io.quotemark.storage.table.Item;
import io.quotemark.storage.table.Schema.Articles;
import io.quotemark.storage.table.Table;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** On DynamoDB's own emulator, in this JVM. */
class SimilarArticlesTest {
  private static final String TABLE = "articles";
  private static final String LISTING = "XHKG:9988";
  private static final String STORY =
      "The lantern maker said on Tuesday that it expects to sell a third more lamps this year than"
          + " last, as harbours along the coast replace oil with electric light.";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-03-20T00:00:00Z"), ZoneOffset.UTC);

  @RegisterExtension final EmbeddedDynamo local = EmbeddedDynamo.articles(TABLE);
  private final DynamoDbClient dynamo = local.client();

  @Test
  void copiesThatNameAListing_areFoundInItsList_untilOneIsRemoved() {
    store("a", 1, STORY, LISTING);
    store("b", 2, STORY, LISTING, "XNYS:BABA");
    store("c", 3, "Something else", LISTING);

    assertThat(similar("a")).containsExactly("b");
    assertThat(similar("b")).containsExactly("a");
    assertThat(similar("c")).isEmpty();
    assertThat(partitions()).noneMatch(Articles.ALIKE::has);

    remove("b");
    assertThat(similar("a")).isEmpty();
  }

  @Test
  void copiesWithoutAListing_areFoundByTheNamesOfTheirSketches_untilOneIsRemoved() {
    store("a", 1, STORY);
    store("b", 2, STORY + " More at noon.");
    store("c", 3, "Something else");

    assertThat(similar("a")).containsExactly("b");
    assertThat(similar("b")).containsExactly("a");
    assertThat(partitions()).filteredOn(Articles.ALIKE::has).hasSize(3);

    remove("b");
    assertThat(similar("a")).isEmpty();
  }

  @Test
  void articlesWithoutText_areLikeNone() {
    store("a", 1, "", LISTING);
    store("b", 2, "", LISTING);
    store("c", 3, "");

    assertThat(similar("a")).isEmpty();
    assertThat(similar("c")).isEmpty();
    assertThat(articles().to("nowhere", 10)).isEmpty();
  }

  @Test
  void articlesStoredUnderSeveralNames_areStillFound() {
    old("a", 1);
    old("b", 2);

    assertThat(similar("a")).containsExactly("b");
    assertThat(similar("b")).containsExactly("a");
  }

  /** As articles were kept before: under bands, with the sketch in META too. */
  private void old(String id, int day) {
    String place = time(day) + "#" + id;
    byte[] sketch = TextSketch.of(STORY).bytes();
    Table table = new Table(dynamo, TABLE);
    Item meta =
        new Item(Articles.ARTICLE.of(id), Articles.META)
            .text(Attributes.ID, id)
            .text(Attributes.TITLE, "title")
            .text(Attributes.ORDER, time(day))
            .texts(Attributes.LISTINGS, List.of(LISTING))
            .bytes(Attributes.SKETCH, sketch);
    table.put(
        ListKey.write(
            meta,
            Attributes.LISTED,
            List.of(new ListKey("SIM#first" + id, place), new ListKey("SIM#second", place))));
    for (String name : List.of("SIM#first" + id, "SIM#second")) {
      table.put(new Item(name, place).text(Attributes.ID, id).bytes(Attributes.SKETCH, sketch));
    }
  }

  private List<String> similar(String id) {
    return articles().to(id, 10).orElseThrow().similar().stream()
        .map(one -> one.article().id())
        .toList();
  }

  private SimilarArticles articles() {
    return new ArticleStore(dynamo, TABLE).similar();
  }

  private List<String> partitions() {
    return dynamo.scan(r -> r.tableName(TABLE)).items().stream()
        .map(item -> Objects.requireNonNull(item.get("pk")).s())
        .toList();
  }

  private void store(String id, int day, String text, String... listings) {
    ledger(text, List.of(listings))
        .accepted(
            new ArticleLedger.Event("inbox/" + id, "", "%032d".formatted(1), 1, time(day)),
            id,
            "v1",
            PackedArticle.of("v1".getBytes(StandardCharsets.UTF_8)));
  }

  private void remove(String id) {
    ledger("", List.of())
        .removed(new ArticleLedger.Event("inbox/" + id, "", "%032d".formatted(2), 1, time(9)));
  }

  private static String time(int day) {
    return "2025-03-0%dT10:00:00Z".formatted(day);
  }

  private ArticleLedger ledger(String text, List<String> listings) {
    return new ArticleStore(dynamo, TABLE)
        .ledger(
            new Bucket(new AwsClients("eu-central-1").s3(URI.create("http://localhost:1")), "b"),
            new Versions.Retention(Duration.ofDays(90), CLOCK),
            (id, article, time) ->
                Unjudged.article(id, time, time.substring(0, 10), listings, text));
  }
}
