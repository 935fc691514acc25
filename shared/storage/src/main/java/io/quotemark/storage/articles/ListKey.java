package io.quotemark.storage.articles;

import io.quotemark.storage.table.Item;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Key of a list's entry: the list, and the place in its order. */
record ListKey(String list, String place) implements Comparable<ListKey> {
  /** Keys that an item holds under a name: by place, since most lists keep an article at one. */
  static Set<ListKey> read(Item item, String name) {
    Set<ListKey> keys = new TreeSet<>();
    for (Map.Entry<String, String> lists : item.map(name).entrySet()) {
      for (String list : lists.getValue().split("\\|", -1)) {
        keys.add(new ListKey(list, lists.getKey()));
      }
    }
    return keys;
  }

  static Item write(Item item, String name, Collection<ListKey> keys) {
    Map<String, List<String>> lists = new TreeMap<>();
    for (ListKey key : new TreeSet<>(keys)) {
      List<String> names = lists.get(key.place());
      if (names == null) {
        names = new ArrayList<>();
        lists.put(key.place(), names);
      }
      names.add(key.list());
    }
    Map<String, String> joined = new TreeMap<>();
    for (Map.Entry<String, List<String>> place : lists.entrySet()) {
      joined.put(place.getKey(), String.join("|", place.getValue()));
    }
    return joined.isEmpty() ? item.without(name) : item.map(name, joined);
  }

  @Override
  public int compareTo(ListKey other) {
    int lists = list.compareTo(other.list);
    return lists != 0 ? lists : place.compareTo(other.place);
  }
}
