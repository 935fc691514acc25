package io.quotemark.enrich;

import io.quotemark.domain.Article;
import io.quotemark.domain.PublicationTime;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Articles of these tests. */
final class Articles {
  private Articles() {}

  static Article saying(String text) {
    return article(text, null, null);
  }

  static Article at(String address) {
    return article("Text.", null, address);
  }

  static Article published(String day, String text) {
    return article(text, PublicationTime.on(LocalDate.parse(day)), null);
  }

  private static Article article(
      String text, @Nullable PublicationTime published, @Nullable String address) {
    return new Article(
        "Title",
        List.of(),
        List.of(),
        published,
        null,
        "en",
        "The Ledger",
        address,
        null,
        List.of(),
        text,
        List.of(),
        0,
        List.of());
  }
}
