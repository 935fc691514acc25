package io.quotemark.storage.articles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quotemark.domain.article.TextSketch;
import io.quotemark.fixtures.EmbeddedDynamo;
import io.quotemark.runtime.messages.PackedArticle;
import io.quotemark.storage.AwsClients;
import io.quotemark.storage.Bucket;
import io.quotemark.storage.articles.ArticleQuery.Sort;
import io.quotemark.storage.table.Item;
import io.quotemark.storage.table.Table;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** On DynamoDB's own emulator, in this JVM. */
class ArticleListsTest {
  private static final String TABLE = "articles";

  /** No body here is too large for an item. */
  private static final Bucket NONE =
      new Bucket(new AwsClients("eu-central-1").s3(URI.create("http://localhost:1")), "b");

  private static final Instant FIRST = Instant.parse("2025-03-20T00:00:00Z");

  @RegisterExtension final EmbeddedDynamo local = EmbeddedDynamo.articles(TABLE);
  private final DynamoDbClient dynamo = local.client();
  private final ArticleLists lists = new ArticleStore(dynamo, TABLE).lists();
  private final List<ArticleRecord> stored = new ArrayList<>();

  @Test
  void everyQuery_inPagesOfAnySize_givesWhatAWholeReadWould() {
    Random random = new Random(11);
    for (int i = 0; i < 120; i++) {
      store(article("%04d".formatted(i), random));
    }
    for (int round = 0; round < 60; round++) {
      ArticleQuery query = query(random);
      List<String> expected =
          stored.stream()
              .filter(r -> query.matches(summary(r)))
              .filter(r -> query.sort() != Sort.REACTION || r.reaction() != null)
              .filter(r -> query.sort() != Sort.CONFIDENCE || r.surest() != null)
              .filter(r ->
                  query.sort() != Sort.CONTRADICTED || r.verdicts().containsKey("contradicted"))
              .sorted(query.descending() ? order(query).reversed() : order(query))
              .map(ArticleRecord::id)
              .toList();
      assertThat(all(query, 1 + random.nextInt(9))).as(query.toString()).isEqualTo(expected);
    }
  }

  @Test
  void articlesThatArriveBetweenPages_moveNothing() {
    Random random = new Random(5);
    for (int i = 0; i < 30; i++) {
      store(article("%04d".formatted(i), random));
    }
    List<String> before = all(ArticleQuery.ALL, 100);
    var first = lists.page(ArticleQuery.ALL, 10, null);
    for (int i = 30; i < 60; i++) {
      store(article("%04d".formatted(i), random));
    }
    List<String> seen = new ArrayList<>(ids(first));
    String cursor = first.next();
    while (cursor != null) {
      var page = lists.page(ArticleQuery.ALL, 10, cursor);
      seen.addAll(ids(page));
      cursor = page.next();
    }
    assertThat(seen).doesNotHaveDuplicates().containsSubsequence(before);
  }

  @Test
  void filterThatHardlyAnythingPasses_readsABoundedNumber_andGoesOn() {
    Random random = new Random(2);
    for (int i = 0; i < ArticleLists.MOST_ITEMS + 150; i++) {
      list(article("%04d".formatted(i), random));
    }
    ArticleQuery query = words("no title has this");
    var page = lists.page(query, 20, null);
    assertThat(page.items()).isEmpty();
    assertThat(page.next()).isNotNull();
    assertThat(all(query, 20)).isEmpty();
  }

  @Test
  void articleOfTwoLists_atWhichTheReadingEnds_isOnOnePageOnly() {
    // the first list has been read as far as the article when the second has used up what may be
    // read, and still stands there
    for (int i = 0; i < ArticleLists.MOST_ITEMS; i++) {
      boolean both = i >= 320;
      list(
          record(
              "%04d".formatted(i),
              LocalDate.parse("2025-12-31").minusDays(i).toString(),
              i == 320 ? "An odd title" : "A title",
              both ? List.of("XHKG:9988", "XNYS:BABA") : List.of("XNYS:BABA")));
    }
    ArticleQuery query =
        ArticleQuery.builder()
            .listings(Set.of("XHKG:9988", "XNYS:BABA"))
            .words(List.of("odd"))
            .build();
    for (int limit : new int[] {1, 3, 17, 100}) {
      assertThat(all(query, limit)).as("limit " + limit).containsExactly("0320");
    }
  }

  @Test
  void doubtful_hasAListLikeContradicted_butNoRank() {
    for (String outcome : List.of("contradicted", "doubtful")) {
      assertThat(ArticleQuery.ALL.withVerdict(outcome).lists())
          .containsExactly("FACET#verdict:" + outcome);
    }
    assertThat(ArticleQuery.ALL.withVerdict("verified").lists()).containsExactly("ALL");

    Random random = new Random(4);
    for (int i = 0; i < 12; i++) {
      store(article("%04d".formatted(i), random));
    }
    for (ArticleRecord record : stored) {
      Set<String> lists = new TreeSet<>();
      record.listKeys("2025-03-20").forEach(key -> lists.add(key.list()));
      assertThat(lists.contains("FACET#verdict:doubtful"))
          .isEqualTo(record.verdicts().containsKey("doubtful"));
      assertThat(lists.contains("TOP#contradicted"))
          .isEqualTo(record.verdicts().containsKey("contradicted"));
      assertThat(lists).doesNotContain("TOP#doubtful");
    }
    assertThat(all(ArticleQuery.ALL.withVerdict("doubtful"), 2))
        .hasSize((int) stored.stream().filter(r -> r.verdicts().containsKey("doubtful")).count())
        .hasSizeBetween(1, 11);
  }

  @Test
  void cursorOfAnotherQuery_isRefused() {
    Random random = new Random(3);
    for (int i = 0; i < 4; i++) {
      store(article("%04d".formatted(i), random));
    }
    String cursor = lists.page(ArticleQuery.ALL, 1, null).next();
    for (@Nullable String bad : new String[] {cursor, "", "AAAA", "Zm9v!", "x".repeat(3000)}) {
      assertThatThrownBy(() -> lists.page(words("x"), 1, bad))
          .isInstanceOf(ArticleIndex.BadCursor.class);
    }
  }

  @Test
  void articleThatChanged_movesToTheEndOfTheUpdates_andOneThatDidNotStays() {
    store(record("a", "2025-03-01", "title"));
    store(record("b", "2025-03-02", "title"));
    ArticleQuery updates = sorted(Sort.UPDATED_AT, false, null);
    assertThat(all(updates, 10)).containsExactly("a", "b");

    store(record("a", "2025-03-01", "title"));
    assertThat(all(updates, 10)).containsExactly("a", "b");

    store(record("a", "2025-03-01", "another title"));
    assertThat(all(updates, 10)).containsExactly("b", "a");
    assertThat(all(sorted(Sort.UPDATED_AT, false, time(3)), 10)).containsExactly("a");
    assertThat(lists.changed()).hasValue(Changes.time(time(3)));
  }

  private List<String> all(ArticleQuery query, int limit) {
    List<String> out = new ArrayList<>();
    String cursor = null;
    do {
      var page = lists.page(query, limit, cursor);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
      out.addAll(ids(page));
      cursor = page.next();
    } while (cursor != null);
    return out;
  }

  private static List<String> ids(ArticleIndex.Page<ArticleRecord.Summary> page) {
    return page.items().stream().map(ArticleRecord.Summary::id).toList();
  }

  /** The article of the number is stored in that minute. */
  private static Instant time(int number) {
    return FIRST.plusSeconds(60L * number);
  }

  /** Writes what lists are read from, and nothing else of the article. */
  private void list(ArticleRecord record) {
    String updated = Changes.time(time(stored.size()));
    new ListEntries(new Table(dynamo, TABLE)).of(record, updated, Set.of());
    stored.add(record);
  }

  private void store(ArticleRecord record) {
    Clock clock = Clock.fixed(time(stored.size()), ZoneOffset.UTC);
    new ArticleStore(dynamo, TABLE)
        .ledger(
            NONE, new Versions.Retention(Duration.ofDays(90), clock), (id, bytes, time) -> record)
        .accepted(
            new ArticleLedger.Event(
                "inbox/" + record.id(), "", "%032d".formatted(stored.size()), 1, FIRST.toString()),
            record.id(),
            "v1",
            PackedArticle.of(record.body()));
    stored.add(record);
  }

  private ArticleRecord.Summary summary(ArticleRecord record) {
    Item item = ArticleRecord.summary(new Item("p", "s"), record);
    return ArticleRecord.summary(item.text("updated", Changes.time(time(stored.indexOf(record)))));
  }

  private Comparator<ArticleRecord> order(ArticleQuery query) {
    Comparator<ArticleRecord> published =
        Comparator.comparing((ArticleRecord r) -> r.order() + "#" + r.id());
    return switch (query.sort()) {
      case PUBLISHED_AT -> published;
      case UPDATED_AT -> Comparator.comparingInt(stored::indexOf);
      case REACTION ->
          Comparator.comparingInt((ArticleRecord r) -> r.reaction() == null ? 0 : r.reaction())
              .thenComparing(published);
      case CONFIDENCE ->
          Comparator.comparingInt((ArticleRecord r) -> r.surest() == null ? 0 : r.surest())
              .thenComparing(published);
      case CONTRADICTED ->
          Comparator.comparingInt((ArticleRecord r) -> r.verdicts().getOrDefault("contradicted", 0))
              .thenComparing(published);
    };
  }

  private static ArticleQuery words(String text) {
    return ArticleQuery.ALL.withWords(List.of(text));
  }

  private static ArticleQuery sorted(Sort sort, boolean descending, @Nullable Instant since) {
    return ArticleQuery.builder().sorted(sort, descending).updatedSince(since).build();
  }

  private static <T> @Nullable T sometimes(Random random, List<T> values) {
    return random.nextInt(4) == 0 ? values.get(random.nextInt(values.size())) : null;
  }

  private static ArticleQuery query(Random random) {
    LocalDate from = sometimes(random, List.of(LocalDate.parse("2025-01-20")));
    return ArticleQuery.builder()
        .listings(
            sometimes(
                random,
                List.of(
                    new TreeSet<>(Set.of("XHKG:9988")),
                    new TreeSet<>(Set.of("XHKG:9988", "XNYS:BABA", "XLON:HSBA")))))
        .source(sometimes(random, List.of("Daily", "WIRE")))
        .languages(sometimes(random, List.of(Set.of("en"), Set.of("de"), Set.of("de", "en"))))
        .verdicts(
            sometimes(
                random,
                List.of(
                    Set.of("verified"),
                    Set.of("contradicted"),
                    Set.of("doubtful"),
                    Set.of("contradicted", "doubtful"),
                    Set.of("contradicted", "verified"))))
        .kinds(sometimes(random, List.of(Set.of("PRICE_LEVEL"), Set.of("PRICE_LEVEL", "MOVE_PCT"))))
        .flags(
            sometimes(
                random, List.of(Set.of("WRONG_LISTING"), Set.of("WRONG_LISTING", "UNIT_SLIP"))))
        .days(from, sometimes(random, List.of(LocalDate.parse("2025-03-02"))))
        .times(
            sometimes(random, List.of(Instant.parse("2025-01-20T12:00:00Z"))),
            sometimes(random, List.of(Instant.parse("2025-02-20T12:00:00Z"))))
        .updatedSince(sometimes(random, List.of(time(20), time(90))))
        .words(random.nextInt(4) == 0 ? List.of("odd") : List.of())
        .sorted(List.of(Sort.values()).get(random.nextInt(4)), random.nextBoolean())
        .build();
  }

  private static ArticleRecord article(String id, Random random) {
    String day = LocalDate.parse("2025-01-01").plusDays(random.nextInt(90)).toString();
    Set<String> listings = new TreeSet<>();
    for (String listing : List.of("XHKG:9988", "XNYS:BABA", "XLON:HSBA")) {
      if (random.nextInt(3) == 0) {
        listings.add(listing);
      }
    }
    int wrong = random.nextInt(3);
    int doubtful = random.nextInt(4);
    return new ArticleRecord(
        id,
        "v1",
        random.nextBoolean() ? "An odd title" : "A title",
        random.nextInt(3) == 0 ? null : random.nextBoolean() ? "Daily" : "Wire",
        random.nextBoolean() ? "en" : "de",
        day,
        day,
        day + "T%02d:00:00Z".formatted(random.nextInt(24)),
        List.copyOf(listings),
        verdicts(wrong, doubtful),
        kinds(wrong, doubtful),
        random.nextInt(5) == 0 ? List.of("WRONG_LISTING") : List.of(),
        random.nextInt(4) == 0 ? random.nextInt(900) : null,
        wrong + doubtful == 0 ? null : 500_000 + random.nextInt(500_000),
        List.of(),
        List.of(),
        false,
        TextSketch.of("text of " + id),
        new byte[] {1});
  }

  private static Map<String, Integer> verdicts(int wrong, int doubtful) {
    Map<String, Integer> out = new TreeMap<>();
    out.put(wrong == 0 ? "verified" : "contradicted", Math.max(1, wrong));
    if (doubtful > 0) {
      out.put("doubtful", doubtful);
    }
    return out;
  }

  private static Map<String, Integer> kinds(int wrong, int doubtful) {
    Map<String, Integer> out = new TreeMap<>();
    out.put(wrong == 0 ? "MOVE_PCT/verified" : "PRICE_LEVEL/contradicted", Math.max(1, wrong));
    if (doubtful > 0) {
      out.put("MOVE_PCT/doubtful", doubtful);
    }
    return out;
  }

  private static ArticleRecord record(String id, String day, String title) {
    return record(id, day, title, List.of());
  }

  private static ArticleRecord record(String id, String day, String title, List<String> listings) {
    return new ArticleRecord(
        id,
        "v1",
        title,
        null,
        "en",
        day,
        day,
        day + "T00:00:00Z",
        listings,
        Map.of(),
        Map.of(),
        List.of(),
        null,
        null,
        List.of(),
        List.of(),
        false,
        TextSketch.of("text of " + id),
        new byte[] {1});
  }
}
