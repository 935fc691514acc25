package io.quotemark.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.model.Message;

/** Whatever happens to a call of an article whose prices are not there, they are asked for. */
@Tag("proof")
class AskFaultsTest {
  private static final Event UPLOAD =
      new Event(
          "inbox/lacking.txt",
          """
          Alibaba after the weekend

          February 24, 2025, 16:30 HKT

          Alibaba's Hong Kong-listed shares (9988.HK) closed at HK$135.70 on Monday.
          """,
          1);

  @TempDir static Path data;

  private static Deliveries deliveries;

  @BeforeAll
  static void start() throws IOException {
    deliveries = new Deliveries(data, Map.of("PRICE_PROVIDERS", "eodhd", "RATES", "ecb"));
  }

  @AfterAll
  static void stop() throws IOException {
    deliveries.close();
  }

  @Test
  void articleDisturbedAtAnyCall_asksForItsPrices() throws IOException {
    assertThat(asked(UPLOAD, Map.of())).hasSize(1);
    int calls = deliveries.wire().calls().size();
    assertThat(calls).isGreaterThan(10);

    List<String> wrong = new ArrayList<>();
    for (Fault fault : Fault.values()) {
      for (int place = 0; place < calls; place++) {
        List<String> needs = asked(UPLOAD, Map.of(place, fault));
        if (needs.isEmpty() || !needs.stream().allMatch(AskFaultsTest::isWanted)) {
          wrong.add(fault + " at call " + place + ": " + needs);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void articleOfTwoSums_asksForTheRatesOfBoth() throws IOException {
    Event upload =
        new Event(
            "inbox/sums.txt",
            """
            Alibaba spends

            February 24, 2025, 16:30 HKT

            Alibaba will spend 150 billion yuan ($20.69 billion) over three years.
            """,
            1);

    assertThat(asked(upload, Map.of()))
        .hasSize(2)
        .anyMatch(need -> need.contains("\"FX:EURUSD\"") && need.contains("\"2025-01-2"))
        .anyMatch(need -> need.contains("\"FX:EURCNY\""));
  }

  private static boolean isWanted(String message) {
    return message.contains("\"type\":\"need\"") && message.contains("\"XHKG:9988\"");
  }

  /** Messages that the article sends to the prices queue, taken from it. */
  private static List<String> asked(Event upload, Map<Integer, Fault> faults) throws IOException {
    deliveries.clear();
    deliveries.happen(upload);
    deliveries.wire().begin(faults);
    deliveries.deliver(upload);
    List<String> bodies = new ArrayList<>();
    for (List<Message> batch = deliveries.waiting("PricesQueue", 10);
        !batch.isEmpty();
        batch = deliveries.waiting("PricesQueue", 10)) {
      batch.forEach(message -> bodies.add(message.body()));
    }
    return bodies;
  }
}
