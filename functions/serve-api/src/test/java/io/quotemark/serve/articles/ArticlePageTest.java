package io.quotemark.serve.articles;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.Article;
import io.quotemark.fixtures.TestArticle;
import org.junit.jupiter.api.Test;

class ArticlePageTest {
  private static final Article ARTICLE = TestArticle.of("Alder rose.").title("Alder").article();

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
