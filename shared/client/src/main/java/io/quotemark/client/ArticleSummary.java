package io.quotemark.client;

import io.quotemark.runtime.json.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An article as a list shows it.
 *
 * @param publishedAt RFC 3339 time, or a date where only the day is known
 * @param updatedAt when what is stored of it last changed, RFC 3339
 * @param listings that its claims are of
 * @param verdicts claims by verdict
 * @param flags that its claims carry
 * @param sample whether it rests on made-up prices
 */
public record ArticleSummary(
    String id,
    String title,
    @Nullable String source,
    @Nullable String language,
    @Nullable String publishedAt,
    @Nullable String updatedAt,
    List<String> listings,
    Map<String, Integer> verdicts,
    List<String> flags,
    boolean sample) {
  public ArticleSummary {
    listings = List.copyOf(listings);
    verdicts = Map.copyOf(verdicts);
    flags = List.copyOf(flags);
  }

  static ArticleSummary of(Node node) {
    Map<String, Integer> verdicts = new LinkedHashMap<>();
    node.at("verdicts").members().forEach((name, count) -> verdicts.put(name, count.integer()));
    return new ArticleSummary(
        node.at("id").text(),
        node.at("title").textOr(""),
        node.at("source").textOrNull(),
        node.at("language").textOrNull(),
        node.at("published_at").textOrNull(),
        node.at("updated_at").textOrNull(),
        node.at("listings").texts(),
        verdicts,
        node.at("flags").texts(),
        node.at("sample_data").flag());
  }
}
