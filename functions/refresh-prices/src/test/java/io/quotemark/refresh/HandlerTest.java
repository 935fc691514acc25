package io.quotemark.refresh;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.fixtures.EmbeddedDynamo;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.runtime.Retirement;
import io.quotemark.runtime.events.ObjectEvent;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.messages.ArticleMessage;
import io.quotemark.securities.Securities;
import io.quotemark.storage.Bucket;
import io.quotemark.storage.Bucket.Found;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.ArticleRecord;
import io.quotemark.storage.prices.Bookmarks;
import io.quotemark.storage.prices.Coverage;
import io.quotemark.storage.prices.PriceFileReports;
import io.quotemark.storage.prices.PriceRequests;
import io.quotemark.storage.prices.PriceStore;
import io.quotemark.storage.prices.PriceTable;
import io.quotemark.storage.prices.RunBook;
import io.quotemark.storage.prices.Watchlist;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The function on a real table; its bucket, queue and articles are in memory. */
class HandlerTest {
  private static final ListingId HONG_KONG = ListingId.parse("XHKG:0700");
  private static final ListingId NEW_YORK = ListingId.parse("XNYS:ACMH");
  private static final String HISTORY =
      "date,open,high,low,close,volume\n2025-02-21,10,11,9,10.5,100\n2025-02-24,10,11,9,10.4,100\n";

  @RegisterExtension final EmbeddedDynamo local = EmbeddedDynamo.prices("prices");
  private final DynamoDbClient dynamo = local.client();
  private final PriceTable prices = new PriceStore(dynamo, "prices").prices();
  private final PriceFileReports reports = new PriceStore(dynamo, "prices").files();
  private final Map<String, byte[]> bucket = new HashMap<>();
  private final Map<ListingId, List<String>> mentions = new HashMap<>();
  private final Map<ListingId, List<Rechecks.Mention>> published = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final List<ArticleMessage> queued = new ArrayList<>();
  private final List<String> begun = new ArrayList<>();
  private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
  private static final Instant NOW = Instant.parse("2025-03-01T12:00:00Z");
  private final NavigableMap<String, Instant> inbox = new TreeMap<>();
  private final Set<String> recorded = new HashSet<>();
  private final List<ObjectEvent> notified = new ArrayList<>();
  private final List<String> stored = new ArrayList<>();
  private String release = "rules-1 master-1";
  private boolean queueIsDown;

  @Test
  void priceFile_inAQueueMessage_isStored_andItsArticlesQueued() throws IOException {
    bucket.put("prices/0700.HK.csv", HISTORY.getBytes(UTF_8));
    mentions.put(HONG_KONG, List.of("a1", "a2"));
    mentions.put(NEW_YORK, List.of("a2", "a3"));

    String answer = handle(sqs(created("prices/0700.HK.csv")));

    assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(
            prices
                .load(Set.of(HONG_KONG), LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31))
                .series(HONG_KONG))
        .hasValueSatisfying(series -> assertThat(series.bars()).hasSize(2));
    assertThat(queued)
        .containsExactly(
            new ArticleMessage.Recheck("a1", "prices of XHKG:0700"),
            new ArticleMessage.Recheck("a2", "prices of XHKG:0700"),
            new ArticleMessage.Recheck("a3", "prices of XNYS:ACMH"));
    assertThat(begun)
        .as("how claims stood is noted before any article is queued")
        .containsExactly("prices/0700.HK.csv 0 [a1, a2, a3]");
    assertThat(asked).containsExactly("XHKG:0700 2025-02-20", "XNYS:ACMH 2025-02-20");
  }

  @Test
  void sessionThatEndsAReaction_queuesItsArticles() throws IOException {
    // Hong Kong: 28 January, a half day, is twenty sessions before 28 February 2025
    published.put(
        HONG_KONG,
        List.of(
            mention("before", "2025-01-27T03:00:00Z"),
            mention("after the close before", "2025-01-27T08:30:00Z"),
            mention("on the day", "2025-01-28T02:00:00Z"),
            mention("after its close", "2025-01-28T05:00:00Z")));
    bucket.put("prices/0700.HK.csv", day("2025-02-28"));
    handle(sqs(created("prices/0700.HK.csv", "2025-02-28T12:00:00Z")));
    assertThat(queued)
        .containsExactly(
            new ArticleMessage.Recheck("after the close before", "reaction of XHKG:0700"),
            new ArticleMessage.Recheck("on the day", "reaction of XHKG:0700"));
  }

  @Test
  void correctionWithinAReactionThatIsOver_queuesItsArticles() throws IOException {
    published.put(
        HONG_KONG,
        List.of(
            mention("a month before", "2024-12-18T03:00:00Z"),
            mention("over", "2025-01-15T03:00:00Z"),
            mention("rests on it", "2025-01-21T10:00:00Z"),
            mention("still open", "2025-02-14T03:00:00Z")));
    bucket.put("prices/0700.HK.csv", day("2025-01-21"));

    handle(sqs(created("prices/0700.HK.csv")));

    assertThat(queued)
        .extracting(message -> ((ArticleMessage.Recheck) message).articleId())
        .containsExactly("over", "rests on it");
  }

  private static Rechecks.Mention mention(String id, String published) {
    return new Rechecks.Mention(id, Instant.parse(published));
  }

  private static byte[] day(String session) {
    return ("date,open,high,low,close,volume\n" + session + ",10,11,9,10.4,100\n").getBytes(UTF_8);
  }

  @Test
  void sameFileAgain_queuesNothing() throws IOException {
    bucket.put("prices/0700.HK.csv", HISTORY.getBytes(UTF_8));
    mentions.put(HONG_KONG, List.of("a1"));
    handle(sqs(created("prices/0700.HK.csv")));
    queued.clear();

    handle(sqs(created("prices/0700.HK.csv")));

    assertThat(queued).isEmpty();
  }

  @Test
  void queueDown_messageFails_andItsRedeliveryQueuesWhatWasOwed() throws IOException {
    bucket.put("prices/0700.HK.csv", HISTORY.getBytes(UTF_8));
    mentions.put(HONG_KONG, List.of("a1"));
    queueIsDown = true;

    assertThat(handle(sqs(created("prices/0700.HK.csv")))).contains("\"itemIdentifier\":\"m0\"");
    queueIsDown = false;
    assertThat(handle(sqs(created("prices/0700.HK.csv")))).isEqualTo("{\"batchItemFailures\":[]}");

    assertThat(queued).hasSize(1);
  }

  @Test
  void badFileBesideAGoodOne_isReported_andHoldsNothingUp() throws IOException {
    bucket.put("prices/0700.HK.csv", HISTORY.getBytes(UTF_8));
    bucket.put("prices/odd.csv", "<html>".getBytes(UTF_8));

    String answer = handle(sqs(created("prices/odd.csv"), created("prices/0700.HK.csv")));

    assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(reports.recent(10))
        .extracting(
            PriceFileReports.Report::key,
            PriceFileReports.Report::bars,
            PriceFileReports.Report::refused)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("prices/odd.csv", 0, true),
            org.assertj.core.groups.Tuple.tuple("prices/0700.HK.csv", 2, false));
    assertThat(logged.toString(UTF_8)).contains("price_file_refused").contains("a web page or XML");
  }

  @Test
  void fileInPence_besideStoredPounds_isRefused_untilItsOperatorSaysOtherwise() throws IOException {
    String pence = "date,open,high,low,close\n2025-02-25,1010,1050,1000,1042\n";
    bucket.put("prices/0700.HK.csv", HISTORY.getBytes(UTF_8));
    bucket.put("prices/new/0700.HK.csv", pence.getBytes(UTF_8));
    bucket.put("prices/sure/0700.HK.csv", ("# level: checked\n" + pence).getBytes(UTF_8));
    handle(sqs(created("prices/0700.HK.csv")));

    handle(sqs(created("prices/new/0700.HK.csv")));

    assertThat(sessions()).containsExactly("2025-02-21", "2025-02-24");
    assertThat(reports.recent(10))
        .filteredOn(report -> report.key().equals("prices/new/0700.HK.csv"))
        .singleElement()
        .satisfies(report -> {
          assertThat(report.refused()).isTrue();
          assertThat(report.problems())
              .anyMatch(p ->
                  p.contains(
                      "close 1042 on 2025-02-25 is 100 times the stored 10.4 of 2025-02-24"));
        });
    assertThat(logged.toString(UTF_8)).contains("100 times the stored 10.4");

    handle(sqs(created("prices/sure/0700.HK.csv")));

    assertThat(sessions()).containsExactly("2025-02-21", "2025-02-24", "2025-02-25");
  }

  private List<String> sessions() {
    return prices
        .load(Set.of(HONG_KONG), LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31))
        .series(HONG_KONG)
        .orElseThrow()
        .bars()
        .stream()
        .map(bar -> bar.session().toString())
        .toList();
  }

  @Test
  void poisonMessage_failsAlone() throws IOException {
    bucket.put("prices/0700.HK.csv", HISTORY.getBytes(UTF_8));

    String answer = handle(sqs("not json", created("prices/0700.HK.csv")));

    assertThat(answer).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m0\"}]}");
    assertThat(reports.recent(10)).hasSize(1);
  }

  @Test
  void bareNotification_withAnEncodedKey_isTaken() throws IOException {
    bucket.put("prices/my files/0700.HK.csv", HISTORY.getBytes(UTF_8));

    handle(created("prices/my+files/0700.HK.csv"));

    assertThat(reports.recent(1).getFirst().listings()).containsExactly("XHKG:0700");
  }

  @Test
  void referenceRates_concernEveryArticle() throws IOException {
    bucket.put(
        "prices/eurofxref-hist.csv",
        "Date,USD,JPY,CZK,DKK,GBP,HUF,PLN,SEK,CHF,HKD,\n2025-02-21,1.0465,157.14,25.066,7.4591,0.8284,402.55,4.16,11.14,0.94,8.13,\n"
            .getBytes(UTF_8));

    handle(sqs(created("prices/eurofxref-hist.csv")));

    assertThat(asked).containsExactly("all 2025-02-20");
  }

  @Test
  void goneOrRemovedFile_isNoFailure() throws IOException {
    assertThat(handle(sqs(created("prices/gone.csv")))).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(handle(sqs(created("inbox/article.txt")))).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(reports.recent(10)).isEmpty();
  }

  @Test
  void scheduledRun_withoutAProvider_saysThatThereIsNothingToFetch() throws IOException {
    handle("{\"type\": \"refresh\", \"exchanges\": [\"XHKG\"]}");
    // as its dead letter holds it, put back as a message
    handle(sqs("{\"requestPayload\": {\"type\": \"refresh\", \"exchanges\": [\"XHKG\"]}}"));

    assertThat(logged.toString(UTF_8).lines())
        .hasSize(2)
        .allMatch(l -> l.contains("nothing_to_fetch"));
    assertThat(queued).isEmpty();
  }

  @Test
  void scheduledRun_withoutExchanges_saysWhatItMisses() throws IOException {
    assertThat(handle(sqs("{\"type\": \"refresh\", \"exchanges\": []}")))
        .contains("\"itemIdentifier\":\"m0\"");

    assertThat(logged.toString(UTF_8)).contains("a scheduled run names its exchanges");
  }

  @Test
  void needThatNobodyServes_isNoFailure() throws IOException {
    String need =
        "{\"type\":\"need\",\"listing\":\"XHKG:0700\",\"from\":\"2024-01-02\",\"to\":\"2025-02-24\"}";

    assertThat(handle(sqs(need))).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(logged.toString(UTF_8)).contains("need_not_served");
  }

  @Test
  void missingVariables_areAllNamedAtOnce() {
    assertThatThrownBy(() -> Config.from(Map.of("AWS_REGION", "eu-central-1")))
        .hasMessageContaining("BUCKET")
        .hasMessageContaining("ARTICLES_TABLE")
        .hasMessageContaining("PRICES_TABLE")
        .hasMessageContaining("ARTICLES_QUEUE_URL");
  }

  @Test
  void sweep_queuesDocumentsWithoutARecord_withTheLeastSequencer() throws IOException {
    inbox.put("inbox/known.txt", NOW.minusSeconds(7200));
    inbox.put("inbox/lost + found.txt", NOW.minusSeconds(3600));
    inbox.put("inbox/on its way.txt", NOW.minusSeconds(60));
    recorded.add("inbox/known.txt");

    handle("{\"type\": \"sweep\"}");

    assertThat(notified)
        .containsExactly(
            new ObjectEvent(
                ObjectEvent.Kind.CREATED,
                "bucket",
                "inbox/lost + found.txt",
                ObjectEvent.padded("0"),
                5,
                "etag",
                NOW.minusSeconds(3600)));
  }

  @Test
  void sweep_ofMoreThanOneRunLooksAt_goesOnWhereTheLastEnded() throws IOException {
    for (int i = 0; i < 50; i++) {
      inbox.put("inbox/%02d.txt".formatted(i), NOW.minusSeconds(3600));
    }
    handle("{\"type\": \"sweep\"}");
    assertThat(notified).hasSize(40); // twenty pages of two
    handle("{\"type\": \"sweep\"}");
    assertThat(notified).extracting(ObjectEvent::key).containsExactlyElementsOf(inbox.keySet());

    notified.clear();
    handle(
        "{\"type\": \"sweep\", \"run\": \"mine\", \"from_the_start\": true, \"grace_seconds\": 0}");
    assertThat(notified).hasSize(40);
    assertThat(new PriceStore(dynamo, "prices").bookmarks().sweep())
        .hasValue(new Bookmarks.Sweep("mine", "inbox/39.txt", 40, 40));
  }

  @Test
  void newRules_checkAllStoredArticlesAgain_once() throws IOException {
    stored.addAll(List.of("a1", "a2", "a3", "a4", "a5"));
    handle("{\"type\": \"sweep\"}");
    assertThat(queued)
        .hasSize(5)
        .contains(new ArticleMessage.Recheck("a5", "release rules-1 master-1"));
    queued.clear();
    handle("{\"type\": \"sweep\"}");
    assertThat(queued).as("the same release again").isEmpty();

    release = "rules-2 master-1";
    handle(
        "{\"type\": \"sweep\", \"run\": \"mine\", \"from_the_start\": true, \"grace_seconds\": 0}");
    assertThat(queued).as("an operator's sweep is of the inbox alone").isEmpty();
    handle("{\"type\": \"sweep\"}");
    assertThat(queued).hasSize(5);
  }

  @Test
  void newRules_manyArticles_goOnInTheNextRun_andAfterAFailure() throws IOException {
    for (int i = 0; i < 450; i++) {
      stored.add("a" + i);
    }
    queueIsDown = true;
    assertThatThrownBy(() -> handle("{\"type\": \"sweep\"}")).hasMessageContaining("down");
    queueIsDown = false;

    handle("{\"type\": \"sweep\"}");
    assertThat(queued).hasSize(400);
    stored.add(0, "new"); // arrives while the rest waits, checked by the new rules already
    handle("{\"type\": \"sweep\"}");
    handle("{\"type\": \"sweep\"}");
    assertThat(queued)
        .extracting(message -> ((ArticleMessage.Recheck) message).articleId())
        .contains("a0", "a449");
  }

  private Bucket.Listing page(@Nullable String after) {
    List<Bucket.Listing.Entry> objects =
        (after == null ? inbox : inbox.tailMap(after, false))
            .entrySet().stream()
                .limit(2)
                .map(o -> new Bucket.Listing.Entry(o.getKey(), 5, "etag", o.getValue()))
                .toList();
    boolean more = !objects.isEmpty() && !objects.getLast().key().equals(inbox.lastKey());
    return new Bucket.Listing(objects, more ? objects.getLast().key() : null);
  }

  private String handle(String event) throws IOException {
    PriceImport.Files files =
        key -> {
          byte @Nullable [] bytes = bucket.get(key);
          return bytes == null ? new Found.Gone() : new Found.Content(bytes, "text/csv", Map.of());
        };
    Rechecks rechecks =
        new Rechecks(
            new Rechecks.Articles() {
              @Override
              public List<String> mentioning(ListingId listing, LocalDate from) {
                asked.add(listing + " " + from);
                return mentions.getOrDefault(listing, List.of());
              }

              @Override
              public List<Rechecks.Mention> mentioning(
                  ListingId listing, LocalDate from, LocalDate to) {
                return published.getOrDefault(listing, List.of()).stream()
                    .filter(mention -> {
                      LocalDate day = LocalDate.ofInstant(mention.published(), ZoneOffset.UTC);
                      return !day.isBefore(from) && !day.isAfter(to);
                    })
                    .toList();
              }

              @Override
              public List<String> all(LocalDate from) {
                asked.add("all " + from);
                return List.of();
              }
            },
            this::queue,
            prices,
            master(),
            new FinalReactions(Calendars.load(), Clock.fixed(NOW, ZoneOffset.UTC)));
    JsonLog log =
        new JsonLog(
            new PrintStream(logged, true, UTF_8), "refresh-prices", "test", JsonLog.Level.INFO);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    Sweep sweep =
        new Sweep(
            this::page,
            "bucket",
            keys -> keys.stream().filter(recorded::contains).collect(Collectors.toSet()),
            new PriceStore(dynamo, "prices").bookmarks(),
            bodies -> bodies.forEach(body -> notified.addAll(ObjectEvent.parse(body))),
            Clock.fixed(NOW, ZoneOffset.UTC),
            log);
    RunBook book = new PriceStore(dynamo, "prices").runs();
    Watchlist watchlist = new PriceStore(dynamo, "prices").watchlist();
    Coverage coverage = new PriceStore(dynamo, "prices").coverage();
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    Calendars calendars = Calendars.load();
    Stretches stretches = new Stretches(new Sources(List.of()), coverage, calendars);
    PriceRequests requests = new PriceStore(dynamo, "prices").requests();
    Supplier<Deliveries> deliveries =
        () ->
            new Deliveries(
                prices, new PriceStore(dynamo, "prices").minutes(), rechecks, coverage, clock, log);
    NeededMinutes minutes =
        new NeededMinutes(
            new Sources(List.of()),
            new PriceStore(dynamo, "prices").minuteRequests(),
            deliveries,
            calendars,
            clock,
            log);
    Refresh refresh =
        new Refresh(
            new Wanted(mic -> List.of(), watchlist::listings, master(), calendars),
            stretches,
            requests,
            minutes,
            deliveries,
            book,
            calendars,
            clock,
            log);
    new Handler(
            new PriceImport(
                files,
                prices,
                new MinuteImport(
                    new PriceStore(dynamo, "prices").minutes(),
                    new KnownLevels(prices),
                    new ClaimedSessions(MinuteImportTest.claims(Map.of())),
                    calendars),
                reports,
                (key, at, articles) -> begun.add(key + " " + queued.size() + " " + articles),
                rechecks,
                master(),
                log),
            sweep,
            new ReleaseRecheck(
                release,
                this::articles,
                new PriceStore(dynamo, "prices").bookmarks(),
                this::queue,
                log),
            new Orders(
                refresh,
                new NeededPrices(stretches, requests, deliveries, calendars, clock, log),
                minutes,
                watchlist,
                book),
            Retirement.of(Map.of()))
        .handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), answer, context());
    return answer.toString(UTF_8);
  }

  private void queue(List<byte[]> bodies) {
    if (queueIsDown) {
      throw new IllegalStateException("the queue is down");
    }
    bodies.forEach(body -> queued.add(ArticleMessage.parse(body)));
  }

  /** Two a page. */
  private ArticleIndex.Page<ArticleRecord.Summary> articles(@Nullable String cursor) {
    int from = cursor == null ? 0 : Integer.parseInt(cursor);
    int to = Math.min(from + 2, stored.size());
    return new ArticleIndex.Page<>(
        stored.subList(from, to).stream()
            .map(id ->
                new ArticleRecord.Summary(
                    id, "", null, null, null, "", "", List.of(), Map.of(), Map.of(), List.of(),
                    false))
            .toList(),
        to == stored.size() ? null : Integer.toString(to));
  }

  private static Context context() {
    return (Context)
        Proxy.newProxyInstance(
            HandlerTest.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getRemainingTimeInMillis" -> 300_000;
                  case "getAwsRequestId" -> "request";
                  default -> null;
                });
  }

  private static String sqs(String... bodies) {
    StringBuilder records = new StringBuilder();
    for (int i = 0; i < bodies.length; i++) {
      records
          .append(i == 0 ? "" : ",")
          .append("{\"messageId\":\"m")
          .append(i)
          .append(
              "\",\"eventSource\":\"aws:sqs\",\"attributes\":{\"ApproximateReceiveCount\":\"1\"},\"body\":\"")
          .append(bodies[i].replace("\"", "\\\""))
          .append("\"}");
    }
    return "{\"Records\":[" + records + "]}";
  }

  private static String created(String key) {
    return created(key, "2025-02-25T09:00:00Z");
  }

  private static String created(String key, String time) {
    return """
    {"Records":[{"eventSource":"aws:s3","eventName":"ObjectCreated:Put","eventTime":"%s",\
    "s3":{"bucket":{"name":"b"},"object":{"key":"%s","size":10,"eTag":"e","sequencer":"1"}}}]}\
    """
        .formatted(time, key);
  }

  private static Securities master() {
    Listing first =
        new Listing(
            HONG_KONG, "", "HKD", null, null, null, null, null, List.of(), true, null, null, null);
    Listing second =
        new Listing(
            NEW_YORK, "", "USD", null, null, null, null, null, List.of(), false, null, null, null);
    return new Securities(
        "test",
        List.of(
            new Issuer("Acme Harbour", List.of(), List.of(), List.of(), List.of(first, second))));
  }
}
