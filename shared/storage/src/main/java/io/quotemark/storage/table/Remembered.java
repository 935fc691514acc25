package io.quotemark.storage.table;

import io.quotemark.storage.Rehearsal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Entries that this process has written and nobody deletes: the greatest number under each. */
final class Remembered {
  /** More keys than this are not remembered. */
  private static final int MOST = 10_000;

  private final Map<String, Long> numbers =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
              return size() > MOST;
            }
          });

  /** Whether the entry has been written with this number or a greater one. */
  boolean has(Item entry, long number) {
    Long known = numbers.get(key(entry));
    return known != null && known >= number;
  }

  void add(Item entry, long number) {
    if (!Rehearsal.isOn()) {
      numbers.put(key(entry), number);
    }
  }

  private static String key(Item entry) {
    return entry.text(Schema.PK) + " " + entry.text(Schema.SK);
  }
}
