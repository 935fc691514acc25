package io.quotemark.local.faults;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * All that is stored: items by their keys, and objects by theirs with a digest of their bytes. The
 * revision of an item only counts how often it was written, so it is left out.
 */
record Snapshot(Map<String, Map<String, AttributeValue>> items, Map<String, String> objects) {
  static Snapshot of(List<Map<String, AttributeValue>> rows, Map<String, String> objects) {
    Map<String, Map<String, AttributeValue>> items = new TreeMap<>();
    for (Map<String, AttributeValue> row : rows) {
      Map<String, AttributeValue> item = new TreeMap<>(row);
      item.remove("rev");
      items.put(key(row, "pk") + " " + key(row, "sk"), item);
    }
    return new Snapshot(items, new TreeMap<>(objects));
  }

  /**
   * What a reader finds: records of uploads, articles, and entries of lists. Former versions and
   * the directories of names only grow, whatever of an older event was seen; that an article went
   * is told only where it had been there.
   */
  Snapshot read() {
    Map<String, Map<String, AttributeValue>> read = new TreeMap<>();
    items.forEach((key, item) -> {
      String sort = key(item, "sk");
      if (sort.equals("UPLOAD")
          || (sort.equals("META") && !item.containsKey("removed"))
          || (sort.contains("#") && !key.startsWith("ART#") && !key.startsWith("REMOVED "))) {
        read.put(key, item);
      }
    });
    return new Snapshot(read, objects);
  }

  /**
   * Without the moments at which things were written: they are no part of what the same input
   * gives.
   */
  Snapshot undated() {
    Map<String, Map<String, AttributeValue>> undated = new TreeMap<>();
    items.forEach((key, item) -> {
      if (!isDated(key)) {
        Map<String, AttributeValue> rest = new TreeMap<>(item);
        rest.remove("updated");
        rest.computeIfPresent(
            "listed",
            (name, keys) -> {
              Map<String, AttributeValue> lists = new TreeMap<>(keys.m());
              lists.values().removeIf(list -> isDated(list.s()));
              return AttributeValue.fromM(lists);
            });
        undated.put(key, rest);
      }
    });
    return new Snapshot(undated, objects);
  }

  /** Lists in order of the last change, and of the removal. */
  private static boolean isDated(String key) {
    return key.startsWith("UPD") || key.startsWith("REMOVED");
  }

  /** What became of each upload: its status, and why it or its parts failed. */
  List<String> outcomes() {
    List<String> outcomes = new ArrayList<>();
    items.forEach((key, item) -> {
      if (key.endsWith(" UPLOAD")) {
        AttributeValue reasons = item.get("reasons");
        outcomes.add(
            key(item, "status")
                + (reasons == null
                    ? ""
                    : " "
                        + String.join(" ", reasons.l().stream().map(AttributeValue::s).toList())));
      }
    });
    return outcomes;
  }

  /** Titles of the articles that are there, sorted. */
  List<String> titles() {
    return items.entrySet().stream()
        .filter(item -> item.getKey().endsWith(" META"))
        .map(item -> key(item.getValue(), "title"))
        .sorted()
        .toList();
  }

  /** Status of each upload that is recorded, by its key and the moment of its newest event. */
  Map<String, String> uploads() {
    Map<String, String> uploads = new TreeMap<>();
    items.forEach((key, item) -> {
      if (key.endsWith(" UPLOAD")) {
        long moment = new BigInteger(key(item, "seq"), 16).longValueExact();
        uploads.put(key(item, "key") + " " + moment, key(item, "status"));
      }
    });
    return uploads;
  }

  private static String key(Map<String, AttributeValue> row, String name) {
    return Objects.requireNonNull(row.get(name)).s();
  }

  /** What is there and should not be, is missing, or is not the same; empty where all agrees. */
  List<String> differences(Snapshot expected) {
    List<String> found = new ArrayList<>();
    differences("item", items, expected.items, found);
    differences("object", objects, expected.objects, found);
    return found;
  }

  private static <V> void differences(
      String kind, Map<String, V> is, Map<String, V> should, List<String> found) {
    TreeSet<String> keys = new TreeSet<>(is.keySet());
    keys.addAll(should.keySet());
    for (String key : keys) {
      if (!Objects.equals(is.get(key), should.get(key))) {
        found.add(kind + " " + key + "\n  is     " + is.get(key) + "\n  should " + should.get(key));
      }
    }
  }
}
