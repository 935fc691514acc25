package io.quotemark.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.checking.Checker;
import io.quotemark.domain.article.Article;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceHistory;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.runtime.json.CheckedArticleJson;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import io.quotemark.runtime.json.PackedFindings;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.messages.PackedArticle;
import io.quotemark.storage.articles.ArticleRecord;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordsTest {
  private static final String EVENT_TIME = "2025-03-06T08:30:00Z";

  /** Alibaba in Hong Kong, made up: 130.00 on Monday, 132.60 on Tuesday, which is 2.0 % more. */
  private static final PriceHistory PRICES =
      (listings, from, to) ->
          new Tape(
              List.of(
                  new PriceSeries(
                      ListingId.parse("XHKG:9988"),
                      "made up",
                      PriceSeries.Basis.AS_TRADED,
                      Instant.parse("2025-03-05T00:00:00Z"),
                      List.of(bar("2025-03-03", "130.00"), bar("2025-03-04", "132.60")),
                      List.of(),
                      List.of(),
                      true)));

  private static final String RIGHT =
      "Alibaba's Hong Kong-listed shares closed at HK$132.60 on Tuesday.";

  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  private final Lacking lacking = new Lacking();
  private final Records records =
      new Records(
          Checker.shipped(PRICES),
          lacking,
          new JsonLog(
              new PrintStream(lines, true, StandardCharsets.UTF_8),
              "enrich-articles",
              "test",
              JsonLog.Level.INFO));

  @Test
  void record_ofACheckedArticle_tellsListsWhatWasFound() {
    ArticleRecord record = of(Articles.published("2025-03-04", RIGHT));

    assertThat(record.day()).isEqualTo("2025-03-04");
    assertThat(record.listings()).startsWith("XHKG:9988");
    assertThat(record.verdicts()).isEqualTo(Map.of("verified", 1));
    assertThat(record.kinds()).isEqualTo(Map.of("PRICE_LEVEL/verified", 1));
    assertThat(record.sample()).isTrue();
    assertThat(record.flags()).doesNotContain("SAMPLE_DATA");
    assertThat(CheckedArticleJson.readClaims(PackedFindings.unpack(record.body()))).hasSize(1);
  }

  @Test
  void record_keepsNoTextOfTheArticle() {
    ArticleRecord record = of(Articles.published("2025-03-04", RIGHT + " A secret of the desk."));

    assertThat(new String(PackedFindings.unpack(record.body()), StandardCharsets.UTF_8))
        .doesNotContain("secret");
  }

  @Test
  void record_ofAnArticleWithoutADate_isOfTheUploadsDay() {
    ArticleRecord record = of(Articles.saying("A text without a claim."));

    assertThat(record.day()).isEqualTo("2025-03-06");
    assertThat(record.published()).isNull();
    assertThat(record.order()).isEqualTo(EVENT_TIME);
  }

  @Test
  void record_ofAnArticleThatHasOnlyItsDay_comesLastInThatDay() {
    assertThat(of(Articles.published("2025-03-04", "Text.")).order())
        .isEqualTo("2025-03-04T00:00:00Z");
  }

  @Test
  void sameArticleAndBars_giveTheSameBytes() {
    Article article = Articles.published("2025-03-04", RIGHT);

    assertThat(of(article).body()).isEqualTo(of(article).body());
  }

  @Test
  void check_isMeasured_notCheckableClaimsAreNoShareOfTheUnverifiable() {
    of(Articles.published("2025-03-04", RIGHT + " Alibaba's shares rose 4% on Friday."));

    Node line = Json.read(lines.toByteArray());
    assertThat(line.at("event").text()).isEqualTo("article_checked");
    assertThat(line.at("Claims").number()).isEqualTo(2);
    assertThat(line.at("ClaimsVerified").number()).isEqualTo(1);
    assertThat(line.at("UnverifiableShare").number()).isEqualTo(50);
  }

  private ArticleRecord of(Article article) {
    return records.of("0123456789abcdef", PackedArticle.of(article), EVENT_TIME);
  }

  private static Bar bar(String day, String close) {
    return Bar.flat(LocalDate.parse(day), new BigDecimal(close));
  }
}
