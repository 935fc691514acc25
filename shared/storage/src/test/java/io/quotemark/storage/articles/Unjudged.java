package io.quotemark.storage.articles;

import io.quotemark.domain.article.TextSketch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Stored articles in which nothing was judged. */
final class Unjudged {
  private Unjudged() {}

  /**
   * @param listings that it mentions
   */
  static ArticleRecord article(
      String id, String eventTime, String day, List<String> listings, String text) {
    return new ArticleRecord(
        id,
        "v1",
        "title",
        null,
        "en",
        day,
        null,
        eventTime,
        listings,
        Map.of(),
        Map.of(),
        List.of(),
        null,
        null,
        List.of(),
        List.of(),
        false,
        TextSketch.of(text),
        "body".getBytes(StandardCharsets.UTF_8));
  }
}
