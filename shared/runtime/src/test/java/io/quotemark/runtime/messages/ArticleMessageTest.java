package io.quotemark.runtime.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.Reading;
import io.quotemark.domain.article.SourceKind;
import io.quotemark.fixtures.TestArticle;
import io.quotemark.runtime.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArticleMessageTest {
  private static final Upload UPLOAD =
      new Upload(
          "b",
          "inbox/ä+b.txt",
          "0".repeat(30) + "0A",
          12,
          "e",
          Instant.parse("2025-03-10T17:40:00.123Z"));

  @Test
  void parse_everyMessage_comesBackEqual() {
    Article article = TestArticle.of("text").title("T").language(null).article();
    for (ArticleMessage message :
        List.of(
            new ArticleMessage.Parsed(UPLOAD, null, PackedArticle.of(article)),
            new ArticleMessage.Parsed(UPLOAD, "a/b.txt", PackedArticle.of(article)),
            new ArticleMessage.Parsed(
                UPLOAD, null, PackedArticle.of(article.as(SourceKind.GENERATED))),
            new ArticleMessage.ParsedElsewhere(UPLOAD, null, "work/x"),
            new ArticleMessage.Rejected(UPLOAD, null, Reading.Code.EMPTY, "nothing in it"),
            new ArticleMessage.Removed(UPLOAD),
            new ArticleMessage.Manifest(UPLOAD, List.of("a", "b")),
            new ArticleMessage.Recheck("0123456789abcdef", "new bars"))) {
      assertThat(ArticleMessage.parse(message.toJson())).isEqualTo(message);
    }
  }

  @Test
  void parse_unknownType_isRefusedByName() {
    assertThatThrownBy(
            () -> ArticleMessage.parse("{\"type\":\"x\"}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Json.Malformed.class)
        .hasMessageContaining("\"x\"");
  }
}
