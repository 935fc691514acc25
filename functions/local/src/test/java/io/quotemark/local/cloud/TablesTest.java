package io.quotemark.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.local.template.Specs;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;

/** DynamoDB Local, of which there may be several in one JVM. */
class TablesTest {
  private static final int REQUESTS = 150;
  private static final long PAUSE_NANOS = 200_000;

  @Test
  void othersThatStartMeanwhile_disturbNoRequest() throws Exception {
    List<Specs.Table> specs = TestCloud.template().tables();
    Tables tables = Tables.inMemory(specs);
    LocalDynamoDBRequestHandler other = new LocalDynamoDBRequestHandler(0, true, null, true, false);
    AtomicBoolean over = new AtomicBoolean();
    try (DynamoDbClient client = Clients.dynamoDb(tables.endpoint());
        ExecutorService others = Executors.newSingleThreadExecutor()) {
      Future<Integer> started =
          others.submit(() -> {
            int count = 0;
            for (; !over.get(); count++) {
              TablesGuard.emulator(other);
              LockSupport.parkNanos(PAUSE_NANOS);
            }
            return count;
          });
      List<Integer> listed = new ArrayList<>();
      try {
        for (int i = 0; i < REQUESTS; i++) {
          listed.add(client.listTables().tableNames().size());
        }
      } finally {
        over.set(true);
      }
      assertThat(listed).hasSize(REQUESTS).containsOnly(specs.size());
      assertThat(started.get()).isPositive();
    } finally {
      tables.stop();
    }
  }
}
