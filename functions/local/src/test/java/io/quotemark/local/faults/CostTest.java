package io.quotemark.local.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an article costs in calls and units, alone and among ten of a batch; docs/deploy.md reckons
 * with these figures.
 */
class CostTest {
  @TempDir static Path data;

  private static Deliveries deliveries;

  @BeforeAll
  static void start() throws IOException {
    deliveries = new Deliveries(data, Map.of("PRICE_PROVIDERS", "eodhd"));
    for (String name : List.of("XXXX_BRWK.csv", "XXXX_BRWKY.csv", "eurofxref-hist.csv")) {
      deliveries.prices(name, Deliveries.sample("prices/" + name).getBytes(UTF_8));
    }
  }

  @AfterAll
  static void stop() throws IOException {
    deliveries.close();
  }

  @Test
  void anArticle_afterAnotherOfItsListings_makesTheseCallsOnly() throws IOException {
    String article = Deliveries.sample("articles/brindlewick-order.txt");
    upload("inbox/first.txt", article);
    upload("inbox/second.txt", article.replace("order", "job"));
    assertThat(told())
        .as("eight of the queries are for rates of the dollars, as a sum stands in two currencies")
        .isEqualTo(
            "{dynamodb:BatchWriteItem=1, dynamodb:GetItem=2, dynamodb:PutItem=3, dynamodb:Query=10,"
                + " s3:GET=1, sqs:SendMessageBatch=1}, 6 read units, 10 write units");
    assertThat(deliveries.wire().units().bytes()).isLessThan(20_000);
    Bill bill = Bill.of(1, 16, deliveries.wire());
    assertThat(Files.readString(Path.of("../../docs/deploy.md")))
        .contains(
            String.format(
                Locale.ROOT,
                "each is a batch of its own: %.2f on demand, %.2f provisioned.",
                bill.onDemand(),
                bill.provisioned()));
  }

  @Test
  void tenArticlesOfABatch_readTheRatesOnce_andAreSentWithOneRequest() throws IOException {
    ten("warm");
    ten("full");
    assertThat(told())
        .isEqualTo(
            "{dynamodb:BatchWriteItem=10, dynamodb:GetItem=20, dynamodb:PutItem=30,"
                + " dynamodb:Query=28, s3:GET=10, sqs:SendMessageBatch=1},"
                + " 33 read units, 100 write units");

    Bill bill = Bill.of(10, 16, deliveries.wire());
    assertThat(bill.onDemand()).as(bill.toString()).isLessThanOrEqualTo(8.5);
    assertThat(bill.provisioned()).as(bill.toString()).isLessThanOrEqualTo(5);
    assertThat(Files.readString(Path.of("../../docs/deploy.md"))).contains(bill.lines());
  }

  /** Ten documents that one call of each function is given. */
  private static void ten(String name) throws IOException {
    List<String> notifications = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      String text = Deliveries.sample("articles/brindlewick-order.txt");
      Event event = new Event("inbox/%s-%d.txt".formatted(name, i), text + "\n" + name + i, 1);
      deliveries.happen(event);
      notifications.add(event.notification());
    }
    deliveries.wire().begin(Map.of());
    deliveries.deliver(Functions.PARSE, notifications);
    deliveries.drain();
  }

  @Test
  void anArticleWithAWrongFigure_hasMoreListsToStandIn() throws IOException {
    upload("inbox/third.txt", Deliveries.sample("articles/brindlewick-slip.txt"));
    String again = Deliveries.sample("articles/brindlewick-slip.txt").replace("Monday", "Friday");
    upload("inbox/fourth.txt", again);
    assertThat(told())
        .isEqualTo(
            "{dynamodb:BatchWriteItem=1, dynamodb:GetItem=2, dynamodb:PutItem=3, dynamodb:Query=5,"
                + " s3:GET=1, sqs:SendMessageBatch=1}, 4 read units, 20 write units");
  }

  @Test
  void anArticleWhosePricesAreNotThere_asksOnce_andTheNextLooksOnly() throws IOException {
    upload("inbox/other.txt", LACKING.replace("9988", "0700").replace("Alibaba", "Tencent"));
    upload("inbox/lacking.txt", LACKING);
    assertThat(told())
        .as("beside what every article takes: a look whether it was asked for, and a message")
        .isEqualTo(
            "{dynamodb:BatchWriteItem=1, dynamodb:GetItem=3, dynamodb:PutItem=4, dynamodb:Query=6,"
                + " s3:GET=1, sqs:SendMessageBatch=2}, 4 read units, 10 write units");

    upload("inbox/lacking-too.txt", LACKING.replace("Monday", "the day"));
    assertThat(told())
        .as("one message for many articles")
        .isEqualTo(
            "{dynamodb:BatchWriteItem=1, dynamodb:GetItem=3, dynamodb:PutItem=3, dynamodb:Query=6,"
                + " s3:GET=1, sqs:SendMessageBatch=1}, 4 read units, 9 write units");
  }

  @Test
  void aPriceOfBeforeTheSession_looksForItsMinutes() throws IOException {
    String text =
        """
        Apple before the bell

        February 24, 2025, 8:02 a.m. EST

        Shares of Apple (NASDAQ: AAPL) rose 4.0 percent in pre-market trading on Monday.
        """;
    upload("inbox/morning.txt", text);
    upload("inbox/morning-too.txt", text.replace("rose 4.0", "gained 4.1"));
    assertThat(told())
        .as("one query for each session, beside what an article without prices takes")
        .isEqualTo(
            "{dynamodb:BatchWriteItem=1, dynamodb:GetItem=3, dynamodb:PutItem=3, dynamodb:Query=6,"
                + " s3:GET=1, sqs:SendMessageBatch=1}, 3.5 read units, 9 write units");
  }

  private static final String LACKING =
      """
      Alibaba after the weekend

      February 24, 2025, 16:30 HKT

      Alibaba's Hong Kong-listed shares (9988.HK) closed at HK$135.70 on Monday.
      """;

  private static void upload(String key, String text) throws IOException {
    Event event = new Event(key, text, 1);
    deliveries.happen(event);
    deliveries.wire().begin(Map.of());
    deliveries.deliver(event);
  }

  private static String told() {
    Map<String, Long> calls =
        deliveries.wire().calls().stream()
            .collect(Collectors.groupingBy(Call::toString, TreeMap::new, Collectors.counting()));
    Metered.Units units = deliveries.wire().units();
    return "%s, %s read units, %s write units"
        .formatted(calls, units.read().toPlainString(), units.write().toPlainString());
  }
}
