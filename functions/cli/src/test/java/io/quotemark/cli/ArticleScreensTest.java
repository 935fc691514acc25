package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** How much room the page of an article takes on a desktop of 1280 × 900, and how heavy it is. */
class ArticleScreensTest extends AtTheDesk {
  private static final List<String> EIGHT =
      List.of(
          "XNAS:NVDA",
          "XNAS:AAPL",
          "XNAS:MSFT",
          "XNAS:META",
          "XNAS:TSLA",
          "XNYS:BABA",
          "XHKG:0700",
          "XHKG:9618");

  /** Prices are made up. */
  private static final String ARTICLE =
      """
      Technology shares around the world end the week mixed
      Friday, March 7, 2025, 6:30 pm ET
      Nvidia (NASDAQ: NVDA) closed at $134.43 on Friday. Apple (NASDAQ: AAPL) closed at $245.55. Microsoft (NASDAQ: MSFT) closed at $408.21, and Meta Platforms (NASDAQ: META) closed at $683.55. Tesla (NASDAQ: TSLA) closed at $337.80.
      Alibaba (NYSE: BABA) closed at $143.75 on Friday. In Hong Kong, Tencent (HKG: 0700) closed at HK$522.50 on Friday and JD.com (HKG: 9618) closed at HK$175.
      """;

  @Test
  void eightListings_fitOneScreenBesideTheClaims() {
    for (String listing : EIGHT) {
      pipeline.drop().put("prices/" + listing.replace(':', '_') + ".csv", prices());
    }
    pipeline.settled();
    String id =
        pipeline
            .upload("inbox/eight.txt", ARTICLE.getBytes(UTF_8))
            .at("articles")
            .texts()
            .getFirst();
    browser.open("/articles/" + id);
    browser.run("document.querySelector('.around').scrollIntoView({block: 'end'})");
    assertThat(browser.shown(".around .row")).hasSize(8);
    assertThat(browser.shown(".around .sparkline")).isNotEmpty();
    assertThat(browser.shown(".around .who")).doesNotContain("");
    for (String part : List.of(".around", ".around .row:last-of-type", ".card.first .because")) {
      assertThat(
              browser.run(
                  "const r = document.querySelector(arguments[0]).getBoundingClientRect();"
                      + "return r.top >= -1 && r.bottom <= innerHeight + 1 ? ''"
                      + " : `${r.top} to ${r.bottom} of ${innerHeight}`",
                  part))
          .as(part)
          .isEqualTo("");
    }
    assertThat(
            browser.run(
                "return [...document.querySelectorAll('.around summary')].every(s =>"
                    + " s.getBoundingClientRect().height < 36)"))
        .as("a row is a line")
        .isEqualTo(true);
  }

  private static byte[] prices() {
    StringBuilder csv = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
    int n = 0;
    for (LocalDate day = LocalDate.of(2024, 1, 2);
        day.isBefore(LocalDate.of(2025, 4, 10));
        day = day.plusDays(1)) {
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        double close = 150 + 40 * Math.sin(n++ / 30.0);
        csv.append(
            String.format(
                java.util.Locale.ROOT,
                "%s,%.2f,%.2f,%.2f,%.2f,%d%n",
                day,
                close - 1,
                close + 2,
                close - 2,
                close,
                1_000_000 + n));
      }
    }
    return csv.toString().getBytes(UTF_8);
  }

  @Test
  void pageOfALongArticle_isAtMostTwoAndAHalfScreens() throws IOException {
    Path seed = Places.home().resolve("../shared/seed");
    assumeTrue(Files.isDirectory(seed), "no article in ../shared/seed: its page is not measured");
    try (Stream<Path> files = Files.list(seed)) {
      for (Path file : files.toList()) {
        String id =
            pipeline
                .upload("inbox/" + file.getFileName(), Files.readAllBytes(file))
                .at("articles")
                .texts()
                .getFirst();
        assertThat(screens("/articles/" + id)).isLessThanOrEqualTo(2.5);
      }
    }
  }

  @Test
  void pageOfTheSample_isAtMostTwoAndAHalfScreens_andSixtyKilobytes() throws Exception {
    for (Node article :
        Json.read(pipeline.get("/v1/articles?limit=50").body().getBytes(UTF_8))
            .at("articles")
            .elements()) {
      String path = "/articles/" + article.at("id").text();
      assertThat(screens(path)).as(path).isLessThanOrEqualTo(2.5);
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
        for (String part : List.of(path, "/assets/quotemark.css", "/assets/quotemark.js")) {
          out.write(pipeline.get(part).body().getBytes(UTF_8));
        }
      }
      assertThat(packed.size()).as(path).isLessThanOrEqualTo(60_000);
    }
  }

  private double screens(String path) {
    browser.open(path);
    Object height = browser.run("return document.documentElement.scrollHeight / innerHeight");
    return ((Number) height).doubleValue();
  }
}
