package io.quotemark.local.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one article costs in calls and units; docs/deploy.md reckons with these figures. */
class CostTest {
  @TempDir static Path data;

  private static Deliveries deliveries;

  @BeforeAll
  static void start() throws IOException {
    deliveries = new Deliveries(data);
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
    upload("inbox/first.txt", Deliveries.sample("articles/brindlewick-slip.txt"));
    String again = Deliveries.sample("articles/brindlewick-slip.txt").replace("Monday", "Friday");
    upload("inbox/second.txt", again);
    assertThat(told())
        .isEqualTo(
            "{dynamodb:BatchWriteItem=1, dynamodb:GetItem=2, dynamodb:PutItem=4, dynamodb:Query=4,"
                + " s3:GET=1, sqs:SendMessageBatch=1}, 2 read units, 13 write units");
    assertThat(deliveries.wire().units().bytes()).isLessThan(16_000);
  }

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
