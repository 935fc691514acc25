package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.fetch.Web;
import io.quotemark.fixtures.NewsHosts;
import io.quotemark.fixtures.NewsHosts.Answer;
import io.quotemark.fixtures.ScriptedProvider;
import io.quotemark.local.template.Permissions;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.calendar.TradingCalendar;
import io.quotemark.publish.webhook.Secrets;
import io.quotemark.refresh.Outside;
import io.quotemark.runtime.json.Node;
import io.quotemark.runtime.rows.ClaimFiles;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What each function may do in the template is what it does: a run through all that a user and an
 * operator can ask for makes every call that a role allows, and none that it does not.
 */
class PermissionsTest {
  /** Done for a function by Lambda itself: its logs, its queue, its dead letters, the key. */
  private static final Set<String> BY_LAMBDA =
      Set.of(
          "logs:CreateLogStream",
          "logs:PutLogEvents",
          "sqs:ReceiveMessage",
          "sqs:DeleteMessage",
          "sqs:ChangeMessageVisibility",
          "sqs:GetQueueAttributes",
          "kms:Decrypt",
          "kms:GenerateDataKey",
          "dynamodb:DescribeStream",
          "dynamodb:GetRecords",
          "dynamodb:GetShardIterator",
          "dynamodb:ListStreams");

  /**
   * Allowed where there is a bus, which the local cloud has none of; {@code EventFaultsTest} makes
   * the call.
   */
  private static final Set<String> WITH_A_BUS = Set.of("events:PutEvents");

  /**
   * Allowed where a price provider is configured, which the local cloud has none of; the test of
   * the function's ParameterStore makes the call.
   */
  private static final Set<String> WITH_A_PROVIDER = Set.of("ssm:GetParameter");

  /**
   * Allowed where people sign in; {@code StoredSecretTest} makes the calls for the key of cookies
   * and for a client's secret.
   */
  private static final Set<String> WITH_A_LOGIN =
      Set.of("secretsmanager:GetSecretValue", "ssm:GetParameter");

  /**
   * Allowed where the bucket keeps versions, which the local cloud's does not; {@code
   * BucketVersionsTest} makes the calls.
   */
  private static final Set<String> WITH_VERSIONS =
      Set.of("s3:ListBucketVersions", "s3:DeleteObjectVersion");

  private static final TradingCalendar HONG_KONG = Calendars.load().of("XHKG");

  @TempDir Path data;

  @Test
  void rolesAllow_exactlyTheCallsThatAreMade() throws Exception {
    String listings = OwnListingsTest.install(data);
    Map<String, Set<String>> allowed =
        Permissions.of(Files.readString(Places.home().resolve("template.yaml")));
    assertThat(allowed).hasSizeGreaterThanOrEqualTo(6);
    allowed.values().forEach(calls -> calls.removeIf(PermissionsTest::isMadeElsewhere));
    Map<String, Set<String>> calls = new TreeMap<>();
    List<byte[]> keys = Secrets.read(WebhookReceiver.SECRET);
    try (ScriptedProvider provider = ScriptedProvider.eodhd(HONG_KONG::isSession);
        NewsHosts hosts = new NewsHosts();
        WebhookReceiver receiver = new WebhookReceiver(request -> request == 0 ? 500 : 200);
        Pipeline pipeline =
            new Pipeline(
                data,
                null,
                Map.of(
                    "Listings", listings,
                    "PriceUploads", "on",
                    "Exports", "on",
                    "PriceProviders", "eodhd",
                    "WebhookUrl", receiver.address().toString(),
                    "WebhookSecret", "/local",
                    "Feeds", "config/feeds.txt",
                    "FetchHosts", "ledger.example",
                    "ArchiveConcurrency", "2"),
                new Handlers(
                    Outside.at(provider.address(), "secret"),
                    () -> keys,
                    null,
                    new Web(new LoopbackWeb(hosts), Duration.ZERO, Clock.systemUTC())))) {
      everything(pipeline);
      fetched(pipeline, hosts);
      exported(pipeline);
      receiver.refuseFromNowOn();
      told(pipeline);
      for (String function : allowed.keySet()) {
        calls.put(function, CallRecorder.of(function, pipeline.cloud()));
      }
    }
    List<String> wrong = new ArrayList<>();
    allowed.forEach((function, right) -> {
      Set<String> made = calls.getOrDefault(function, Set.of());
      made.stream()
          .filter(call -> !right.contains(call))
          .forEach(call -> wrong.add(function + " makes a call that its role forbids: " + call));
      // without the right to list, S3 answers 403 and not 404 where a key is gone
      boolean reads = made.stream().anyMatch(call -> call.startsWith("s3:GetObject"));
      right.stream()
          .filter(call -> !made.contains(call))
          .filter(call -> !(reads && call.equals("s3:ListBucket Bucket")))
          .forEach(call -> wrong.add(function + " may make a call that it never makes: " + call));
    });
    assertThat(wrong).isEmpty();
  }

  private void everything(Pipeline pipeline) throws Exception {
    for (Sample.SampleFile file : Sample.prices()) {
      pipeline.drop().put("prices/" + file.name(), file.bytes());
    }
    pipeline.settled();
    Sample.SampleFile article = Sample.articles().getFirst();
    String id = article(pipeline.upload("inbox/a.txt", article.bytes()));
    pipeline.upload("inbox/archive/a.txt", Sample.articles().getLast().bytes());
    pipeline.upload("inbox/b.txt", article.bytes());
    pipeline.upload("inbox/b.txt", "Brindlewick\n\nShares of Brindlewick fell 1%.\n\nNo more.");
    pipeline.delete("inbox/b.txt");
    pipeline.upload("inbox/empty.txt", "");
    pipeline.upload("inbox/waits.json", ReadersDesk.WAITING); // for prices, which are asked for
    String wordy =
        article(
            pipeline.upload(
                "inbox/long.txt", LongText.after("Brindlewick at length\n\nMarch 4, 2025\n\n", 3)));
    pipeline.drop().put("prices/" + Sample.prices().getFirst().name(), changedPrices());
    pipeline.send(
        "ArticlesQueue",
        "{\"type\":\"recheck\",\"article_id\":\"" + wordy + "\",\"why\":\"test\"}");
    pipeline.send("PricesQueue", "{\"type\": \"sweep\"}");
    pipeline.settled();
    pipeline.post("/v1/price-files?name=XXXX_BRWK.csv", "text/csv", changedPrices());
    pipeline.settled();
    // after all prices: it would be checked again with each
    String full = article(pipeline.upload("inbox/full.txt", manyClaims()));
    for (String path :
        List.of(
            "/",
            "/v1/articles",
            "/v1/articles?listing=XHKG:9988",
            "/v1/claims",
            "/v1/articles/" + id,
            "/v1/articles/" + id + "/original",
            "/v1/articles/" + id + "/similar",
            "/v1/articles/" + wordy,
            // what its 3,400 claims are read for, without 13 MB of them
            "/v1/articles/" + full + "/chart.svg",
            "/articles/" + id,
            "/v1/articles/" + id + "/chart.svg",
            "/v1/listings/XXXX:BRWK/prices",
            "/v1/uploads",
            "/v1/evidence-needed",
            "/v1/price-files",
            "/v1/uploads?key=inbox/a.txt")) {
      HttpResponse<String> answer = pipeline.get(path);
      assertThat(answer.statusCode()).as("%s: %.300s", path, answer.body()).isLessThan(500);
    }
    pipeline.post("/v1/check", "text/plain", article.bytes());
    String kept =
        pipeline
            .post(
                "/checked",
                "application/x-www-form-urlencoded",
                "do=address&document=Brindlewick%0A%0AShares+of+Brindlewick+Lanterns+fell+1%25+on+Monday%2C+the+exchange+said."
                    .getBytes(UTF_8))
            .headers()
            .firstValue("location")
            .orElseThrow();
    assertThat(pipeline.get(kept).statusCode()).isEqualTo(200);
    pipeline.post("/v1/articles", "text/plain", article.bytes());
    pipeline.settled();
    pipeline.forget("inbox/a.txt");
    assertThat(run("sweep", "--older-than", "0")).isZero();
    for (String gone : List.of(wordy, full, id)) {
      assertThat(run("purge", gone, "--yes")).isZero();
    }
    pipeline.settled();
  }

  /** A feed with a page, and a page that a caller asks for in vain. */
  private void fetched(Pipeline pipeline, NewsHosts hosts) throws Exception {
    hosts.host(
        "ledger.example",
        path ->
            switch (path) {
              case "/rss" ->
                  Answer.feed("<rss><channel><item><link>/1</link></item></channel></rss>");
              case "/1" -> Answer.html("<p>Shares of Brindlewick rose 2% on Tuesday.</p>");
              default -> Answer.of(404);
            });
    pipeline.drop().put("config/feeds.txt", "http://ledger.example/rss".getBytes(UTF_8));
    assertThat(run("feeds", "--now")).isZero();
    assertThat(
            pipeline
                .post(
                    "/v1/articles",
                    "application/json",
                    "{\"url\": \"http://ledger.example/2\"}".getBytes(UTF_8))
                .statusCode())
        .isEqualTo(202);
    pipeline.drop().drained(List.of("FetchQueue"));
    pipeline.settled();
  }

  /** A day that is exported twice, with less in it the second time. */
  private void exported(Pipeline pipeline) throws Exception {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    Path folder = data.resolve("bucket").resolve(ClaimFiles.folder(ClaimFiles.NDJSON, today));
    pipeline.upload("inbox/exported.txt", Sample.articles().getFirst().bytes());
    pipeline.settled();
    ExportTest.export(pipeline, data, today);
    Files.delete(data.resolve("bucket").resolve(ClaimFiles.key(ClaimFiles.REMOVED, today, 1)));
    pipeline.drop().put(ClaimFiles.key(ClaimFiles.NDJSON, today, 9), new byte[] {1});
    ExportTest.export(pipeline, data, today);
    ReadersDesk.await(() -> !Files.exists(folder.resolve("part-0009.ndjson.gz")));
  }

  /** One more article, which the receiver wants no news of. */
  private static void told(Pipeline pipeline) throws InterruptedException {
    pipeline.upload("inbox/last.txt", Sample.articles().getLast().bytes());
    pipeline.settled();
    for (int i = 0; i < 300 && pipeline.waiting("OutgoingDeadLetters") == 0; i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private int run(String... arguments) {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--data";
    all[arguments.length + 1] = data.toString();
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    return Quotemark.run(nowhere, nowhere, all);
  }

  private static String article(Node upload) {
    return upload.at("articles").texts().getFirst();
  }

  /** The sample's history with its last close changed, so that articles are checked again. */
  private static byte[] changedPrices() {
    String history = new String(Sample.prices().getFirst().bytes(), UTF_8).strip();
    return history.replaceFirst("([0-9])(\\s*)$", "1$1$2").getBytes(UTF_8);
  }

  /** So many claims that the findings do not fit into an item. */
  private static byte[] manyClaims() {
    StringBuilder text = new StringBuilder("Brindlewick, day by day\n\nMarch 4, 2025\n\n");
    Random random = new Random(3);
    for (int i = 0; i < 3_400; i++) {
      text.append("Shares of Brindlewick rose ")
          .append(random.nextInt(90))
          .append('.')
          .append(random.nextInt(10))
          .append("% to $")
          .append(random.nextInt(900))
          .append('.')
          .append(10 + random.nextInt(90))
          .append(" on Tuesday.\n\n");
    }
    return text.toString().getBytes(UTF_8);
  }

  private static boolean isMadeElsewhere(String call) {
    String action = call.substring(0, call.indexOf(' '));
    return BY_LAMBDA.contains(action)
        || WITH_A_PROVIDER.contains(action)
        || WITH_A_LOGIN.contains(action)
        || WITH_VERSIONS.contains(action)
        || WITH_A_BUS.contains(action)
        || call.equals("sqs:SendMessage SchedulesDeadLetters");
  }
}
