package io.quotemark.checking;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.claims.ClaimFinder;
import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.Document;
import io.quotemark.domain.article.Reading;
import io.quotemark.domain.article.Span;
import io.quotemark.domain.claim.Claim;
import io.quotemark.market.listings.MasterFile;
import io.quotemark.reading.ArticleReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters that nobody sees do not hide a claim, in a figure, a unit, a verb or a name. */
class HiddenCharactersTest {
  private static final String PLAIN =
      "Alibaba's Hong Kong-listed shares rose 0.7% to HK$139.40 on Monday, traders said.";
  private static final ClaimFinder FINDER = new ClaimFinder(MasterFile.load());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00AD",
        "\u200B",
        "\u200C",
        "\u200D",
        "\u2060",
        "\uFEFF",
        "\u180E",
        "\uFE0F",
        "\u200E",
        "\u202E",
        "\uDB40\uDC31"
      })
  void claims_hiddenByACharacter_areFound(String hidden) {
    String text =
        PLAIN
            .replace("139.40", "1" + hidden + "39" + hidden + ".40")
            .replace("HK$", "H" + hidden + "K" + hidden + "$")
            .replace("Alibaba", "Ali" + hidden + "baba")
            .replace("rose", "ro" + hidden + "se")
            .replace("0.7%", "0.7" + hidden + "%");
    Article article = read(text);
    assertThat(article.text()).isEqualTo(PLAIN);
    List<Claim> claims = FINDER.find(article).claims();
    assertThat(claims).hasSize(2).isEqualTo(FINDER.find(read(PLAIN)).claims());
    for (Claim claim : claims) {
      Span at = claim.at();
      assertThat(article.text().substring(at.start(), at.end())).isEqualTo(at.text());
    }
  }

  private static Article read(String text) {
    Reading reading =
        new ArticleReader().read(Document.of(text.getBytes(StandardCharsets.UTF_8), "a.txt"));
    assertThat(reading).isInstanceOf(Reading.One.class);
    return ((Reading.One) reading).article();
  }
}
