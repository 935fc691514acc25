package io.quotemark.storage.prices;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Writes an item unless somebody else has written it since it was read. */
final class OptimisticPut {
  private OptimisticPut() {}

  /**
   * @param attribute which tells one state of the item from another
   * @param before its value as it was read; null where there was no item
   * @return whether it is written; false where another wrote since
   */
  static boolean write(
      DynamoDbClient client,
      String table,
      Map<String, AttributeValue> item,
      String attribute,
      @Nullable AttributeValue before) {
    try {
      client.putItem(request -> {
        request.tableName(table).item(item);
        if (before == null) {
          request.conditionExpression("attribute_not_exists(pk)");
        } else {
          request
              .conditionExpression(attribute + " = :before")
              .expressionAttributeValues(Map.of(":before", before));
        }
      });
      return true;
    } catch (ConditionalCheckFailedException changedMeanwhile) {
      return false;
    }
  }
}
