package io.quotemark.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.Article.Furniture;
import io.quotemark.domain.article.Document;
import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.article.Reading;
import io.quotemark.fixtures.BesideProject;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class OwnersExampleTest {
  @Test
  void read_ownersExample_isOneCleanArticle() throws IOException {
    byte[] bytes = Files.readAllBytes(BesideProject.required("seed/000_eab0fde890632ca8.txt"));
    Article article =
        ((Reading.One) new ArticleReader().read(Document.of(bytes, "seed.txt"))).article();
    assertThat(article.title())
        .startsWith("Alibaba's $53 Billion AI Bet")
        .endsWith("Stargate Plan");
    assertThat(article.authors()).containsExactly("Cyrus Cole");
    assertThat(article.credits()).containsExactly("Generado por agente de IA");
    assertThat(article.published()).hasToString("2025-02-24T03:55:00-05:00");
    assertThat(article.published())
        .extracting(PublicationTime::quality)
        .isEqualTo(PublicationTime.Quality.DECLARED);
    assertThat(article.tickers()).containsExactly("BABA");
    assertThat(article.language()).isEqualTo("en");
    assertThat(article.text().split("\n\n"))
        .hasSize(7)
        .doesNotHaveDuplicates()
        .allMatch(p -> p.length() > 200);
    assertThat(article.duplicateParagraphs()).isEqualTo(7);
    assertThat(article.furniture())
        .extracting(Furniture::kind)
        .contains(
            Furniture.Kind.BYLINE,
            Furniture.Kind.DATELINE,
            Furniture.Kind.TICKERS,
            Furniture.Kind.DISCLAIMER,
            Furniture.Kind.RISK_WARNING,
            Furniture.Kind.COMMENTS);
    assertThat(article.furniture().stream().filter(f -> f.text().length() > 100))
        .allMatch(f -> "es".equals(f.language()));
  }
}
