package io.quotemark.storage.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quotemark.fixtures.EmbeddedDynamo;
import io.quotemark.storage.AwsClients;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class BatchWriterTest {
  private static final String TABLE = "articles";

  @Test
  void moreThanOneCallTakes_isWritten_andDeleted() {
    try (EmbeddedDynamo local = EmbeddedDynamo.articles(TABLE)) {
      DynamoDbClient dynamo = local.client();
      Table table = new Table(dynamo, TABLE);
      List<Key> keys =
          IntStream.range(0, 60)
              .mapToObj(i -> new Key("ALL", "2025-02-%02d".formatted(i)))
              .toList();
      List<Item> entries =
          keys.stream().map(key -> new Item(key.pk(), key.sk()).text("title", "t")).toList();
      BatchWriter writer = new BatchWriter(dynamo, TABLE);

      writer.write(entries, List.of());
      assertThat(all(table)).hasSize(60).allMatch(item -> item.text("title").equals("t"));

      writer.write(entries.subList(0, 10), keys.subList(10, 50));
      assertThat(all(table))
          .extracting(item -> item.text("sk"))
          .hasSize(20)
          .doesNotContainAnyElementsOf(keys.subList(10, 50).stream().map(Key::sk).toList());

      writer.write(List.of(), List.of());
      assertThat(all(table)).hasSize(20);
    }
  }

  @Test
  void tableThatWritesNothing_isAskedFiveTimes_andNamedInTheError() {
    Repeating connection =
        new Repeating(
            "{\"UnprocessedItems\":{\"articles\":[{\"DeleteRequest\":"
                + "{\"Key\":{\"pk\":{\"S\":\"ALL\"},\"sk\":{\"S\":\"x\"}}}}]}}");
    try (DynamoDbClient dynamo =
        new AwsClients("eu-central-1", connection).dynamoDb(URI.create("http://localhost:1"))) {
      assertThatThrownBy(
              () -> new BatchWriter(dynamo, TABLE).write(List.of(), List.of(new Key("ALL", "x"))))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("table articles left 1 of 1 items unwritten, 5 times in a row");
    }
    assertThat(connection.calls()).isEqualTo(5);
  }

  private static List<Item> all(Table table) {
    return table.query(Range.of("ALL").limit(100));
  }
}
