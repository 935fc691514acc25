package io.quotemark.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.Document;
import io.quotemark.domain.article.Reading;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {
  private static final String MARK = "\u0301";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00AD", "\u200B", "\u200C", "\u200D", "\u200E", "\u200F", "\u061C", "\u202A", "\u202E",
        "\u2060", "\u2064", "\u2066", "\u2069", "\u206F", "\uFEFF", "\u180E", "\u034F", "\uFE00",
        "\uFE0F", "\uDB40\uDD00", "\uDB40\uDC41", "\u200D\u200D", "\u200B\u00AD"
      })
  void of_invisibleCharacter_isLeftOut(String invisible) {
    assertThat(VisibleText.of("HK$1" + invisible + "39.40")).isEqualTo("HK$139.40");
    assertThat(VisibleText.of("Ali" + invisible + "baba")).isEqualTo("Alibaba");
    assertThat(VisibleText.of("阿里" + invisible + "巴巴")).isEqualTo("阿里巴巴");
    assertThat(VisibleText.of(invisible + "shares" + invisible)).isEqualTo("shares");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uD83D\uDC69\uD83C\uDFFD\u200D\uD83D\uDE80",
        "\u2764\uFE0F\u200D\uD83D\uDD25",
        "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F",
        "1\uFE0F\u20E3",
        "\u0646\u0645\u06CC\u200C\u0634\u0648\u062F",
        "\u0915\u094D\u200D\u0937",
        "\u0DC1\u0DCA\u200D\u0DBB\u0DD3",
        "\u05D0\u200F 5%",
        "Cafe\u0301 a\u0302\u0308 の か\u3099",
        "Zürich — “Ünïted” 5 % ₩ € 株価 주가",
        "a\nb\tc\u00A0d\u2009e\u2028f"
      })
  void of_whatAScriptNeeds_isKept(String text) {
    assertThat(VisibleText.of(text)).isEqualTo(text);
  }

  @Test
  void of_plainText_isTheTextItself() {
    String text = "Alibaba’s shares rose 0.7 % to HK$139.40 – 阿里巴巴";
    assertThat(VisibleText.of(text)).isSameAs(text);
  }

  @Test
  void of_stackOfMarks_isCut() {
    String most = MARK.repeat(VisibleText.MOST_MARKS);
    assertThat(VisibleText.of("A" + MARK.repeat(100_000) + "B" + MARK))
        .isEqualTo("A" + most + "B" + MARK);
    assertThat(VisibleText.of("A" + (MARK + "\u200D\u200B").repeat(1_000))).isEqualTo("A" + most);
    assertThat(VisibleText.of("A" + most)).isEqualTo("A" + most);
  }

  /**
   * Every way of text into an article: copy, page, entity in a page, JSON, escapes in JSON, mail.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sha\u00ADres rise %s\n\nSha\u200Bres of Ali\u00ADbaba rose to HK$1\u206039.40 on Friday, it said.",
        "<html><head><title>Sha\u00ADres rise %s</title></head><body><p>Shares of Ali&shy;ba&#8288;ba rose to HK$1\uFEFF39.40 on Friday, it said.",
        "{\"title\":\"Sha\\u200Bres rise %s\",\"body\":\"Shares of Ali\\u00ADbaba rose to HK$1\u200D39.40 on Friday, it said.\"}",
        "{\"title\":\"Sha\\u200Bres rise %s\",\"body\":\"<p>Shares of Ali&#8203;ba&zwj;ba rose to HK$1\u200D39.40 on Friday, it said.</p>\"}",
        "<rss><channel><item><title>Sha\u00ADres rise %s</title><description>Shares of Ali\u200Cbaba rose to HK$1\u200D39.40 on Friday, it said.</description></item></channel></rss>",
        "From: a@b.example\nDate: Mon, 3 Mar 2025 09:30:00 +0000\nSubject: Sha\u00ADres rise %s\nContent-Type: text/plain; charset=utf-8\n\nShares of Ali\u00ADbaba rose to HK$1\u200B39.40 on Friday, it said.\n"
      })
  void read_everyFormat_handsOutVisibleText(String document) {
    byte[] bytes = document.formatted("A" + MARK.repeat(1_000)).getBytes(StandardCharsets.UTF_8);
    Article article = article(new ArticleReader().read(Document.of(bytes, "a")));
    assertThat(article.text()).isEqualTo("Shares of Alibaba rose to HK$139.40 on Friday, it said.");
    assertThat(article.title()).isEqualTo("Shares rise A" + MARK.repeat(VisibleText.MOST_MARKS));
  }

  private static Article article(Reading reading) {
    return switch (reading) {
      case Reading.One(Article article) -> article;
      case Reading.Bundle bundle -> article(bundle.entries().getFirst().reading());
      case Reading.Rejected rejected -> throw new AssertionError(rejected);
    };
  }
}
