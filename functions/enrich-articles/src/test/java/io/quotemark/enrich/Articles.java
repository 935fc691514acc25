package io.quotemark.enrich;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.PublicationTime;
import io.quotemark.fixtures.TestArticle;
import java.time.LocalDate;
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
    return TestArticle.of(text)
        .title("Title")
        .published(published)
        .source("The Ledger")
        .address(address)
        .article();
  }
}
