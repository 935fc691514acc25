package io.quotemark.local.cloud;

import io.quotemark.local.template.Specs;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local on a folder. Its handler runs in a server of our own, because the server it brings
 * listens on every interface and reports its start to its maker.
 */
final class Tables implements Part {
  private final Server server;
  private final LocalDynamoDBServerHandler handler;
  private final URI endpoint;

  private Tables(Server server, LocalDynamoDBServerHandler handler, URI endpoint) {
    this.server = server;
    this.handler = handler;
    this.endpoint = endpoint;
  }

  /**
   * @param port 0 for any
   */
  static Tables start(Path folder, int port, List<Specs.Table> tables) throws IOException {
    Files.createDirectories(folder);
    return start(
        new LocalDynamoDBRequestHandler(0, false, folder.toString(), true, false), port, tables);
  }

  /** Tables that nothing is left of afterwards. */
  static Tables inMemory(List<Specs.Table> tables) throws IOException {
    return start(new LocalDynamoDBRequestHandler(0, true, null, true, false), 0, tables);
  }

  private static Tables start(
      LocalDynamoDBRequestHandler requests, int port, List<Specs.Table> tables) throws IOException {
    try {
      LocalDynamoDBServerHandler handler = TablesGuard.emulator(requests);
      Server server = new Server();
      ServerConnector connector = new ServerConnector(server);
      connector.setHost(Loopback.HOST);
      connector.setPort(port);
      server.addConnector(connector);
      server.setHandler(
          TablesGuard.before(
              handler, new Guard(Guard.Door.SERVICE, connector::getLocalPort, List.of())));
      server.start();
      URI endpoint = Loopback.http(connector.getLocalPort());
      Tables started = new Tables(server, handler, endpoint);
      try (DynamoDbClient client = Clients.dynamoDb(endpoint)) {
        List<String> existing = client.listTables().tableNames();
        tables.stream()
            .filter(table -> !existing.contains(table.id()))
            .forEach(table -> create(client, table));
        tables.forEach(table -> stream(client, table));
        tables.stream().limit(1).forEach(table -> read(client, table));
      }
      return started;
    } catch (Exception e) {
      throw new IOException("DynamoDB Local did not start on port " + port + ": " + e, e);
    }
  }

  /** The emulator's first query may take it longer than a function that answers callers waits. */
  private static void read(DynamoDbClient client, Specs.Table table) {
    client.query(r ->
        r.tableName(table.id())
            .keyConditionExpression("#key = :key")
            .expressionAttributeNames(Map.of("#key", table.keys().partition()))
            .expressionAttributeValues(Map.of(":key", AttributeValue.fromS("none"))));
  }

  static void create(DynamoDbClient client, Specs.Table table) {
    CreateTableRequest.Builder request =
        CreateTableRequest.builder()
            .tableName(table.id())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .keySchema(keys(table.keys()))
            .attributeDefinitions(
                table.attributes().entrySet().stream()
                    .map(entry ->
                        AttributeDefinition.builder()
                            .attributeName(entry.getKey())
                            .attributeType(ScalarAttributeType.fromValue(entry.getValue()))
                            .build())
                    .toList());
    if (!table.indexes().isEmpty()) {
      request.globalSecondaryIndexes(
          table.indexes().stream()
              .map(index ->
                  GlobalSecondaryIndex.builder()
                      .indexName(index.name())
                      .keySchema(keys(index.keys()))
                      .projection(p -> p.projectionType(ProjectionType.ALL))
                      .build())
              .toList());
    }
    client.createTable(request.build());
    @Nullable String expiry = table.timeToLive();
    if (expiry != null) {
      client.updateTimeToLive(r ->
          r.tableName(table.id())
              .timeToLiveSpecification(t -> t.attributeName(expiry).enabled(true)));
    }
  }

  /** Has the table tell of its changes, or no longer, whichever it did so far. */
  static void stream(DynamoDbClient client, Specs.Table table) {
    StreamSpecification there =
        client.describeTable(r -> r.tableName(table.id())).table().streamSpecification();
    boolean on = there != null && Boolean.TRUE.equals(there.streamEnabled());
    if (on == table.stream()) {
      return;
    }
    StreamSpecification.Builder wanted =
        StreamSpecification.builder().streamEnabled(table.stream());
    if (table.stream()) {
      wanted.streamViewType(StreamViewType.NEW_AND_OLD_IMAGES);
    }
    client.updateTable(r -> r.tableName(table.id()).streamSpecification(wanted.build()));
  }

  private static List<KeySchemaElement> keys(Specs.Keys keys) {
    List<KeySchemaElement> elements = new ArrayList<>();
    elements.add(
        KeySchemaElement.builder().attributeName(keys.partition()).keyType(KeyType.HASH).build());
    if (keys.sort() != null) {
      elements.add(
          KeySchemaElement.builder().attributeName(keys.sort()).keyType(KeyType.RANGE).build());
    }
    return elements;
  }

  URI endpoint() {
    return endpoint;
  }

  @Override
  public void stop() throws Exception {
    server.stop();
    handler.close();
  }
}
