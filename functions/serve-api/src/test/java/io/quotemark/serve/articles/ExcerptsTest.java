package io.quotemark.serve.articles;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.Span;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Versions;
import io.quotemark.fixtures.TestArticle;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExcerptsTest {
  private static final String TEXT =
      """
      An opening without figures 😀. The shares of Alder rose 2% on Monday. More words follow here.

      A paragraph about nothing.

      They closed at $41.20, and were at $41.00 before. The end\
      """;

  @Test
  void excerpts_holdTheSentencesWithClaims_andNothingElse() {
    CheckedArticle excerpts = Excerpts.of(checked(TEXT, "2%", "$41.20", "$41.00"));
    assertThat(excerpts.article().text())
        .isEqualTo(
            """
            … The shares of Alder rose 2% on Monday. …

            … They closed at $41.20, and were at $41.00 before. …\
            """);
    assertThat(excerpts.article().furniture()).isEmpty();
  }

  @Test
  void claims_standWhereTheirWordsAre() {
    CheckedArticle excerpts = Excerpts.of(checked(TEXT, "2%", "$41.20", "$41.00"));
    String text = excerpts.article().text();
    assertThat(excerpts.claims())
        .hasSize(3)
        .allSatisfy(claim -> {
          Span at = claim.claim().at();
          int from = text.offsetByCodePoints(0, at.start());
          int to = text.offsetByCodePoints(0, at.end());
          assertThat(text.substring(from, to)).isEqualTo(at.text());
        });
  }

  @Test
  void sentenceWithoutEnd_isCutShort() {
    String words = "word ".repeat(400);
    String text = Excerpts.of(checked(words + "rose 2% " + words, "2%")).article().text();
    assertThat(text).startsWith("… ").endsWith(" …").hasSizeLessThan(400).contains("rose 2% word");
  }

  @Test
  void articleWithoutClaims_showsNoText() {
    assertThat(Excerpts.of(checked(TEXT)).article().text()).isEmpty();
  }

  private static CheckedArticle checked(String text, String... figures) {
    List<CheckedClaim> claims =
        IntStream.range(0, figures.length)
            .mapToObj(i -> {
              int start = text.codePointCount(0, text.indexOf(figures[i]));
              int length = figures[i].codePointCount(0, figures[i].length());
              Span at = new Span(Span.Part.TEXT, start, start + length, figures[i]);
              return new CheckedClaim(
                  Claim.of(ClaimKind.MOVE_PCT, at).id("c" + i).build(),
                  Verdict.unverifiable(Verdict.Unverifiable.NO_PRICE_DATA, "no prices"));
            })
            .toList();
    Article article =
        TestArticle.of(text)
            .title("Alder")
            .furniture(new Article.Furniture(Article.Furniture.Kind.PROMOTION, "en", "Subscribe"))
            .article();
    return new CheckedArticle(
        article,
        List.of(),
        List.of(),
        claims,
        List.of(),
        List.of(),
        new Versions("1", "1", "1"),
        false,
        List.of());
  }
}
