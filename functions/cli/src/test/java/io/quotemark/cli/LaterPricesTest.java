package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import io.quotemark.runtime.json.PackedFindings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What prices that come after an article do to what is shown and stored of it. */
class LaterPricesTest {
  private static final LocalDate MARCH = LocalDate.parse("2025-03-05");

  @TempDir Path data;

  @Test
  void reaction_thatIsNotOver_isWorkedOutOnReading() throws Exception {
    LocalDate published = weekday(LocalDate.now(ZoneOffset.UTC).minusDays(15));
    try (Pipeline pipeline = new Pipeline(data)) {
      prices(pipeline, published, published, "");
      String id = article(pipeline, published);
      assertThat(reaction(pipeline, id).at("returns").at("day0").isPresent()).isFalse();

      prices(pipeline, published, weekday(published.plusDays(1)), "");
      prices(pipeline, published, weekday(published.plusDays(9)), "");

      Node reaction = reaction(pipeline, id);
      assertThat(reaction.at("returns").at("day0").text()).isEqualTo("10.000000");
      assertThat(reaction.at("returns").at("d5").text()).isEqualTo("10.000000");
      assertThat(reaction.at("complete").flag()).isFalse();
      assertThat(stored(pipeline, id)).as("nobody re-checked it for that").doesNotContain("d5");
    }
  }

  @Test
  void reaction_isStored_onceTwentySessionsAreOver() throws Exception {
    try (Pipeline pipeline = new Pipeline(data)) {
      prices(pipeline, MARCH, MARCH, "");
      String id = article(pipeline, MARCH);

      prices(pipeline, MARCH, LocalDate.parse("2025-04-02"), "");
      assertThat(stored(pipeline, id)).contains("\"complete\":false").doesNotContain("d20");

      prices(pipeline, MARCH, LocalDate.parse("2025-04-03"), "");
      assertThat(stored(pipeline, id)).contains("\"d20\":\"10.000000\"", "\"complete\":true");
      assertThat(reaction(pipeline, id).at("complete").flag()).isTrue();
    }
  }

  @Test
  void barCorrectedByItsSource_changesTheVerdictThatRestedOnIt() throws Exception {
    try (Pipeline pipeline = new Pipeline(data)) {
      prices(pipeline, MARCH, MARCH, "");
      String id = article(pipeline, MARCH);
      assertThat(verdict(pipeline, id)).isEqualTo("verified");

      prices(pipeline, MARCH, MARCH, "2025-03-05,4.50,4.55,4.48,4.50,1000\n");
      assertThat(verdict(pipeline, id)).isIn("contradicted", "doubtful");

      prices(pipeline, MARCH, MARCH, "2025-03-05,4.00,4.00,3.98,4.00,1000\n");
      assertThat(verdict(pipeline, id)).isEqualTo("verified");
    }
  }

  /** The next day that is none of a weekend. */
  private static LocalDate weekday(LocalDate day) {
    return isWeekend(day) ? weekday(day.plusDays(1)) : day;
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
  }

  /** £4.00 up to the article's day, £4.40 after it. */
  private static void prices(
      Pipeline pipeline, LocalDate published, LocalDate last, String corrected) {
    StringBuilder file =
        new StringBuilder(
            """
            # listing: XXXX:BRWK
            # basis: as_traded
            # unit: GBP
            date,open,high,low,close,volume
            """);
    for (LocalDate day = published.minusDays(30); !day.isAfter(last); day = day.plusDays(1)) {
      if (!isWeekend(day) && !corrected.startsWith(day.toString())) {
        String close = day.isAfter(published) ? "4.40" : "4.00";
        file.append(day).append(",4.00,").append(close).append(",3.98,").append(close);
        file.append(",1000\n");
      }
    }
    pipeline.drop().put("prices/XXXX_BRWK.csv", file.append(corrected).toString().getBytes(UTF_8));
    pipeline.settled();
  }

  /** It appears an hour after the close. */
  private static String article(Pipeline pipeline, LocalDate published) {
    String json =
        """
        {"@type": "NewsArticle", "headline": "Brindlewick ends a calm day", "datePublished": "%sT18:00:00Z",
        "articleBody": "Shares of Brindlewick Lanterns closed at £4.00 on %s. The company sells lamps for boats and gardens."}
        """
            .formatted(
                published, published.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    Node upload = pipeline.upload("inbox/calm.json", json);
    assertThat(upload.at("status").text()).as(upload.toString()).isEqualTo("done");
    return upload.at("articles").texts().getFirst();
  }

  private static String verdict(Pipeline pipeline, String id)
      throws IOException, InterruptedException {
    Node claim = read(pipeline, id).at("claims").elements().getFirst();
    return claim.at("verdict").text();
  }

  private static Node reaction(Pipeline pipeline, String id)
      throws IOException, InterruptedException {
    return read(pipeline, id).at("context").elements().getFirst().at("reaction");
  }

  private static Node read(Pipeline pipeline, String id) throws IOException, InterruptedException {
    return Json.read(pipeline.get("/v1/articles/" + id).body().getBytes(UTF_8));
  }

  /** The JSON in the articles table. */
  private static String stored(Pipeline pipeline, String id) {
    byte[] body =
        pipeline.items("ART#" + id).values().stream()
            .filter(item -> item.toString().contains("S=META"))
            .map(item -> Objects.requireNonNull(item.get("body")).b().asByteArray())
            .findFirst()
            .orElseThrow();
    return new String(PackedFindings.unpack(body), UTF_8);
  }
}
