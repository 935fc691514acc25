package io.quotemark.storage.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A table item as names and values; absent and null are the same. */
public final class Item {
  /** What one attribute may hold: an item may have 400 KB in all, names and keys included. */
  public static final int MOST_BYTES = 300_000;

  private final Map<String, AttributeValue> values;

  public Item(String pk, String sk) {
    this.values = new LinkedHashMap<>(key(pk, sk));
  }

  private Item(Map<String, AttributeValue> values) {
    this.values = new LinkedHashMap<>(values);
  }

  static Item of(Map<String, AttributeValue> values) {
    return new Item(values);
  }

  /** An item of its own with the same values. */
  public Item copy() {
    return new Item(values);
  }

  static Map<String, AttributeValue> key(String pk, String sk) {
    return Map.of(Schema.PK, AttributeValue.fromS(pk), Schema.SK, AttributeValue.fromS(sk));
  }

  Map<String, AttributeValue> values() {
    return values;
  }

  public Item text(String name, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      values.remove(name);
    } else {
      values.put(name, AttributeValue.fromS(value));
    }
    return this;
  }

  public Item number(String name, long value) {
    values.put(name, AttributeValue.fromN(Long.toString(value)));
    return this;
  }

  public Item flag(String name, boolean value) {
    if (value) {
      values.put(name, AttributeValue.fromBool(true));
    } else {
      values.remove(name);
    }
    return this;
  }

  @SuppressWarnings("ArrayRecordComponent")
  public Item bytes(String name, byte @Nullable [] value) {
    if (value == null) {
      values.remove(name);
    } else {
      values.put(name, AttributeValue.fromB(SdkBytes.fromByteArray(value)));
    }
    return this;
  }

  /** Sorted, so that the same texts are the same bytes. */
  public Item texts(String name, Collection<String> value) {
    if (value.isEmpty()) {
      values.remove(name);
    } else {
      List<AttributeValue> texts = new ArrayList<>(value.size());
      for (String text : new TreeSet<>(value)) {
        texts.add(AttributeValue.fromS(text));
      }
      values.put(name, AttributeValue.fromL(texts));
    }
    return this;
  }

  /** As they come, none of them included. */
  public Item list(String name, List<String> value) {
    List<AttributeValue> texts = new ArrayList<>(value.size());
    for (String text : value) {
      texts.add(AttributeValue.fromS(text));
    }
    values.put(name, AttributeValue.fromL(texts));
    return this;
  }

  public Item map(String name, Map<String, String> value) {
    Map<String, AttributeValue> out = new TreeMap<>();
    for (Map.Entry<String, String> entry : value.entrySet()) {
      out.put(entry.getKey(), AttributeValue.fromS(entry.getValue()));
    }
    values.put(name, AttributeValue.fromM(out));
    return this;
  }

  public Item counts(String name, Map<String, Integer> value) {
    Map<String, AttributeValue> out = new TreeMap<>();
    for (Map.Entry<String, Integer> entry : value.entrySet()) {
      out.put(entry.getKey(), AttributeValue.fromN(Integer.toString(entry.getValue())));
    }
    values.put(name, AttributeValue.fromM(out));
    return this;
  }

  public String text(String name) {
    AttributeValue value = values.get(name);
    return value == null || value.s() == null ? "" : value.s();
  }

  public @Nullable String textOrNull(String name) {
    String text = text(name);
    return text.isEmpty() ? null : text;
  }

  public long number(String name) {
    AttributeValue value = values.get(name);
    return value == null || value.n() == null ? 0 : new BigDecimal(value.n()).longValueExact();
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  public boolean flag(String name) {
    AttributeValue value = values.get(name);
    return value != null && Boolean.TRUE.equals(value.bool());
  }

  public Item without(String name) {
    values.remove(name);
    return this;
  }

  public byte @Nullable [] bytes(String name) {
    AttributeValue value = values.get(name);
    return value == null || value.b() == null ? null : value.b().asByteArray();
  }

  public List<String> texts(String name) {
    AttributeValue value = values.get(name);
    List<String> out = new ArrayList<>();
    if (value != null && value.hasL()) {
      for (AttributeValue text : value.l()) {
        out.add(text.s());
      }
    }
    return out;
  }

  public Map<String, String> map(String name) {
    AttributeValue value = values.get(name);
    Map<String, String> out = new TreeMap<>();
    if (value != null && value.hasM()) {
      value.m().forEach((k, v) -> out.put(k, v.s()));
    }
    return out;
  }

  public Map<String, Integer> counts(String name) {
    AttributeValue value = values.get(name);
    Map<String, Integer> out = new TreeMap<>();
    if (value != null && value.hasM()) {
      value.m().forEach((k, v) -> out.put(k, Integer.parseInt(v.n())));
    }
    return out;
  }

  /** Whether two items agree in all but their revision. */
  public boolean sameAs(Item other) {
    Map<String, Object> left = new TreeMap<>(values);
    Map<String, Object> right = new TreeMap<>(other.values);
    left.remove(Attributes.REVISION);
    right.remove(Attributes.REVISION);
    return left.equals(right);
  }
}
