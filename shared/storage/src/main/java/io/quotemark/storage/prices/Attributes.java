package io.quotemark.storage.prices;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Plain values of an item; an absent text is empty, an absent number 0. */
final class Attributes {
  private Attributes() {}

  static String text(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null || value.s() == null ? "" : value.s();
  }

  static long number(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null || value.n() == null ? 0 : Long.parseLong(value.n());
  }
}
