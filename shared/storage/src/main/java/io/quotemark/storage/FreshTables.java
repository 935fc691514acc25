package io.quotemark.storage;

import io.quotemark.storage.table.Schema;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * DynamoDB as a function sees it on its first work: nothing is stored but what it puts itself, and
 * that is there when it looks again. Conditions hold, queries find nothing.
 */
public final class FreshTables {
  private final Map<String, JsonNode> items = new ConcurrentHashMap<>();

  /**
   * @param call name of the API's action, for instance {@code GetItem}
   * @param request its JSON
   * @return the JSON of the answer
   */
  public String answer(String call, byte[] request) {
    return switch (call) {
      case "PutItem" -> {
        JsonNode put = read(request);
        JsonNode item = member(put, "Item");
        items.put(place(table(put), item), item);
        yield "{}";
      }
      case "GetItem" -> {
        JsonNode get = read(request);
        JsonNode item = items.get(place(table(get), member(get, "Key")));
        yield item == null ? "{}" : "{\"Item\":" + item + "}";
      }
      case "DeleteItem" -> {
        JsonNode delete = read(request);
        items.remove(place(table(delete), member(delete, "Key")));
        yield "{}";
      }
      case "Query" -> "{\"Count\":0,\"ScannedCount\":0,\"Items\":[]}";
      case "BatchGetItem" -> "{\"Responses\":{},\"UnprocessedKeys\":{}}";
      case "BatchWriteItem" -> {
        member(read(request), "RequestItems").asObject().forEach(this::write);
        yield "{\"UnprocessedItems\":{}}";
      }
      case "UpdateItem", "TransactWriteItems" -> "{}";
      default -> throw new IllegalStateException("no answer is known to " + call);
    };
  }

  private static JsonNode read(byte[] json) {
    return JsonNode.parser().parse(new String(json, StandardCharsets.UTF_8));
  }

  private void write(String table, JsonNode requests) {
    for (JsonNode request : requests.asArray()) {
      request
          .field("PutRequest")
          .ifPresent(put -> items.put(place(table, member(put, "Item")), member(put, "Item")));
      request
          .field("DeleteRequest")
          .ifPresent(delete -> items.remove(place(table, member(delete, "Key"))));
    }
  }

  private static String table(JsonNode request) {
    return member(request, "TableName").asString();
  }

  private static String place(String table, JsonNode key) {
    return table + " " + member(key, Schema.PK) + " " + member(key, Schema.SK);
  }

  private static JsonNode member(JsonNode object, String name) {
    return object
        .field(name)
        .orElseThrow(() -> new IllegalStateException("no " + name + " in " + object));
  }
}
