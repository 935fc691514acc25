package io.quotemark.storage.articles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quotemark.storage.AwsClients;
import io.quotemark.storage.Tables;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.utils.AttributeMap;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

class BatchReaderTest {
  private static final String TABLE = "articles";

  /** Together over the 16 MB of one answer, so that the emulator leaves some unread as well. */
  @Test
  void moreThanOneAnswerHolds_comesWhole_andWhatIsNotThereIsLeftOut() {
    AmazonDynamoDBLocal local = DynamoDBEmbedded.create(true);
    try {
      DynamoDbClient dynamo = local.dynamoDbClient();
      Tables.articles(dynamo, TABLE);
      Table table = new Table(dynamo, TABLE);
      byte[] bytes = new byte[300_000];
      new Random(1).nextBytes(bytes);
      List<String> partitions = IntStream.range(0, 60).mapToObj(i -> "ART#" + i).toList();
      partitions.subList(1, 60).forEach(pk -> table.put(new Item(pk, "META").bytes("body", bytes)));

      var found = new BatchReader(dynamo, TABLE).read(partitions, "META", null);

      assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(partitions.subList(1, 60));
      assertThat(found.values()).allSatisfy(i -> assertThat(i.bytes("body")).isEqualTo(bytes));
      assertThat(new BatchReader(dynamo, TABLE).read(partitions, "META", "pk").values())
          .hasSize(59)
          .noneMatch(item -> item.bytes("body") != null);
    } finally {
      local.shutdown();
    }
  }

  @Test
  void tableThatAnswersWithoutAnyItem_isAskedFiveTimes_andNamedInTheError() {
    Throttled connection = new Throttled();
    try (DynamoDbClient dynamo =
        new AwsClients("eu-central-1", connection).dynamoDb(URI.create("http://localhost:1"))) {
      assertThatThrownBy(() -> new BatchReader(dynamo, TABLE).read(List.of("ART#1"), "META", null))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("table articles left 1 of 1 items unread, 5 times in a row");
    }
    assertThat(connection.calls).hasValue(5);
  }

  /** A table that has no unit left for any key. */
  private static final class Throttled implements SdkHttpClient, SdkHttpClient.Builder<Throttled> {
    private static final String ANSWER =
        "{\"Responses\":{},\"UnprocessedKeys\":{\"articles\":{\"Keys\":"
            + "[{\"pk\":{\"S\":\"ART#1\"},\"sk\":{\"S\":\"META\"}}]}}}";

    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
      return this;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() {
          calls.incrementAndGet();
          return HttpExecuteResponse.builder()
              .response(SdkHttpResponse.builder().statusCode(200).build())
              .responseBody(
                  AbortableInputStream.create(new ByteArrayInputStream(ANSWER.getBytes(UTF_8))))
              .build();
        }

        @Override
        public void abort() {}
      };
    }

    @Override
    public void close() {}
  }
}
