package io.quotemark.storage.articles;

import io.quotemark.domain.article.TextSketch;
import io.quotemark.domain.article.TextSketch.Kinship;
import io.quotemark.storage.table.Attributes;
import io.quotemark.storage.table.Item;
import io.quotemark.storage.table.Range;
import io.quotemark.storage.table.Schema.Articles;
import io.quotemark.storage.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Articles whose text is much like another's. Copies name the same listings: an article is compared
 * with those that stand near it in the lists of its own. One that names none is kept under one name
 * of its sketch, and looks for others under a few. The cost does not grow with the store.
 */
public final class SimilarArticles {
  /** Listings of an article whose lists are read. */
  private static final int LISTINGS = 2;

  /** Published before, and after, that are compared: of a listing, and under a name. */
  private static final int OF_A_LISTING = 400;

  private static final int OF_A_NAME = 20;

  private final Table table;

  SimilarArticles(Table table) {
    this.table = table;
  }

  /**
   * @param degree estimated share of text in common, 0 to 1
   */
  public record Similar(ArticleRecord.Summary article, Kinship kinship, double degree) {}

  /** An article and those like it. */
  public record Found(ArticleRecord.Summary article, List<Similar> similar) {
    public Found {
      similar = List.copyOf(similar);
    }
  }

  /**
   * Those most alike first.
   *
   * @return empty where there is no such article
   */
  public Optional<Found> to(String articleId, int most) {
    return table
        .get(Articles.ARTICLE.of(articleId), Articles.META)
        .filter(meta -> !meta.flag(Attributes.REMOVED))
        .map(meta -> new Found(ArticleRecord.summary(meta), to(new Head(meta), most)));
  }

  /** Those most alike first. */
  public List<Similar> to(Head article, int most) {
    Item meta = article.item();
    String id = meta.text(Attributes.ID);
    byte[] own = meta.bytes(Attributes.SKETCH);
    Map<String, TextSketch> found = new TreeMap<>();
    for (String list : lists(meta)) {
      for (Item item : near(list, meta.text(Attributes.ORDER) + "#" + id)) {
        byte[] sketch = item.bytes(Attributes.SKETCH);
        if (sketch != null && !item.text(Attributes.ID).equals(id)) {
          found.put(item.text(Attributes.ID), TextSketch.parse(sketch));
        } else if (sketch != null) {
          own = sketch;
        }
      }
    }
    // without one its text is empty, or it is just about to be listed
    return own == null ? List.of() : known(TextSketch.parse(own), found, most);
  }

  /** Where those like it are looked for; it is in the first of them itself. */
  private static List<String> lists(Item meta) {
    List<String> lists = new ArrayList<>();
    if (meta.bytes(Attributes.SKETCH) != null) {
      // stored when an article was listed under several names; its next check changes that
      for (ListKey key : ListKey.read(meta, Attributes.LISTED)) {
        if (Articles.ALIKE.has(key.list())) {
          lists.add(key.list());
        }
      }
      return lists;
    }
    String names = meta.text(Attributes.ALIKE);
    for (String name : names.isEmpty() ? new String[0] : names.split(" ", -1)) {
      lists.add(Articles.ALIKE.of(name));
    }
    for (String listing : meta.texts(Attributes.LISTINGS)) {
      if (lists.size() < LISTINGS) {
        lists.add(Articles.LISTING.of(listing));
      }
    }
    return lists;
  }

  /** The whole of a short list; of a long one those that stand before and after a place. */
  private List<Item> near(String list, String place) {
    Range range = Range.of(list).limit((Articles.LISTING.has(list) ? OF_A_LISTING : OF_A_NAME) + 1);
    List<Item> latest = table.query(range.descending(true));
    if (latest.size() < range.limit()) {
      return latest;
    }
    List<Item> both = new ArrayList<>(table.query(range.between(null, place).descending(true)));
    both.addAll(table.query(range.between(place, null)));
    return both;
  }

  private List<Similar> known(TextSketch sketch, Map<String, TextSketch> found, int most) {
    List<Map.Entry<String, TextSketch>> alike =
        found.entrySet().stream()
            .filter(e -> sketch.kinship(e.getValue()) != Kinship.NONE)
            .sorted(
                Comparator.comparingDouble(
                        (Map.Entry<String, TextSketch> e) -> -sketch.degree(e.getValue()))
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    List<Similar> out = new ArrayList<>();
    for (Map.Entry<String, TextSketch> one : alike) {
      if (out.size() == most) {
        break;
      }
      // an entry may outlive its article for the moment between two writes
      table
          .get(Articles.ARTICLE.of(one.getKey()), Articles.META)
          .filter(m -> !m.flag(Attributes.REMOVED))
          .ifPresent(m ->
              out.add(
                  new Similar(
                      ArticleRecord.summary(m),
                      sketch.kinship(one.getValue()),
                      sketch.degree(one.getValue()))));
    }
    return out;
  }
}
