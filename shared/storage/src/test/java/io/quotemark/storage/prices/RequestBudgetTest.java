package io.quotemark.storage.prices;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.fixtures.EmbeddedDynamo;
import io.quotemark.storage.prices.RequestBudget.Grant;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** On DynamoDB's own emulator, in this JVM. */
class RequestBudgetTest {
  private static final Instant NOW = Instant.parse("2025-02-24T23:58:30Z");

  @RegisterExtension final EmbeddedDynamo local = EmbeddedDynamo.prices("prices");
  private final DynamoDbClient dynamo = local.client();

  @Test
  void minuteUsedUp_isRefusedUntilTheNext() {
    RequestBudget budget = budget(100, 3);

    assertThat(budget.take(2, NOW)).isEqualTo(new Grant.Granted());
    assertThat(budget.take(2, NOW))
        .isEqualTo(new Grant.NextMinute(Instant.parse("2025-02-24T23:59:00Z")));
    assertThat(budget.take(1, NOW)).isEqualTo(new Grant.Granted());
    assertThat(budget.take(2, NOW.plusSeconds(30))).isEqualTo(new Grant.Granted());
  }

  @Test
  void dayUsedUp_isRefusedUntilTheNext() {
    RequestBudget budget = budget(3, 100);

    assertThat(budget.take(2, NOW)).isEqualTo(new Grant.Granted());
    assertThat(budget.take(2, NOW.plusSeconds(60)))
        .isEqualTo(new Grant.NextDay(Instant.parse("2025-02-25T00:00:00Z")));
    assertThat(budget.take(2, NOW.plusSeconds(120))).isEqualTo(new Grant.Granted());
  }

  @Test
  void providers_haveBudgetsOfTheirOwn() {
    assertThat(budget(1, 1).take(1, NOW)).isEqualTo(new Grant.Granted());
    assertThat(new PriceStore(dynamo, "prices").budget("another", 1, 1).take(1, NOW))
        .isEqualTo(new Grant.Granted());
  }

  @Test
  void severalEnvironments_shareOneBudget() throws Exception {
    try (ExecutorService environments = Executors.newFixedThreadPool(4)) {
      List<Callable<Integer>> work =
          IntStream.range(0, 4)
              .<Callable<Integer>>mapToObj(environment ->
                  () -> {
                    RequestBudget own = budget(10, 10);
                    int granted = 0;
                    for (int i = 0; i < 6; i++) {
                      granted += own.take(1, NOW) instanceof Grant.Granted ? 1 : 0;
                    }
                    return granted;
                  })
              .toList();
      int granted = 0;
      for (var done : environments.invokeAll(work)) {
        granted += done.get();
      }
      assertThat(granted).isEqualTo(10);
    }
  }

  private RequestBudget budget(int perDay, int perMinute) {
    return new PriceStore(dynamo, "prices").budget("eodhd", perDay, perMinute);
  }
}
