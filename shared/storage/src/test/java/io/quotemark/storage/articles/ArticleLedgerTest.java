package io.quotemark.storage.articles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quotemark.domain.article.TextSketch;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.verdict.EvidenceNeed;
import io.quotemark.domain.verdict.EvidenceNeeded;
import io.quotemark.fixtures.EmbeddedDynamo;
import io.quotemark.fixtures.Tables;
import io.quotemark.runtime.messages.PackedArticle;
import io.quotemark.storage.AwsClients;
import io.quotemark.storage.Bucket;
import io.quotemark.storage.table.Table;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** On DynamoDB's own emulator, in this JVM. */
class ArticleLedgerTest {
  private static final String KEY = "inbox/a+b ü.txt";
  private static final ListingId LISTING = ListingId.parse("XHKG:9988");

  private static final Duration TEXTS = Duration.ofDays(90);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-03-20T00:00:00Z"), ZoneOffset.UTC);

  /** Most deliveries of one event, as the queue's redrive policy has it. */
  private static final int DELIVERIES = 5;

  /** Never called: no body here is too large for the table. */
  private static final Bucket NONE =
      new Bucket(new AwsClients("eu-central-1").s3(URI.create("http://localhost:1")), "b");

  @RegisterExtension final EmbeddedDynamo local = new EmbeddedDynamo();
  private final DynamoDbClient dynamo = local.client();
  private int tables;

  /** Of an item of the article {@code a}. */
  private static Map<String, AttributeValue> key(String sk) {
    return Map.of("pk", AttributeValue.fromS("ART#a"), "sk", AttributeValue.fromS(sk));
  }

  @Test
  void eventsOfOneKey_inAnyOrderAndTwice_endAsInTheirOwnOrder() {
    List<List<Consumer<ArticleLedger>>> histories =
        List.of(
            List.of(upload(1, "a", "v1"), upload(2, "b", "v2"), removal(3), upload(4, "a", "v3")),
            List.of(upload(1, "a", "v1"), failure(2), upload(3, "b", "v2"), removal(4)),
            List.of(upload(1, "a", "v1"), upload(2, "a", "v2"), upload(3, "b", "v3"), failure(4)));
    for (List<Consumer<ArticleLedger>> history : histories) {
      String expected = shown(after(history));
      for (List<Consumer<ArticleLedger>> order : orders(history)) {
        String table = after(order);
        assertThat(shown(table)).isEqualTo(expected);
        deliver(ledger(dynamo, table), order);
        assertThat(shown(table)).isEqualTo(expected);
      }
    }
  }

  /** As stores have it that send no sequencer, or the same one with every event. */
  @Test
  void eventsOfOneSequencer_inAnyOrderAndTwice_endAsByTheirTime() {
    List<Consumer<ArticleLedger>> history =
        List.of(
            ledger -> ledger.accepted(timed(1), "a", "v1", packed("v1")),
            ledger -> ledger.removed(timed(2)),
            ledger -> ledger.accepted(timed(3), "b", "v2", packed("v2")),
            ledger -> ledger.accepted(timed(4), "a", "v3", packed("v3")));
    for (int size = 2; size <= history.size(); size++) {
      List<Consumer<ArticleLedger>> some = history.subList(0, size);
      String newest = shown(after(List.of(some.getLast())));
      for (List<Consumer<ArticleLedger>> order : orders(some)) {
        String table = after(order);
        assertThat(shown(table)).isEqualTo(newest);
        deliver(ledger(dynamo, table), order);
        assertThat(shown(table)).isEqualTo(newest);
      }
    }
  }

  @Test
  void removalAtTheMomentOfAnUpload_isTheNewer() {
    List<Consumer<ArticleLedger>> both =
        List.of(
            ledger -> ledger.accepted(timed(1), "a", "v1", packed("v1")),
            ledger -> ledger.removed(timed(1)));
    for (List<Consumer<ArticleLedger>> order : orders(both)) {
      String table = after(order);
      assertThat(version(table, "a")).isEqualTo("none");
      assertThat(index(table).upload(KEY).orElseThrow().status())
          .isEqualTo(UploadRecord.Status.REMOVED);
    }
  }

  /** The later of two moments within a second, one of which has no fraction. */
  @Test
  void momentsWithAndWithoutAFraction_areComparedAsMoments() {
    ArticleLedger.Event whole = at("2025-03-01T10:00:00Z");
    ArticleLedger.Event later = at("2025-03-01T10:00:00.500Z");
    assertThat(whole.stamp()).isLessThan(later.stamp());
    assertThat(Reference.text(later, "v"))
        .usingComparator(Reference.NEWEST)
        .isGreaterThan(Reference.text(whole, "v"));
  }

  private static ArticleLedger.Event timed(int order) {
    return at(time(order));
  }

  private static ArticleLedger.Event at(String time) {
    return new ArticleLedger.Event(KEY, "", seq(7), 10, time);
  }

  @Test
  void sameEventsAgain_leaveEveryItemAsItWas() {
    List<Consumer<ArticleLedger>> history = List.of(upload(1, "a", "v1"), upload(2, "b", "v2"));
    String table = after(history);
    Map<String, Map<String, AttributeValue>> before = items(table);

    deliver(ledger(dynamo, table), history);

    assertThat(items(table)).isEqualTo(before);
  }

  @Test
  void articleOfTwoKeys_staysUntilTheLastOfThemIsGone() {
    String table = table();
    ArticleLedger ledger = ledger(dynamo, table);
    ArticleLedger.Event other = new ArticleLedger.Event("inbox/other", "", seq(1), 1, time(9));
    ledger.accepted(event(1), "a", "v1", packed("v1"));
    ledger.accepted(other, "a", "v2", packed("v2"));
    assertThat(version(table, "a")).isEqualTo("v2");

    ledger.removed(new ArticleLedger.Event("inbox/other", "", seq(2), 0, time(9)));
    assertThat(version(table, "a")).isEqualTo("v1");

    ledger.removed(event(2));
    assertThat(index(table).article("a")).isEqualTo(new ArticleIndex.Found.Nothing());
    assertThat(index(table).latest(null, null, null, 10, null).items()).isEmpty();
    assertThat(index(table).latest(LISTING, null, null, 10, null).items()).isEmpty();
  }

  @Test
  void anyCallThatFailsOrLosesItsAnswer_isMendedByTheNextDelivery() {
    List<Consumer<ArticleLedger>> history =
        List.of(upload(1, "a", "v1"), upload(2, "b", "v2"), removal(3), upload(4, "a", "v3"));
    String undisturbed = table();
    AtomicInteger calls = new AtomicInteger();
    deliver(ledger(faulty(calls, 0, false), undisturbed), history);
    assertThat(calls.get()).isPositive();
    for (int call = 1; call <= calls.get(); call++) {
      for (boolean reached : new boolean[] {false, true}) {
        String table = table();
        deliver(ledger(faulty(new AtomicInteger(), call, reached), table), history);
        assertThat(withoutRevisions(items(table)))
            .as("call %d of %d fails, reached: %s", call, calls.get(), reached)
            .isEqualTo(withoutRevisions(items(undisturbed)));
      }
    }
  }

  @Test
  void upload_whoseDeliveryEndsAtAnyCall_isDoneOnlyIfItsArticleCanBeRead() {
    assertThat(processingAfterADeliveryThatEnds(false))
        .as("nothing is said before the end")
        .isZero();
    assertThat(processingAfterADeliveryThatEnds(true)).isPositive();
  }

  /**
   * How often an upload is in work after a delivery that ends at a call, and then stored by the
   * next.
   *
   * @param again whether the delivery that ends is not the first
   */
  private int processingAfterADeliveryThatEnds(boolean again) {
    AtomicInteger calls = new AtomicInteger();
    ledger(faulty(calls, 0, false), table()).accepted(event(1), "a", "v1", packed("v1"), again);
    int processing = 0;
    for (int call = 1; call <= calls.get(); call++) {
      for (boolean reached : new boolean[] {false, true}) {
        String table = table();
        ArticleLedger ending = ledger(faulty(new AtomicInteger(), call, reached), table);
        assertThatThrownBy(() -> ending.accepted(event(1), "a", "v1", packed("v1"), again))
            .isInstanceOf(SdkClientException.class);
        UploadRecord.Status status =
            index(table).upload(KEY).map(UploadRecord::status).orElse(null);
        if (status == UploadRecord.Status.DONE) {
          assertThat(version(table, "a")).as("at call %d", call).isEqualTo("v1");
          assertThat(index(table).latest(null, null, null, 10, null).items()).hasSize(1);
        }
        processing += status == UploadRecord.Status.PROCESSING ? 1 : 0;
        deliver(ledger(dynamo, table), List.of(upload(1, "a", "v1")));
        assertThat(index(table).upload(KEY).orElseThrow().status())
            .isEqualTo(UploadRecord.Status.DONE);
      }
    }
    return processing;
  }

  @Test
  void firstDeliveryThatEnds_beforeTheUploadIsRemoved_leavesNoArticle() {
    AtomicInteger calls = new AtomicInteger();
    upload(1, "a", "v1").accept(ledger(faulty(calls, 0, false), table()));
    for (int call = 1; call <= calls.get(); call++) {
      String table = table();
      ArticleLedger ending = ledger(faulty(new AtomicInteger(), call, true), table);
      assertThatThrownBy(() -> upload(1, "a", "v1").accept(ending))
          .isInstanceOf(SdkClientException.class);
      deliver(ledger(dynamo, table), List.of(removal(2), upload(1, "a", "v1")));
      assertThat(index(table).article("a"))
          .as("at call %d", call)
          .isEqualTo(new ArticleIndex.Found.Nothing());
      assertThat(index(table).latest(null, null, null, 10, null).items()).isEmpty();
    }
  }

  @Test
  void uploadInWork_whoseArticleIsTakenDown_fails() {
    String table = table();
    ArticleLedger.Event other = new ArticleLedger.Event("inbox/other", "", seq(1), 1, time(1));
    ledger(dynamo, table).accepted(other, "a", "v1", packed("v1"));
    // ends after the record of the upload is written
    assertThatThrownBy(() ->
            ledger(faulty(new AtomicInteger(), 3, false), table)
                .accepted(event(2), "a", "v2", packed("v2"), true))
        .isInstanceOf(SdkClientException.class);
    assertThat(index(table).upload(KEY).orElseThrow().status())
        .isEqualTo(UploadRecord.Status.PROCESSING);
    // as an operator's order leaves it first; the rest of that is about the bucket
    dynamo.updateItem(r ->
        r.tableName(table)
            .key(key("META"))
            .updateExpression("SET taken_down = :time")
            .expressionAttributeValues(Map.of(":time", AttributeValue.fromS(time(3)))));
    ledger(dynamo, table).accepted(event(2), "a", "v2", packed("v2"));
    UploadRecord upload = index(table).upload(KEY).orElseThrow();
    assertThat(upload.status()).isEqualTo(UploadRecord.Status.FAILED);
    assertThat(upload.articles()).isEmpty();
  }

  @Test
  void textPastItsRetention_isGone_andWhatWasFoundStays() {
    String table = table();
    ledger(dynamo, table).accepted(event(1), "a", "v1", packed("v1"));
    Clock later = Clock.offset(CLOCK, TEXTS);
    ArticleIndex readers = new ArticleStore(dynamo, table).index(NONE, later);

    assertThat(index(table).article("a"))
        .isInstanceOfSatisfying(
            ArticleIndex.Found.Stored.class,
            s -> assertThat(index(table).text(s)).contains(bytes("v1")));
    assertThat(readers.article("a"))
        .isInstanceOfSatisfying(
            ArticleIndex.Found.Stored.class,
            s -> {
              assertThat(readers.text(s)).isEmpty();
              assertThat(s.body()).isEqualTo(bytes("body v1"));
            });
    Map<String, Map<String, AttributeValue>> before = items(table);
    assertThat(ledger(dynamo, table, later).recheck("a"))
        .isEqualTo(ArticleLedger.Outcome.TEXT_EXPIRED);
    assertThat(items(table)).isEqualTo(before);
  }

  @Test
  void textsPastTheirRetention_andTheirUploadRemoved_leaveNothingOfAnotherUpload() {
    String table = table();
    ArticleLedger.Event other = new ArticleLedger.Event("inbox/other", "", seq(1), 1, time(9));
    ledger(dynamo, table).accepted(event(1), "a", "v1", packed("v1"));
    ledger(dynamo, table).accepted(other, "a", "v2", packed("v2"));
    ArticleLedger later = ledger(dynamo, table, Clock.offset(CLOCK, TEXTS));

    later.removed(event(2));
    assertThat(version(table, "a")).isEqualTo("v2");
    later.accepted(event(3), "a", "v3", packed("v3"));
    later.removed(event(4));
    assertThat(version(table, "a")).isEqualTo("none");
  }

  @Test
  void uploadOlderThanTheRetention_isStillChecked() {
    String table = table();
    ledger(dynamo, table, Clock.offset(CLOCK, TEXTS)).accepted(event(1), "a", "v1", packed("v1"));
    assertThat(version(table, "a")).isEqualTo("v1");
  }

  @Test
  void sameArticleOfTwoKeysAtOnce_isTakenOfBoth_withoutAnotherDelivery() {
    String table = table();
    ArticleLedger.Event other = new ArticleLedger.Event("inbox/other", "", seq(1), 1, time(9));
    AtomicBoolean met = new AtomicBoolean();
    ArticleLedger ledger =
        new ArticleStore(dynamo, table)
            .ledger(
                NONE,
                new Versions.Retention(TEXTS, CLOCK),
                (id, article, time) -> {
                  if (!met.getAndSet(true)) {
                    ledger(dynamo, table).accepted(other, "a", "v2", packed("v2"));
                  }
                  return checked(id, article, time);
                });

    assertThat(ledger.accepted(event(1), "a", "v1", packed("v1")))
        .isEqualTo(ArticleLedger.Outcome.STORED);

    assertThat(version(table, "a")).isEqualTo("v2");
    for (String key : List.of(KEY, "inbox/other")) {
      assertThat(index(table).upload(key).orElseThrow().status())
          .isEqualTo(UploadRecord.Status.DONE);
    }
    ledger(dynamo, table).removed(new ArticleLedger.Event("inbox/other", "", seq(2), 0, time(9)));
    assertThat(version(table, "a")).isEqualTo("v1");
  }

  @Test
  void textMissingBeforeItsTime_isNotTakenForExpired() {
    String table = table();
    ledger(dynamo, table).accepted(event(1), "a", "v1", packed("v1"));
    dynamo.deleteItem(r -> r.tableName(table).key(key("V#v1")));
    assertThatThrownBy(() -> ledger(dynamo, table).recheck("a"))
        .hasMessageContaining("v1 of article a is not stored");
  }

  @Test
  void entryReadAtASecondTry_losesItsReason_andOthersKeepTheirs() {
    String table = table();
    ArticleLedger ledger = ledger(dynamo, table);
    ledger.failed(entry("one.txt"), "no text in it");
    ledger.failed(entry("two.txt"), "no text in it");
    ledger.accepted(entry("one.txt"), "a", "v1", packed("v1"));
    UploadRecord upload = index(table).upload("inbox/bundle.zip").orElseThrow();
    assertThat(upload.reason()).isEqualTo("two.txt: no text in it");
    assertThat(upload.articles()).containsExactly("a");
  }

  private static ArticleLedger.Event entry(String name) {
    return new ArticleLedger.Event("inbox/bundle.zip", name, seq(1), 10, time(1));
  }

  /** Delivers each event until it is taken, as the queue does. */
  private static void deliver(ArticleLedger ledger, List<Consumer<ArticleLedger>> history) {
    for (Consumer<ArticleLedger> event : history) {
      RuntimeException last = null;
      boolean taken = false;
      for (int delivery = 1; !taken && delivery <= DELIVERIES; delivery++) {
        try {
          event.accept(ledger);
          taken = true;
        } catch (SdkClientException | Table.Changed e) {
          last = e;
        }
      }
      assertThat(taken).as("taken; last failure: %s", last).isTrue();
    }
  }

  /**
   * The emulator behind one failing call.
   *
   * @param failing which call fails, from 1; 0 for none
   * @param reached whether the call takes effect and only its answer is lost
   */
  private DynamoDbClient faulty(AtomicInteger calls, int failing, boolean reached) {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, arguments) -> {
              boolean fails = calls.incrementAndGet() == failing;
              if (fails && !reached) {
                throw SdkClientException.create("not reached");
              }
              try {
                Object answer = method.invoke(dynamo, arguments);
                if (fails) {
                  throw SdkClientException.create("answer lost");
                }
                return answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private String after(List<Consumer<ArticleLedger>> history) {
    String table = table();
    deliver(ledger(dynamo, table), history);
    return table;
  }

  /** All that readers can see. */
  private String shown(String table) {
    ArticleIndex index = index(table);
    List<String> out = new ArrayList<>();
    for (String id : List.of("a", "b")) {
      out.add(
          id
              + "="
              + (index.article(id) instanceof ArticleIndex.Found.Stored s
                  ? s.version() + ":" + new String(s.body(), StandardCharsets.UTF_8)
                  : "none"));
      out.add(similar(table).to(id, 10).toString());
    }
    out.add(index.latest(null, null, null, 10, null).toString());
    out.add(index.latest(LISTING, null, null, 10, null).toString());
    out.add(index.upload(KEY).toString());
    for (UploadRecord.Status status : UploadRecord.Status.LISTED) {
      out.add(index.uploads(status, 10, null).toString());
    }
    return String.join("\n", out);
  }

  private static Consumer<ArticleLedger> upload(int order, String id, String version) {
    return ledger -> ledger.accepted(event(order), id, version, packed(version));
  }

  private static Consumer<ArticleLedger> failure(int order) {
    return ledger -> ledger.failed(event(order), "nothing in it");
  }

  private static Consumer<ArticleLedger> removal(int order) {
    return ledger -> ledger.removed(event(order));
  }

  private static ArticleLedger.Event event(int order) {
    return new ArticleLedger.Event(KEY, "", seq(order), 10L + order, time(order));
  }

  private static String seq(int order) {
    return "%032d".formatted(order);
  }

  private static String time(int order) {
    return "2025-03-0%dT10:00:00Z".formatted(order);
  }

  private static PackedArticle packed(String text) {
    return PackedArticle.of(bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static <T> List<List<T>> orders(List<T> all) {
    if (all.isEmpty()) {
      return List.of(List.of());
    }
    List<List<T>> out = new ArrayList<>();
    for (int first = 0; first < all.size(); first++) {
      List<T> rest = new ArrayList<>(all);
      T head = rest.remove(first);
      for (List<T> tail : orders(rest)) {
        List<T> order = new ArrayList<>(List.of(head));
        order.addAll(tail);
        out.add(order);
      }
    }
    return out;
  }

  /** What the claims of all versions but the second wait for. */
  private static final EvidenceNeeded NEED =
      new EvidenceNeeded(
          LISTING,
          List.of(
              new EvidenceNeeded.Stretch(
                  LocalDate.parse("2025-02-28"), LocalDate.parse("2025-02-28"))),
          Set.of(EvidenceNeed.Field.CLOSE),
          List.of("c1"));

  private static ArticleRecord checked(String id, PackedArticle article, String eventTime) {
    String version = new String(article.gzip(), StandardCharsets.UTF_8);
    return new ArticleRecord(
        id,
        version,
        "title " + version,
        null,
        "en",
        eventTime.substring(0, 10),
        null,
        eventTime,
        List.of(LISTING.toString()),
        Map.of("contradicted", 1),
        Map.of("PRICE_LEVEL/contradicted", 1),
        List.of("WRONG_LISTING"),
        250,
        null,
        List.of("XHKG:9988#PRICE_LEVEL#1#2025-03-01"),
        version.equals("v2") ? List.of() : List.of(NEED),
        false,
        TextSketch.of("a text of " + version),
        bytes("body " + version));
  }

  private static ArticleLedger ledger(DynamoDbClient client, String table) {
    return ledger(client, table, CLOCK);
  }

  private static ArticleLedger ledger(DynamoDbClient client, String table, Clock clock) {
    return new ArticleStore(client, table)
        .ledger(NONE, new Versions.Retention(TEXTS, clock), ArticleLedgerTest::checked);
  }

  private SimilarArticles similar(String table) {
    return new ArticleStore(dynamo, table).similar();
  }

  private ArticleIndex index(String table) {
    return new ArticleStore(dynamo, table).index(NONE, CLOCK);
  }

  private String version(String table, String id) {
    return index(table).article(id) instanceof ArticleIndex.Found.Stored stored
        ? stored.version()
        : "none";
  }

  private Map<String, Map<String, AttributeValue>> items(String table) {
    Map<String, Map<String, AttributeValue>> out = new TreeMap<>();
    for (Map<String, AttributeValue> item : dynamo.scan(r -> r.tableName(table)).items()) {
      out.put(
          Objects.requireNonNull(item.get("pk")).s()
              + " "
              + Objects.requireNonNull(item.get("sk")).s(),
          item);
    }
    return out;
  }

  private static Map<String, Map<String, AttributeValue>> withoutRevisions(
      Map<String, Map<String, AttributeValue>> items) {
    Map<String, Map<String, AttributeValue>> out = new TreeMap<>();
    items.forEach((key, item) -> {
      Map<String, AttributeValue> rest = new TreeMap<>(item);
      rest.remove("rev");
      out.put(key, rest);
    });
    return out;
  }

  private String table() {
    String name = "articles" + ++tables;
    Tables.articles(dynamo, name);
    return name;
  }
}
