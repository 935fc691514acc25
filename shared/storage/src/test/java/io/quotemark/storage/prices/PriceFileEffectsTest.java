package io.quotemark.storage.prices;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.fixtures.EmbeddedDynamo;
import io.quotemark.fixtures.Tables;
import io.quotemark.storage.articles.ArticleStore;
import io.quotemark.storage.articles.Decisions.Counts;
import io.quotemark.storage.prices.PriceFileEffects.Effect;
import io.quotemark.storage.prices.PriceFileReports.Report;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class PriceFileEffectsTest {
  private static final Instant FIRST = Instant.parse("2025-03-01T10:00:00Z");
  private static final Instant SECOND = Instant.parse("2025-03-01T10:00:05Z");

  @RegisterExtension final EmbeddedDynamo local = EmbeddedDynamo.prices("prices");
  private final DynamoDbClient dynamo = local.client();
  private final PriceFileEffects effects =
      new PriceStore(dynamo, "prices").effects(new ArticleStore(dynamo, "articles"));

  @BeforeEach
  void create() {
    Tables.articles(dynamo, "articles");
  }

  private void article(String id, Map<String, Integer> verdicts) {
    Map<String, AttributeValue> counts = new HashMap<>();
    verdicts.forEach((verdict, n) -> counts.put(verdict, AttributeValue.fromN(n.toString())));
    dynamo.putItem(r ->
        r.tableName("articles")
            .item(
                Map.of(
                    "pk", AttributeValue.fromS("ART#" + id),
                    "sk", AttributeValue.fromS("META"),
                    "verdicts", AttributeValue.fromM(counts))));
  }

  private static Report report(String name, Instant at) {
    return new Report("prices/" + name, at, List.of("XHKG:9988"), 2, List.of());
  }

  @Test
  void claimsDecidedSince_areToldByWhatTheyCameTo() {
    article("a", Map.of("unverifiable", 4, "verified", 1));
    article("b", Map.of("pending", 1));
    article("c", Map.of("verified", 1));
    effects.begin("prices/x.csv", FIRST, List.of("a", "b", "c"));

    Effect before = effects.of(List.of(report("x.csv", FIRST)));
    assertThat(before.since()).isEqualTo(new Counts(0, 0, 0, 5));
    assertThat(before.articles()).as("with claims that waited").isEqualTo(2);

    article(
        "a",
        Map.of(
            "verified",
            2,
            "verified_loose",
            1,
            "contradicted",
            1,
            "doubtful",
            1,
            "unverifiable",
            0));
    assertThat(effects.of(List.of(report("x.csv", FIRST))).since())
        .isEqualTo(new Counts(4, 1, 1, 1));
  }

  @Test
  void sameEventAgain_keepsHowThingsStoodAtFirst() {
    article("a", Map.of("unverifiable", 2));
    effects.begin("prices/x.csv", FIRST, List.of("a"));
    article("a", Map.of("verified", 1, "unverifiable", 1));
    effects.begin("prices/x.csv", FIRST, List.of("a"));
    article("a", Map.of("verified", 2));
    assertThat(effects.of(List.of(report("x.csv", FIRST))).since())
        .isEqualTo(new Counts(2, 0, 0, 0));
  }

  @Test
  void articleOfSeveralFiles_isCountedOnce() {
    article("a", Map.of("unverifiable", 2));
    effects.begin("prices/x.csv", FIRST, List.of("a"));
    article("a", Map.of("verified", 1, "unverifiable", 1));
    effects.begin("prices/y.csv", SECOND, List.of("a"));
    article("a", Map.of("verified", 2));
    assertThat(
            effects.of(List.of(report("y.csv", SECOND), report("x.csv", FIRST))).since().decided())
        .isEqualTo(2);
    assertThat(effects.of(List.of(report("y.csv", SECOND))).since().decided()).isEqualTo(1);
  }

  @Test
  void fileThatNobodyWaitedFor_hasNoEffect() {
    article("a", Map.of("verified", 1));
    effects.begin("prices/x.csv", FIRST, List.of("a", "gone"));
    Effect effect = effects.of(List.of(report("x.csv", FIRST)));
    assertThat(effect.articles()).isZero();
    assertThat(effect.since()).isEqualTo(Counts.NONE);
  }

  @Test
  void moreArticlesThanAreCounted_areSaid() {
    List<String> ids = new java.util.ArrayList<>();
    for (int i = 0; i < 510; i++) {
      ids.add("a" + i);
    }
    article("a0", Map.of("unverifiable", 1));
    effects.begin("prices/x.csv", FIRST, ids);
    assertThat(effects.of(List.of(report("x.csv", FIRST))).complete()).isFalse();
  }
}
