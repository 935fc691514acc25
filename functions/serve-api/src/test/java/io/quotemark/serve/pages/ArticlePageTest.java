package io.quotemark.serve.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.Article;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArticlePageTest {
  private static final Article ARTICLE =
      new Article(
          "Alder",
          List.of(),
          List.of(),
          null,
          null,
          "en",
          null,
          null,
          null,
          List.of(),
          "Alder rose.",
          List.of(),
          0,
          List.of());

  @Test
  void articleOfWhichLittleWasRead_saysSo() {
    assertThat(ArticlePage.poorlyRead(ARTICLE.read(.49)).toString()).contains("Only 49 %");
  }

  @Test
  void articleReadWell_orNeverMeasured_saysNothing() {
    assertThat(ArticlePage.poorlyRead(ARTICLE.read(.5)).toString()).isEmpty();
    assertThat(ArticlePage.poorlyRead(ARTICLE).toString()).isEmpty();
  }
}
