package io.quotemark.storage;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The project's tables, made on an emulator for a test, keyed as template.yaml keys them. */
public final class Tables {
  private Tables() {}

  /** A table with the keys {@code pk} and {@code sk}. */
  public static void prices(DynamoDbClient dynamo, String name) {
    dynamo.createTable(keyed(name, List.of("pk", "sk")).build());
  }

  /** The same with the index {@code byVerdict}. */
  public static void articles(DynamoDbClient dynamo, String name) {
    dynamo.createTable(
        keyed(name, List.of("pk", "sk", "gsi1pk", "gsi1sk"))
            .globalSecondaryIndexes(
                GlobalSecondaryIndex.builder()
                    .indexName("byVerdict")
                    .keySchema(keys("gsi1pk", "gsi1sk"))
                    .projection(p -> p.projectionType(ProjectionType.ALL))
                    .build())
            .build());
  }

  private static CreateTableRequest.Builder keyed(String name, List<String> attributes) {
    List<AttributeDefinition> texts = new ArrayList<>();
    for (String attribute : attributes) {
      texts.add(
          AttributeDefinition.builder()
              .attributeName(attribute)
              .attributeType(ScalarAttributeType.S)
              .build());
    }
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .keySchema(keys("pk", "sk"))
        .attributeDefinitions(texts);
  }

  private static List<KeySchemaElement> keys(String hash, String range) {
    return List.of(
        KeySchemaElement.builder().attributeName(hash).keyType(KeyType.HASH).build(),
        KeySchemaElement.builder().attributeName(range).keyType(KeyType.RANGE).build());
  }
}
