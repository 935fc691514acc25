package io.quotemark.storage.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quotemark.fixtures.EmbeddedDynamo;
import io.quotemark.storage.AwsClients;
import io.quotemark.storage.StoreUnavailable;
import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class BatchReaderTest {
  private static final String TABLE = "articles";

  /** Together over the 16 MB of one answer, so that the emulator leaves some unread as well. */
  @Test
  void moreThanOneAnswerHolds_comesWhole_andWhatIsNotThereIsLeftOut() {
    try (EmbeddedDynamo local = EmbeddedDynamo.articles(TABLE)) {
      DynamoDbClient dynamo = local.client();
      Table table = new Table(dynamo, TABLE);
      byte[] bytes = new byte[300_000];
      new Random(1).nextBytes(bytes);
      List<String> partitions = IntStream.range(0, 60).mapToObj(i -> "ART#" + i).toList();
      partitions.subList(1, 60).forEach(pk -> table.put(new Item(pk, "META").bytes("body", bytes)));

      var found = new BatchReader(dynamo, TABLE).read(partitions, "META", List.of("body"));

      assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(partitions.subList(1, 60));
      assertThat(found.values()).allSatisfy(i -> assertThat(i.bytes("body")).isEqualTo(bytes));
      assertThat(new BatchReader(dynamo, TABLE).read(partitions, "META", List.of()).values())
          .hasSize(59)
          .noneMatch(item -> item.bytes("body") != null);
    }
  }

  @Test
  void tableThatAnswersWithoutAnyItem_isAskedFiveTimes_andNamedInTheError() {
    Repeating connection =
        new Repeating(
            "{\"Responses\":{},\"UnprocessedKeys\":{\"articles\":{\"Keys\":"
                + "[{\"pk\":{\"S\":\"ART#1\"},\"sk\":{\"S\":\"META\"}}]}}}");
    try (DynamoDbClient dynamo =
        new AwsClients("eu-central-1", connection).dynamoDb(URI.create("http://localhost:1"))) {
      assertThatThrownBy(
              () -> new BatchReader(dynamo, TABLE).read(List.of("ART#1"), "META", List.of()))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("table articles left 1 of 1 items unread, 5 times in a row");
    }
    assertThat(connection.calls()).isEqualTo(5);
  }
}
