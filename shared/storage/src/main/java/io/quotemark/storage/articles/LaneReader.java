package io.quotemark.storage.articles;

import io.quotemark.storage.table.Item;
import io.quotemark.storage.table.Range;
import io.quotemark.storage.table.Schema;
import io.quotemark.storage.table.SortKeys;
import io.quotemark.storage.table.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Reads one list in order of its sort keys, item by item, as far as a request may read. */
final class LaneReader {
  /** Items that a request may still read, over all its lists. */
  static final class Allowance {
    private int items;

    Allowance(int items) {
      this.items = items;
    }
  }

  enum State {
    READY,
    ENDED,

    /** The allowance is used up and more may follow. */
    SPENT
  }

  private final Table table;
  private final String list;
  private final boolean descending;
  private final Allowance allowance;
  private final Deque<Item> ahead = new ArrayDeque<>();
  private String low;
  private String high;
  private int batch;
  private boolean ended;

  /**
   * @param low smallest sort key, inclusive
   * @param high largest sort key, inclusive
   * @param batch items asked for at first; twice as many each time that they were too few
   */
  LaneReader(
      Table table,
      String list,
      String low,
      String high,
      boolean descending,
      int batch,
      Allowance allowance) {
    this.table = table;
    this.list = list;
    this.low = low;
    this.high = high;
    this.descending = descending;
    this.batch = batch;
    this.allowance = allowance;
  }

  /** Makes sure that the next item is at hand, if there is one and it may be read. */
  State state() {
    if (ahead.isEmpty() && !ended && allowance.items > 0) {
      read(Math.min(batch, allowance.items));
      batch *= 2;
    }
    return ahead.isEmpty() ? (ended ? State.ENDED : State.SPENT) : State.READY;
  }

  /** The next item; only after {@link State#READY}. */
  Item next() {
    return ahead.element();
  }

  boolean isAtEnd() {
    return ended && ahead.isEmpty();
  }

  void take() {
    ahead.remove();
  }

  /** Takes the next item that has been read, if it stands there. */
  void takeAt(String place) {
    if (!ahead.isEmpty() && ahead.element().text(Schema.SK).equals(place)) {
      ahead.remove();
    }
  }

  /** Where whoever goes on later begins: inclusive, the end of the list first. */
  String reach() {
    return ahead.isEmpty() ? (descending ? high : low) : ahead.element().text(Schema.SK);
  }

  private void read(int most) {
    List<Item> found =
        table.query(Range.of(list).between(low, high).descending(descending).limit(most));
    allowance.items -= found.size();
    ahead.addAll(found);
    if (found.size() < most) {
      ended = true;
      return;
    }
    // what has been read is not read again; nothing of ours lies between
    String last = found.getLast().text(Schema.SK);
    if (descending) {
      high = SortKeys.before(last);
    } else {
      low = SortKeys.after(last);
    }
  }
}
