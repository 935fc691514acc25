package io.quotemark.storage.table;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items as a table's stream writes them, in DynamoDB's JSON. */
public final class StreamedItem {
  private StreamedItem() {}

  /**
   * @param image an item before or after a change
   * @return null where there is none: the item was new, or is gone
   * @throws Json.Malformed where it is no item of ours
   */
  public static @Nullable Item read(Node image) {
    return image.isPresent() ? Item.of(members(image)) : null;
  }

  private static Map<String, AttributeValue> members(Node object) {
    Map<String, AttributeValue> values = new LinkedHashMap<>();
    object.members().forEach((name, value) -> values.put(name, value(value)));
    return values;
  }

  private static AttributeValue value(Node typed) {
    Map.Entry<String, Node> only =
        typed.members().entrySet().stream()
            .findFirst()
            .orElseThrow(() -> new Json.Malformed(typed + " has no type", null));
    Node value = only.getValue();
    return switch (only.getKey()) {
      case "S" -> AttributeValue.fromS(value.text());
      case "N" -> AttributeValue.fromN(value.text());
      case "BOOL" -> AttributeValue.fromBool(value.flag());
      case "B" ->
          AttributeValue.fromB(SdkBytes.fromByteArray(Base64.getDecoder().decode(value.text())));
      case "NULL" -> AttributeValue.fromNul(true);
      case "M" -> AttributeValue.fromM(members(value));
      case "L" -> {
        List<AttributeValue> elements = new ArrayList<>();
        value.elements().forEach(element -> elements.add(value(element)));
        yield AttributeValue.fromL(elements);
      }
      default -> throw new Json.Malformed(typed + " is of a type that no item of ours has", null);
    };
  }
}
