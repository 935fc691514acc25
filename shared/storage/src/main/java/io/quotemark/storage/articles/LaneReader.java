package io.quotemark.storage.articles;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a lane item by item, as far as a request may read. */
final class LaneReader {
  private static final int DIRECTORY_ENTRIES = 32;

  /** What a request may still read, over all its lanes. */
  static final class Allowance {
    private int queries;
    private int items;

    Allowance(int queries, int items) {
      this.queries = queries;
      this.items = items;
    }

    private boolean query() {
      return items > 0 && queries-- > 0;
    }
  }

  enum State {
    READY,
    ENDED,

    /** The allowance is used up and more may follow. */
    SPENT
  }

  private final Table table;
  private final Lane lane;
  private final boolean descending;
  private final int batch;
  private final Allowance allowance;
  private final Deque<Item> ahead = new ArrayDeque<>();
  private final Deque<String> spans = new ArrayDeque<>();
  private String low;
  private String high;
  private @Nullable String open;
  private boolean lastSpans;
  private boolean ended;

  /**
   * @param low smallest sort key, inclusive
   * @param high largest sort key, inclusive
   * @param batch items asked for at once
   */
  LaneReader(
      Table table,
      Lane lane,
      String low,
      String high,
      boolean descending,
      int batch,
      Allowance allowance) {
    this.table = table;
    this.lane = lane;
    this.low = low;
    this.high = high;
    this.descending = descending;
    this.batch = batch;
    this.allowance = allowance;
    this.open = lane.directory() == null ? "" : null;
  }

  /** Makes sure that the next item is at hand, if there is one and it may be read. */
  State state() {
    while (ahead.isEmpty()) {
      ended |= open == null && spans.isEmpty() && lastSpans;
      if (ended) {
        return State.ENDED;
      }
      if (open == null && spans.isEmpty()) {
        if (!allowance.query()) {
          return State.SPENT;
        }
        readDirectory();
      } else {
        if (open == null) {
          open = spans.remove();
        }
        if (!allowance.query()) {
          return State.SPENT;
        }
        readItems(open);
      }
    }
    return State.READY;
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

  /** Where whoever goes on later begins: inclusive, the end of the lane first. */
  String reach() {
    return ahead.isEmpty() ? (descending ? high : low) : ahead.element().text("sk");
  }

  private void readDirectory() {
    String from = low.substring(0, Math.min(low.length(), lane.span()));
    List<Item> found =
        table.query(
            new Table.Range(
                Objects.requireNonNull(lane.directory()),
                from,
                high,
                descending,
                DIRECTORY_ENTRIES,
                null));
    found.forEach(item -> spans.add(item.text("sk")));
    lastSpans = found.size() < DIRECTORY_ENTRIES;
  }

  private void readItems(String span) {
    List<Item> found =
        table.query(new Table.Range(lane.partition() + span, low, high, descending, batch, null));
    allowance.items -= found.size();
    ahead.addAll(found);
    if (found.size() == batch) {
      past(found.getLast().text("sk"));
    } else if (lane.directory() == null) {
      ended = true;
    } else {
      past(descending ? span : SortKeys.end(span));
      open = null;
    }
  }

  /** What has been read is not read again; nothing of ours lies between. */
  private void past(String key) {
    if (descending) {
      high = SortKeys.before(key);
    } else {
      low = key.endsWith(SortKeys.LAST) ? key : SortKeys.after(key);
    }
  }
}
