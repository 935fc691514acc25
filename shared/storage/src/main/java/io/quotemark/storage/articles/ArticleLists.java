package io.quotemark.storage.articles;

import io.quotemark.storage.articles.ArticleIndex.Page;
import io.quotemark.storage.table.Schema.Articles;
import io.quotemark.storage.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Articles by any mixture of filters, in several orders. A request reads the narrowest list that
 * holds all it asks for, and looks at the rest item by item, {@value #MOST_ITEMS} at the most: what
 * it costs does not grow with the store. Where that did not fill the page the cursor goes on from
 * there. A cursor holds a place in the order, so that articles that arrive meanwhile move nothing.
 */
public final class ArticleLists {
  /** Items that one request looks at. */
  static final int MOST_ITEMS = 400;

  private final Table table;

  ArticleLists(Table table) {
    this.table = table;
  }

  /**
   * @param cursor at which the article comes first again
   */
  public record Placed(ArticleRecord.Summary article, String cursor) {}

  /**
   * At most {@code limit} articles; fewer, even none, may come with a cursor that goes on.
   *
   * @throws ArticleIndex.BadCursor where {@code cursor} is none of this query's
   */
  public Page<ArticleRecord.Summary> page(ArticleQuery query, int limit, @Nullable String cursor) {
    Page<Placed> placed = placed(query, limit, cursor);
    List<ArticleRecord.Summary> articles = new ArrayList<>(placed.items().size());
    for (Placed one : placed.items()) {
      articles.add(one.article());
    }
    return new Page<>(articles, placed.next());
  }

  /** The same, each with its place. */
  public Page<Placed> placed(ArticleQuery query, int limit, @Nullable String cursor) {
    List<Placed> out = new ArrayList<>();
    @Nullable String start = cursor == null ? null : Cursors.place(query.fingerprint(), cursor);
    boolean descending = query.descending();
    List<String> lists = query.lists();
    LaneReader.Allowance allowance = new LaneReader.Allowance(MOST_ITEMS);
    List<LaneReader> readers = new ArrayList<>();
    for (String list : lists) {
      String low = start == null || descending ? query.low() : start;
      String high = start == null || !descending ? query.high() : start;
      // one more than the page, so that a cursor is handed out only where something follows
      int batch = limit / lists.size() + 1;
      readers.add(new LaneReader(table, list, low, high, descending, batch, allowance));
    }
    while (true) {
      @Nullable LaneReader first = null;
      for (LaneReader reader : readers) {
        LaneReader.State state = reader.state();
        if (state == LaneReader.State.SPENT) {
          return new Page<>(out, Cursors.of(query.fingerprint(), reach(readers, descending)));
        }
        if (state == LaneReader.State.READY
            && (first == null || isBefore(reader.reach(), first.reach(), descending))) {
          first = reader;
        }
      }
      if (first == null) {
        return new Page<>(out, null);
      }
      String place = first.reach();
      String here = Cursors.of(query.fingerprint(), place);
      if (out.size() == limit) {
        return new Page<>(out, here);
      }
      ArticleRecord.Summary article = ArticleRecord.summary(first.next());
      if (query.matches(article)) {
        out.add(new Placed(article, here));
      }
      // an article of several lists stands at the same place in each: it is taken from all at once,
      // for a page that ends here would begin with it again
      readers.forEach(reader -> reader.takeAt(place));
    }
  }

  /** Time of the latest change to any article, empty where there is none. */
  public Optional<String> changed() {
    return Changes.latest(table, Articles.UPDATED);
  }

  private static boolean isBefore(String a, String b, boolean descending) {
    return descending ? a.compareTo(b) > 0 : a.compareTo(b) < 0;
  }

  /** The place that no list has been read beyond, in the direction of reading. */
  private static String reach(List<LaneReader> readers, boolean descending) {
    Comparator<String> order = Comparator.naturalOrder();
    return readers.stream()
        .filter(reader -> !reader.isAtEnd())
        .map(LaneReader::reach)
        .min(descending ? order.reversed() : order)
        .orElseThrow();
  }
}
