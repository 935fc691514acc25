package io.quotemark.storage.articles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quotemark.domain.article.TextSketch;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.verdict.EvidenceNeed.Field;
import io.quotemark.domain.verdict.EvidenceNeeded;
import io.quotemark.domain.verdict.EvidenceNeeded.Stretch;
import io.quotemark.fixtures.EmbeddedDynamo;
import io.quotemark.storage.articles.WaitingClaims.Waiting;
import io.quotemark.storage.table.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class WaitingClaimsTest {
  private static final String UPDATED = "2025-03-01T10:00:00.000Z";

  @RegisterExtension final EmbeddedDynamo local = EmbeddedDynamo.articles("articles");
  private final DynamoDbClient dynamo = local.client();
  private final WaitingClaims waiting = new ArticleStore(dynamo, "articles").waiting();
  private final ListEntries entries = new ListEntries(new Table(dynamo, "articles"));

  private static EvidenceNeeded need(String listing, @Nullable String from, String to, int claims) {
    String[] ids = new String[claims];
    Arrays.setAll(ids, i -> "c" + (i + 1));
    return new EvidenceNeeded(
        ListingId.parse(listing),
        List.of(new Stretch(from == null ? null : LocalDate.parse(from), LocalDate.parse(to))),
        Set.of(claims > 1 ? Field.HIGH : Field.CLOSE),
        List.of(ids));
  }

  private static ArticleRecord article(String id, EvidenceNeeded... needs) {
    return new ArticleRecord(
        id,
        "v1",
        "title",
        null,
        "en",
        "2025-02-24",
        null,
        "2025-02-24T10:00:00Z",
        List.of("XHKG:9988"),
        Map.of("unverifiable", 1),
        Map.of(),
        List.of(),
        null,
        null,
        List.of(),
        List.of(needs),
        false,
        TextSketch.of("a text of " + id),
        new byte[] {1});
  }

  private void stored(ArticleRecord record) {
    entries.of(record, UPDATED, Set.of());
  }

  @Test
  void claims_areCountedByListing_mostFirst_andStretchesAreJoined() {
    stored(
        article(
            "a",
            need("XHKG:9988", "2025-02-21", "2025-02-24", 2),
            need("INDEX:HSI", "2025-02-24", "2025-02-24", 1)));
    stored(article("b", need("XHKG:9988", "2025-02-26", "2025-02-26", 1)));
    stored(article("c", need("XHKG:9988", "2021-11-01", "2021-11-30", 1)));
    stored(article("d"));

    WaitingClaims.Summary summary = waiting.read(10);

    assertThat(summary.claims()).as("one waits for both").isEqualTo(4);
    assertThat(summary.articles()).isEqualTo(3);
    assertThat(summary.complete()).isTrue();
    assertThat(summary.listings())
        .extracting(one -> one.needed().listing() + " " + one.claims() + " " + one.articles())
        .containsExactly("XHKG:9988 4 3", "INDEX:HSI 1 1");
    EvidenceNeeded first = summary.listings().getFirst().needed();
    assertThat(first.fields()).containsExactlyInAnyOrder(Field.HIGH, Field.CLOSE);
    assertThat(first.sessions())
        .containsExactly(
            new Stretch(LocalDate.parse("2021-11-01"), LocalDate.parse("2021-11-30")),
            new Stretch(LocalDate.parse("2025-02-21"), LocalDate.parse("2025-02-26")));
  }

  @Test
  void needOfAllHistory_takesInWhatLiesWithin() {
    stored(article("a", need("XHKG:9988", null, "2025-02-24", 1)));
    stored(article("b", need("XHKG:9988", "2021-11-01", "2021-11-30", 1)));
    assertThat(waiting.read(10).listings().getFirst().needed().sessions())
        .containsExactly(new Stretch(null, LocalDate.parse("2025-02-24")));
  }

  @Test
  void writtenTwice_countsOnce_andDecided_isGone() {
    ArticleRecord record = article("a", need("XHKG:9988", "2025-02-24", "2025-02-24", 2));
    stored(record);
    stored(record);
    assertThat(waiting.read(10).claims()).isEqualTo(2);

    ArticleRecord decided = article("a");
    Set<ListKey> gone = record.listKeys(UPDATED);
    gone.removeAll(decided.listKeys(UPDATED));
    entries.of(decided, UPDATED, gone);
    assertThat(waiting.read(10).listings()).isEmpty();
  }

  @Test
  void moreArticlesThanAreLookedAt_areSaid() {
    for (int i = 0; i < 5; i++) {
      stored(article("a" + i, need("XHKG:9988", "2025-02-24", "2025-02-24", 1)));
    }
    WaitingClaims.Summary summary = waiting.read(4);
    assertThat(summary.complete()).isFalse();
    assertThat(summary.claims()).isEqualTo(4);
    assertThat(waiting.read(5).complete()).isTrue();
  }

  @Test
  void pages_showEveryListingOnce_whateverArrivesMeanwhile() {
    for (int i = 1; i <= 7; i++) {
      stored(article("a" + i, need("XHKG:000" + i, "2025-02-24", "2025-02-24", 1 + i % 3)));
    }
    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      ArticleIndex.Page<Waiting> page = waiting.read(100).page(2, cursor);
      page.items().forEach(one -> seen.add(one.needed().listing().toString()));
      cursor = page.next();
      stored(article("new" + seen.size(), need("XHKG:0002", "2025-02-25", "2025-02-25", 3)));
    } while (cursor != null);
    assertThat(seen).doesNotHaveDuplicates().hasSize(7);
    assertThatThrownBy(() -> waiting.read(100).page(2, "bm9uZQ"))
        .isInstanceOf(ArticleIndex.BadCursor.class);
  }

  @Test
  void stretchesWithoutEnd_areBounded() {
    for (int i = 0; i < 40; i++) {
      List<Stretch> days = new ArrayList<>();
      for (int day = 0; day < 30; day++) {
        LocalDate on = LocalDate.of(2000, 1, 1).plusDays(i * 900L + day * 20L);
        days.add(new Stretch(on, on));
      }
      EvidenceNeeded need =
          new EvidenceNeeded(
              ListingId.parse("XHKG:9988"), days, Set.of(Field.CLOSE), List.of("c1"));
      assertThat(need.sessions()).hasSizeLessThanOrEqualTo(12);
      stored(article("a" + i, need));
    }
    EvidenceNeeded all = waiting.read(100).listings().getFirst().needed();
    assertThat(all.sessions()).hasSizeLessThanOrEqualTo(12);
    assertThat(all.first()).isEqualTo(LocalDate.of(2000, 1, 1));
  }
}
