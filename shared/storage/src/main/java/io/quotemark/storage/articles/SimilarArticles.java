package io.quotemark.storage.articles;

import io.quotemark.domain.article.TextSketch;
import io.quotemark.domain.article.TextSketch.Kinship;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Articles whose text is much like another's. Each article is listed under the bands of its sketch;
 * those that share one are compared, the first and the last of each band in order of publication,
 * so that the cost does not grow with the store.
 */
public final class SimilarArticles {
  /** From either end of a band. */
  private static final int OF_A_BAND = 20;

  private final Table table;

  public SimilarArticles(DynamoDbClient client, String tableName) {
    this.table = new Table(client, tableName);
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
    Item meta = table.get("ART#" + articleId, "META").orElse(null);
    if (meta == null || meta.flag("removed")) {
      return Optional.empty();
    }
    byte[] bytes = meta.bytes("sketch");
    if (bytes == null) {
      // stored before sketches were; its next check gives it one
      return Optional.of(new Found(ArticleRecord.summary(meta), List.of()));
    }
    TextSketch sketch = TextSketch.parse(bytes);
    Map<String, TextSketch> found = new TreeMap<>();
    for (ListKey key : ListKey.read(meta, MetaItems.LISTED)) {
      if (key.list().startsWith(ArticleRecord.ALIKE)) {
        for (boolean latest : new boolean[] {false, true}) {
          for (Item item :
              table.query(new Table.Range(key.list(), null, null, latest, OF_A_BAND, null))) {
            byte[] other = item.bytes("sketch");
            if (other != null && !item.text("id").equals(articleId)) {
              found.put(item.text("id"), TextSketch.parse(other));
            }
          }
        }
      }
    }
    return Optional.of(new Found(ArticleRecord.summary(meta), known(sketch, found, most)));
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
          .get("ART#" + one.getKey(), "META")
          .filter(m -> !m.flag("removed"))
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
