package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.fetch.Web;
import io.quotemark.fixtures.NewsHosts;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A newsroom's day of feeds: 200 entries over 20 publishers, and prices that come later. In the end
 * every article is stored once, and nothing was asked for that robots.txt forbids. What is told of
 * such changes is the matter of {@link NewsroomDayTest}.
 */
class NewsroomFeedsTest {
  private static final List<String> WORK = List.of("FetchQueue");

  @TempDir Path data;

  private final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);

  @Test
  void aDayOfFeeds_storesEveryArticleOnce_andAsksForNothingForbidden() throws Exception {
    try (NewsHosts hosts = new NewsHosts();
        Pipeline pipeline =
            new Pipeline(
                data,
                null,
                Map.of("Feeds", "config/feeds.txt"),
                new Handlers(
                    provider -> () -> "",
                    new Web(new LoopbackWeb(hosts), Duration.ZERO, new Day())))) {
      Publishers publishers = new Publishers(hosts);
      pipeline.drop().put("config/feeds.txt", Publishers.list().getBytes(UTF_8));
      run(pipeline);
      run(pipeline);
      publishers.goOn();
      run(pipeline);
      run(pipeline);
      for (Sample.SampleFile file : Sample.prices()) {
        pipeline.drop().put("prices/" + file.name(), file.bytes());
      }
      pipeline.settled();

      List<Node> articles = articles(pipeline);
      assertThat(articles)
          .extracting(article -> article.at("article").at("address").text())
          .containsExactlyInAnyOrderElementsOf(Publishers.open());
      assertThat(articles)
          .allSatisfy(article ->
              assertThat(article.at("article").at("source").text()).startsWith("Publisher "));
      assertThat(history(pipeline, articles, Publishers.address(1, 1))).isEqualTo(2);
      assertThat(history(pipeline, articles, Publishers.address(1, 2))).isEqualTo(1);
      // the hostile one's pages named those of another, and took nothing from them
      assertThat(history(pipeline, articles, Publishers.address(0, 2))).isEqualTo(1);
      assertThat(pipeline.get("/v1/claims?verdict=pending").body()).contains("\"claims\":[]");
      assertThat(hosts.asked())
          .noneMatch(Publishers::isForbidden)
          .noneMatch(asked -> asked.startsWith("inner.example"))
          .anyMatch(asked -> asked.endsWith("/feed 304"))
          .anyMatch(asked -> asked.endsWith("/feed 429"))
          .anyMatch(asked -> asked.endsWith("/news/3 429"));
      assertThat(articles.size()).isGreaterThan(150);
      assertThat(uploads(pipeline, "failed")).isEmpty();
    }
  }

  /** What the schedule does, and the time until it does so again. */
  private void run(Pipeline pipeline) {
    pipeline.send("FetchQueue", "{\"type\": \"feeds\"}");
    pipeline.drop().drained(WORK);
    pipeline.settled();
    later.updateAndGet(time -> time.plus(Duration.ofMinutes(15)));
  }

  private static List<Node> uploads(Pipeline pipeline, String status)
      throws IOException, InterruptedException {
    return Json.read(pipeline.get("/v1/uploads?status=" + status).body().getBytes(UTF_8))
        .at("uploads")
        .elements();
  }

  private static int history(Pipeline pipeline, List<Node> articles, String address)
      throws IOException, InterruptedException {
    String id =
        articles.stream()
            .filter(a -> a.at("article").at("address").text().equals(address))
            .findFirst()
            .orElseThrow()
            .at("id")
            .text();
    return Json.read(pipeline.get("/v1/articles/" + id + "/history").body().getBytes(UTF_8))
        .at("versions")
        .elements()
        .size();
  }

  private static List<Node> articles(Pipeline pipeline) throws IOException, InterruptedException {
    List<Node> all = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      String page = "/v1/articles?limit=100" + (cursor == null ? "" : "&cursor=" + cursor);
      Node list = Json.read(pipeline.get(page).body().getBytes(UTF_8));
      for (Node row : list.at("articles").elements()) {
        String one = pipeline.get("/v1/articles/" + row.at("id").text()).body();
        all.add(Json.read(one.getBytes(UTF_8)));
      }
      cursor = list.at("meta").at("next_cursor").textOrNull();
    } while (cursor != null);
    return all;
  }

  /** The clock of the day, which goes on by quarters of an hour. */
  private final class Day extends Clock {
    @Override
    public Instant instant() {
      return Instant.now().plus(later.get());
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
