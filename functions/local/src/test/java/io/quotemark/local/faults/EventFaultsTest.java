package io.quotemark.local.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.local.cloud.Stage;
import io.quotemark.runtime.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever happens to a call on the way from an upload to those who are told of it, each change is
 * told, on the bus and to the webhook, under the id that it has where nothing happens.
 */
class EventFaultsTest {
  private static final String SLIP = Deliveries.sample("articles/brindlewick-slip.txt");

  /** An article, another that copies its error, a document that is none, and a removal. */
  private static final List<Event> DAY =
      List.of(
          new Event("inbox/slip.txt", SLIP, 1),
          new Event("inbox/copy.txt", SLIP + "\n\nMore follows.", 2),
          new Event("inbox/empty.txt", "", 3),
          new Event("inbox/copy.txt", null, 4));

  @TempDir static Path data;

  private static Newsdesk desk;
  private static Deliveries deliveries;

  @BeforeAll
  static void start() throws IOException {
    desk = new Newsdesk();
    Map<String, String> parameters =
        Map.of(
            "EventBus", "newsroom",
            "WebhookUrl", desk.hook().toString(),
            "WebhookSecret", "/local");
    deliveries =
        new Deliveries(
            new Stage(data, parameters),
            Map.of("AWS_ENDPOINT_URL_EVENTBRIDGE", desk.bus().toString()),
            new Wire(),
            Deliveries.NO_PROVIDER);
    for (String name : List.of("XXXX_BRWK.csv", "XXXX_BRWKY.csv", "eurofxref-hist.csv")) {
      deliveries.prices(name, Deliveries.sample("prices/" + name).getBytes(UTF_8));
    }
  }

  @AfterAll
  static void stop() throws IOException {
    deliveries.close();
    desk.close();
  }

  @Test
  void aDay_disturbedAtAnyCall_isToldInFull() throws IOException {
    run(Map.of());
    Map<String, String> expected = desk.posted();
    assertThat(types(expected))
        .containsOnlyKeys(
            "article.checked",
            "article.removed",
            "claim.contradicted",
            "error.propagated",
            "upload.failed");
    assertThat(desk.onTheBus()).isEqualTo(expected);
    List<Call> calls = deliveries.wire().calls();
    assertThat(calls).extracting(Call::toString).contains("events:PutEvents");

    List<String> wrong = new ArrayList<>();
    for (Map<Integer, Fault> plan : Fault.some(Fault.singles(calls.size()), Fault.MOST)) {
      run(plan);
      if (!desk.posted().equals(expected) || !desk.onTheBus().equals(expected)) {
        wrong.add(
            "%s: posted %s, on the bus %s"
                .formatted(
                    Fault.told(plan, deliveries.wire().calls()),
                    types(desk.posted()),
                    types(desk.onTheBus())));
      }
    }
    assertThat(wrong).as("of runs that make %s", calls).isEmpty();
  }

  /** The process that tells of a change dies between storing and telling: at its first call. */
  @Test
  void aChange_whoseTellerDiesFirst_isTold() throws IOException {
    run(Map.of());
    Map<String, String> expected = desk.posted();
    deliveries.clear();
    deliveries.wire().begin(Map.of());
    for (Event event : DAY) {
      deliveries.happen(event);
      deliveries.deliver(event);
    }
    int stored = deliveries.wire().calls().size();
    desk.forget();

    deliveries.wire().begin(Map.of(0, Fault.KILLED_BEFORE));
    deliveries.publish();

    assertThat(stored).isGreaterThan(20);
    assertThat(desk.posted()).isEqualTo(expected);
    assertThat(desk.onTheBus()).isEqualTo(expected);
  }

  @Test
  void receiver_thatFails_isAskedAgain_andOneThatWantsNoMore_isNot() throws IOException {
    deliveries.clear();
    deliveries.wire().begin(Map.of());
    desk.forget();
    desk.answering(500);
    deliveries.happen(DAY.getFirst());
    deliveries.deliver(DAY.getFirst());
    deliveries.publish();
    int all = desk.posted().size();
    assertThat(desk.requests()).isEqualTo(all + 1);
    assertThat(deliveries.waiting("OutgoingDeadLetters", 10)).isEmpty();

    deliveries.clear();
    desk.forget();
    desk.answering(410);
    deliveries.happen(DAY.getFirst());
    deliveries.deliver(DAY.getFirst());
    deliveries.publish();
    assertThat(desk.requests()).isEqualTo(1);
    assertThat(deliveries.waiting("OutgoingDeadLetters", 10))
        .hasSize(all)
        .allSatisfy(letter -> assertThat(letter.body()).contains("wants no more", "\"tries\":0"));
  }

  /** docs/deploy.md reckons with these calls. */
  @Test
  void telling_writesNothing_andSendsOnceEachWay() throws IOException {
    deliveries.clear();
    desk.forget();
    deliveries.happen(DAY.getFirst());
    deliveries.deliver(DAY.getFirst());
    deliveries.wire().begin(Map.of());
    deliveries.publish();

    Map<String, Integer> calls = new TreeMap<>();
    deliveries.wire().calls().forEach(call -> calls.merge(call.toString(), 1, Integer::sum));
    assertThat(calls)
        .as("a change is told at once; each wrong figure is looked up once")
        .isEqualTo(Map.of("dynamodb:Query", 2, "events:PutEvents", 1, "sqs:SendMessageBatch", 1));
    assertThat(deliveries.wire().units().write()).isZero();
    assertThat(deliveries.wire().units().read()).isLessThanOrEqualTo(BigDecimal.ONE);
  }

  @Test
  void anExport_disturbedAtAnyCall_writesTheSameFiles() throws IOException {
    deliveries.clear();
    deliveries.wire().begin(Map.of());
    for (Event event : DAY) {
      deliveries.happen(event);
      deliveries.deliver(event);
    }
    Map<String, String> expected = exported(Map.of());
    int calls = deliveries.wire().calls().size();
    assertThat(expected.keySet())
        .hasSize(3)
        .allSatisfy(key -> assertThat(key).contains("/date=", "/part-0001."));

    List<String> wrong = new ArrayList<>();
    for (Map<Integer, Fault> plan : Fault.some(Fault.singles(calls), Fault.MOST)) {
      if (!exported(plan).equals(expected)) {
        wrong.add(Fault.told(plan, deliveries.wire().calls()));
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** Keys of the files that an export of the day writes, and digests of their bytes. */
  private static Map<String, String> exported(Map<Integer, Fault> plan) throws IOException {
    deliveries.deleteExports();
    deliveries.forget();
    deliveries.wire().begin(plan);
    LocalDate day = LocalDate.ofInstant(Event.AFTERWARDS.instant(), ZoneOffset.UTC);
    deliveries.deliver(
        Functions.PUBLISH, List.of("{\"type\": \"export\", \"day\": \"" + day + "\"}"));
    return deliveries.exports();
  }

  private static void run(Map<Integer, Fault> plan) throws IOException {
    deliveries.clear();
    deliveries.stage().changes("ArticlesTable"); // of the clearing: nobody is told of that
    desk.forget();
    deliveries.wire().begin(plan);
    for (Event event : DAY) {
      deliveries.happen(event);
      deliveries.deliver(event);
      deliveries.publish();
    }
  }

  private static Map<String, Integer> types(Map<String, String> events) {
    Map<String, Integer> types = new TreeMap<>();
    events
        .values()
        .forEach(event ->
            types.merge(
                Json.read(event.getBytes(UTF_8)).at("type").textOr(event), 1, Integer::sum));
    return types;
  }
}
