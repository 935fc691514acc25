package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.fixtures.ScriptedProvider;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.calendar.TradingCalendar;
import io.quotemark.refresh.Outside;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** An article whose prices are not there: they are asked for at once, and it is decided. */
@Isolated("has a bound of time")
class AskedPricesTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String ARTICLE =
      """
      Alibaba after the weekend

      February 24, 2025, 16:30 HKT

      Alibaba's Hong Kong-listed shares (9988.HK) closed at HK$135.70 on Monday.
      """;

  private static final TradingCalendar HONG_KONG = Calendars.load().of("XHKG");

  @TempDir Path data;

  @Test
  void article_isDecidedWithinTenSeconds_withNoCommandInBetween() throws Exception {
    try (ScriptedProvider provider = ScriptedProvider.eodhd(HONG_KONG::isSession);
        Pipeline pipeline =
            new Pipeline(
                data,
                null,
                Map.of("PriceProviders", "eodhd@1000/1000"),
                Outside.at(provider.address(), "secret"))) {
      long began = System.nanoTime();
      String id = pipeline.upload("inbox/a.txt", ARTICLE).at("articles").texts().getFirst();

      List<String> verdicts = decided(pipeline, id, began);

      assertThat(verdicts).contains("verified");
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
      assertThat(provider.stretches().stream().filter(a -> a.startsWith("9988.HK ")))
          .singleElement()
          .satisfies(a -> assertThat(a).endsWith(" 2025-02-24"));

      int requests = provider.stretches().size();
      String other = ARTICLE.replace("after the weekend", "on Monday evening");
      String second = pipeline.upload("inbox/b.txt", other).at("articles").texts().getFirst();
      assertThat(decided(pipeline, second, System.nanoTime())).contains("verified");
      pipeline.settled();
      assertThat(provider.stretches()).as("asked once for both").hasSize(requests);
    }
  }

  @Test
  void article_outOfBudget_staysUndecided_andIsDecidedByTheSchedule() throws Exception {
    try (ScriptedProvider provider = ScriptedProvider.eodhd(HONG_KONG::isSession);
        Pipeline pipeline =
            new Pipeline(
                data,
                null,
                Map.of("PriceProviders", "eodhd@1/1000"),
                Outside.at(provider.address(), "secret"))) {
      String spent = ARTICLE.replace("Alibaba", "Tencent").replace("9988", "0700");
      pipeline.upload("inbox/spent.txt", spent);
      pipeline.settled();
      assertThat(provider.stretches()).hasSize(1);

      String id = pipeline.upload("inbox/a.txt", ARTICLE).at("articles").texts().getFirst();
      pipeline.settled();

      assertThat(provider.stretches()).hasSize(1);
      assertThat(verdicts(pipeline, id)).containsOnly("unverifiable");
    }
    try (ScriptedProvider provider = ScriptedProvider.eodhd(HONG_KONG::isSession);
        Pipeline pipeline =
            new Pipeline(
                data,
                null,
                Map.of("PriceProviders", "eodhd@1000/1000"),
                Outside.at(provider.address(), "secret"))) {
      assertThat(Ran.of("refresh", "XHKG", "--data", data.toString()).code()).isZero();
      pipeline.settled();

      assertThat(provider.stretches()).anyMatch(a -> a.startsWith("9988.HK "));
      assertThat(pipeline.get("/v1/claims?listing=XHKG:9988&verdict=verified").body())
          .contains("135.70");
    }
  }

  private static List<String> decided(Pipeline pipeline, String id, long began) throws Exception {
    List<String> verdicts = verdicts(pipeline, id);
    while (verdicts.contains("unverifiable") && System.nanoTime() - began < SOON.toNanos()) {
      Thread.onSpinWait();
      verdicts = verdicts(pipeline, id);
    }
    return verdicts;
  }

  private static List<String> verdicts(Pipeline pipeline, String id) throws Exception {
    Node article = Json.read(pipeline.get("/v1/articles/" + id).body().getBytes(UTF_8));
    return article.at("claims").elements().stream().map(c -> c.at("verdict").text()).toList();
  }
}
