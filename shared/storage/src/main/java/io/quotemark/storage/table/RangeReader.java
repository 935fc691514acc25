package io.quotemark.storage.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Reads ranges of a table page by page, as DynamoDB gives them. */
final class RangeReader {
  private final DynamoDbClient client;
  private final String table;

  RangeReader(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /** Items of the range in order, at most its limit. */
  List<Item> read(Range range) {
    Schema.@Nullable Index index = range.index();
    String pk = index == null ? Schema.PK : index.pk();
    String sk = index == null ? Schema.SK : index.sk();
    String low = range.from() == null ? "\u0000" : range.from();
    String high = range.to() == null ? "\uFFFF" : range.to();
    List<Item> out = new ArrayList<>();
    if (low.compareTo(high) > 0) {
      return out;
    }
    Map<String, AttributeValue> start = Map.of();
    do {
      QueryRequest.Builder query =
          QueryRequest.builder()
              .tableName(table)
              .indexName(index == null ? null : index.name())
              .consistentRead(range.consistent())
              .keyConditionExpression("#pk = :pk and #sk between :from and :to")
              .expressionAttributeNames(Map.of("#pk", pk, "#sk", sk))
              .expressionAttributeValues(
                  Map.of(
                      ":pk", AttributeValue.fromS(range.pk()),
                      ":from", AttributeValue.fromS(low),
                      ":to", AttributeValue.fromS(high)))
              .scanIndexForward(!range.descending())
              .limit(Math.min(1_000, range.limit() - out.size()));
      if (!start.isEmpty()) {
        query.exclusiveStartKey(start);
      }
      QueryResponse page = client.query(query.build());
      for (Map<String, AttributeValue> item : page.items()) {
        out.add(Item.of(item));
      }
      start = page.lastEvaluatedKey();
    } while (!start.isEmpty() && out.size() < range.limit());
    return out;
  }
}
