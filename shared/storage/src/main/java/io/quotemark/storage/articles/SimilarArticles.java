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
 * Articles whose text is much like another's. Each article is listed under the bands of its sketch;
 * those that share one are compared, the first and the last of each band in order of publication,
 * so that the cost does not grow with the store.
 */
public final class SimilarArticles {
  /** From either end of a band. */
  private static final int OF_A_BAND = 20;

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
    byte[] bytes = meta.bytes(Attributes.SKETCH);
    if (bytes == null) {
      // stored before sketches were; its next check gives it one
      return List.of();
    }
    Map<String, TextSketch> found = new TreeMap<>();
    for (ListKey key : ListKey.read(meta, Attributes.LISTED)) {
      if (Articles.ALIKE.has(key.list())) {
        for (Item item : band(key.list())) {
          byte[] other = item.bytes(Attributes.SKETCH);
          if (other != null && !item.text(Attributes.ID).equals(meta.text(Attributes.ID))) {
            found.put(item.text(Attributes.ID), TextSketch.parse(other));
          }
        }
      }
    }
    return known(TextSketch.parse(bytes), found, most);
  }

  /** Its first and its last; a band that the first ones fill has others at its end. */
  private List<Item> band(String list) {
    List<Item> first = table.query(Range.of(list).limit(OF_A_BAND));
    if (first.size() < OF_A_BAND) {
      return first;
    }
    List<Item> both = new ArrayList<>(first);
    both.addAll(table.query(Range.of(list).descending(true).limit(OF_A_BAND)));
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
      // a band's item may outlive its article for the moment between two writes
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
